import sharp from 'sharp';
import { exifBlock } from '../../fixtures/exif.ts';
import { exifSegment, segment, withSegments } from '../../fixtures/jpeg.ts';

/** A clay figure on a modelling stand, as an artist would photograph it. */
const SCENE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#c9d4d6"/><stop offset="1" stop-color="#eef1ee"/></linearGradient>
    <radialGradient id="clay" cx=".38" cy=".3" r=".9"><stop offset="0" stop-color="#e2a27d"/><stop offset=".6" stop-color="#b9673f"/><stop offset="1" stop-color="#7a3c21"/></radialGradient>
    <linearGradient id="table" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#8d6e55"/><stop offset="1" stop-color="#5c4434"/></linearGradient>
  </defs>
  <rect width="1600" height="1200" fill="url(#wall)"/>
  <rect y="880" width="1600" height="320" fill="url(#table)"/>
  <ellipse cx="800" cy="985" rx="430" ry="90" fill="#2b211b" opacity=".45"/>
  <ellipse cx="800" cy="955" rx="360" ry="74" fill="#4d5a5e"/><ellipse cx="800" cy="935" rx="360" ry="74" fill="#76868b"/>
  <g fill="url(#clay)">
    <path d="M590 930 Q610 640 800 620 Q990 640 1010 930 Q800 990 590 930Z"/>
    <path d="M650 720 Q520 700 470 560 Q500 520 540 560 Q600 650 690 660Z"/>
    <path d="M950 720 Q1090 690 1130 520 Q1100 480 1062 530 Q1010 640 910 660Z"/>
    <circle cx="800" cy="450" r="210"/>
    <path d="M640 320 Q560 200 600 130 Q690 180 720 270Z"/><path d="M960 320 Q1040 200 1000 130 Q910 180 880 270Z"/>
  </g>
  <g fill="#3d1d10"><circle cx="725" cy="440" r="26"/><circle cx="875" cy="440" r="26"/></g>
  <path d="M720 530 Q800 590 880 530" stroke="#3d1d10" stroke-width="14" fill="none" stroke-linecap="round"/>
</svg>`;

/** What an editing program adds (ISO 16684-1). */
const XMP = `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="ClayShop 5.1">
<dc:creator><rdf:Seq><rdf:li>Robin Clay</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;

type Rationals = { rationals: [number, number][] };
const degrees = (d: number, m: number, s: number): Rationals => ({
  rationals: [
    [d, 1],
    [m, 1],
    [Math.round(s * 100), 100],
  ],
});

/** What a phone writes into a photo taken at 51.5014 north, 0.1419 west, and what an editing program adds to it. */
export async function samplePhoto(): Promise<Buffer> {
  const scene = sharp(Buffer.from(SCENE)).flatten();
  const jpeg = await scene.clone().jpeg({ quality: 88 }).toBuffer();
  const exif = exifBlock({
    ifd0: [
      [0x010f, 'Fruit'],
      [0x0110, 'Phone 12'],
      [0x0131, 'ClayShop 5.1'],
      [0x0132, '2026:11:02 18:24:05'],
      [0x013b, 'Robin Clay'],
      [0x010e, 'Unreleased character, under NDA'],
    ],
    exif: [
      [0x9003, '2026:11:02 18:24:05'],
      [0xa431, 'F2LW48XYZ0042'],
      [0xa435, 'LENS-0007'],
    ],
    gps: [
      [0x0001, 'N'],
      [0x0002, degrees(51, 30, 5.04)],
      [0x0003, 'W'],
      [0x0004, degrees(0, 8, 30.84)],
    ],
    ifd1: [
      [0x0103, { short: 6 }],
      [0x0201, { long: 8 }],
      [0x0202, { long: 16 }],
    ],
  });
  return Buffer.from(withSegments(jpeg, exifSegment(exif), segment(0xe1, XMP)));
}
