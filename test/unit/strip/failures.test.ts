import { expect, test } from 'vitest';
import type { Finding } from '../../../lib/strip/types.ts';
import { join, u16, u32 } from '../../fixtures/bytes.ts';
import { canary, leaks } from '../../fixtures/canary.ts';
import { exifBlock, phoneExif } from '../../fixtures/exif.ts';
import { privateProfile } from '../../fixtures/icc.ts';
import {
  betweenScans,
  cmykJpeg,
  exifSegment,
  plainJpeg,
  segment,
  trailer,
  withSegments,
  xmpSegment,
} from '../../fixtures/jpeg.ts';
import { chunk, plainPng, withChunks, writePng } from '../../fixtures/png.ts';
import { animatedWebp, plainWebp, privateWebp, readWebp, writeWebp } from '../../fixtures/webp.ts';
import { shown, stripped } from './oracles.ts';

type Row = [failure: string, make: () => Promise<Uint8Array>, told: Partial<Finding>];

const jpegWith = async (...segments: Uint8Array[]) => withSegments(await plainJpeg(), ...segments);
const jpegThen = async (...behind: (Uint8Array | string)[]) => join(await plainJpeg(), ...behind);
const pngWith = async (...chunks: Parameters<typeof withChunks>[1][]) =>
  withChunks(await plainPng(), ...chunks);
const mpf = segment(0xe2, 'MPF\0', 'II*\0', u32(8, true), canary('MPF'));
const gainMap = segment(
  0xe1,
  'http://ns.adobe.com/xap/1.0/\0',
  `<x hdrgm:Version="1.0">${canary('the gain map')}</x>`,
);
const motion = join(u32(24), 'ftypmp42', u32(0), 'isommp42', canary('a motion photo'));

/** What users of other tools ran into: each of these was a bug somewhere. */
const FAILURES: Row[] = [
  ['orientation lost', () => jpegWith(exifSegment(phoneExif(8))), { kind: 'location' }],
  ['colour profile lost, wide colours washed out', async () => p3Jpeg(), { where: 'ICC profile' }],
  [
    'Adobe segment dropped, CMYK wrong',
    async () => withSegments(await cmykJpeg(), xmpSegment()),
    { where: 'XMP' },
  ],
  ['Adobe segment kept with what hides in it', () => jpegWith(longAdobe()), { kind: 'other' }],
  [
    'HDR gain map left behind without its index',
    async () => hdrJpeg(),
    { kind: 'trailing', value: 'another picture after the end' },
  ],
  ['HDR layer dropped without a word', async () => jpegWith(gainMap), { where: 'XMP hdrgm:Version' }],
  ['index of pictures stale', () => jpegWith(mpf), { where: 'JPEG MPF' }],
  [
    'extended XMP left',
    () => jpegWith(segment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', canary('it'))),
    { where: 'XMP' },
  ],
  ['motion photo without an XMP marker', () => jpegThen(motion), { value: 'a video (Motion Photo)' }],
  [
    'motion photo behind padding',
    () => jpegThen(new Uint8Array(99_999), motion),
    { value: 'a video (Motion Photo)' },
  ],
  [
    'Samsung trailer',
    () => jpegThen('Image_UTC_Data', canary('SEF'), 'SEFH', 'SEFT'),
    { value: 'Samsung camera data' },
  ],
  ['preview shows the uncropped photo', () => jpegWith(exifSegment(phoneExif(1))), { kind: 'thumbnail' }],
  [
    'second Exif segment',
    () => jpegWith(exifSegment(phoneExif(6)), exifSegment(phoneExif(3))),
    { kind: 'location' },
  ],
  [
    'fill bytes before a segment',
    () => jpegWith(join(0xff, 0xff, 0xff, segment(0xfe, canary('COM')))),
    { kind: 'comment' },
  ],
  [
    'garbage between segments',
    () => jpegWith(xmpSegment(), join(canary('garbage'))),
    { where: 'between JPEG segments' },
  ],
  ['comment between progressive scans', async () => commentBetweenScans(), { where: 'JPEG COM' }],
  [
    'bytes changed inside C2PA',
    () => jpegWith(segment(0xeb, 'JP', 0, 1, canary('C2PA'))),
    { kind: 'provenance' },
  ],
  ['bytes changed inside FLIR', () => jpegWith(segment(0xe1, 'FLIR\0', canary('FLIR'))), { kind: 'device' }],
  ['old vendor trailers', () => jpegThen(canary('AFCP'), 'AXS!'), { kind: 'trailing' }],
  ['ZIP at the end', () => jpegThen('PK\x03\x04', canary('ZIP'), 'PK\x05\x06'), { value: 'a ZIP archive' }],
  ['web page at the end', () => jpegThen('<html><script>', canary('HTML')), { value: 'a web page' }],
  ['PDF at the end', () => jpegThen('%PDF-1.7', canary('PDF')), { value: 'a PDF document' }],
  [
    'PDF inside a JPEG comment',
    () => jpegWith(segment(0xfe, '\n%PDF-1.7', canary('PDF'))),
    { where: 'JPEG COM', value: 'a PDF document' },
  ],
  [
    'ZIP inside an APP segment',
    () => jpegWith(segment(0xe9, 'PK\x03\x04', canary('ZIP'))),
    { where: 'JPEG APP9', value: 'a ZIP archive' },
  ],
  [
    'web page inside a JPEG comment',
    () => jpegWith(segment(0xfe, '<SCRIPT>', canary('HTML'))),
    { where: 'JPEG COM', value: 'a web page' },
  ],
  [
    'ZIP inside a PNG chunk',
    () => pngWith(chunk('ziPh', 'PK\x03\x04', canary('ZIP'))),
    { where: 'PNG ziPh', value: 'a ZIP archive' },
  ],
  [
    'web page inside a PNG text',
    () => pngWith(chunk('tEXt', 'Comment', 0, '<!DOCTYPE html>', canary('HTML'))),
    { where: 'PNG tEXt Comment', value: 'a web page' },
  ],
  [
    'position in big-endian Exif',
    () => jpegWith(exifSegment(phoneExif(1, false))),
    { value: '51.5014, -0.1419' },
  ],
  ['prompt in UserComment', () => jpegWith(exifSegment(promptComment())), { kind: 'prompt' }],
  ['PNG Exif passed through', () => pngWith(chunk('eXIf', phoneExif(6))), { value: '51.5014, -0.1419' }],
  ['A1111 parameters kept', () => pngWith(chunk('tEXt', 'parameters', 0, canary('it'))), { kind: 'prompt' }],
  [
    'Canva author kept',
    () => pngWith(chunk('iTXt', 'Author', 0, 0, 0, 0, 0, canary('Canva'))),
    { kind: 'person' },
  ],
  ['PNG provenance kept', () => pngWith(chunk('caBX', canary('caBX'))), { kind: 'provenance' }],
  [
    'PNG time kept',
    () => pngWith(chunk('tIME', u16(2026), 1, 2, 3, 4, 5)),
    { kind: 'time', value: '2026-01-02 03:04:05' },
  ],
  ['data after IEND', async () => join(await plainPng(), canary('aCropalypse')), { kind: 'trailing' }],
  ['data in IEND', async () => iendWithData(), { kind: 'other' }],
  ['PNG refused for a bad checksum on a comment', async () => badSum(), { kind: 'comment' }],
  ['zTXt bomb', async () => bomb(), { kind: 'comment' }],
  ['ComfyUI workflow in WebP kept', async () => comfyWebp(), { kind: 'prompt' }],
  [
    'WebP Exif with a prefix',
    async () => privateWebp(await plainWebp(), { exifPrefix: 'Exif\0\0' }),
    { kind: 'location' },
  ],
  ['unknown RIFF chunks', async () => privateWebp(await plainWebp()), { where: 'WebP PSAI' }],
  ['loop count lost', async () => privateWebp(await animatedWebp()), { where: 'WebP HIDE' }],
];

test.each(FAILURES)('%s', async (_, make, told) => {
  const original = await make();
  const clean = await stripped(original);
  expect(clean.problems).toEqual([]);
  expect(clean.status).toBe('stripped');
  expect(clean.findings).toContainEqual(expect.objectContaining(told));
  expect(leaks(clean.bytes)).toEqual([]);
  expect(await shown(clean.bytes)).toEqual(await shown(original));
  expect((await stripped(clean.bytes)).status).toBe('clean');
});

async function p3Jpeg(): Promise<Uint8Array> {
  return jpegWith(segment(0xe2, 'ICC_PROFILE\0', 1, 1, await privateProfile()));
}

function longAdobe(): Uint8Array {
  return segment(0xee, 'Adobe', u16(100), u16(0), u16(0), 1, canary('APP14'));
}

async function hdrJpeg(): Promise<Uint8Array> {
  return join(await jpegWith(mpf), withSegments(await plainJpeg(), gainMap), trailer());
}

async function commentBetweenScans(): Promise<Uint8Array> {
  return betweenScans(await plainJpeg({ progressive: true }), segment(0xfe, canary('COM')));
}

function promptComment(): Uint8Array {
  const prompt = `${canary('the prompt')}\nSteps: 20, Sampler: Euler a, CFG scale: 7`;
  return exifBlock({ exif: [[0x9286, join('UNICODE\0', Buffer.from(prompt, 'utf16le').swap16())]] });
}

async function iendWithData(): Promise<Uint8Array> {
  return join((await plainPng()).slice(0, -12), writePng([chunk('IEND', canary('IEND'))]).slice(8));
}

async function badSum(): Promise<Uint8Array> {
  const png = await pngWith(chunk('tEXt', 'Comment', 0, canary('it')));
  const at = Buffer.from(png).indexOf(canary('it')) + canary('it').length;
  return png.map((byte, i) => (i === at ? byte ^ 1 : byte));
}

/** 64 MB of one letter in 64 kB. */
async function bomb(): Promise<Uint8Array> {
  const { deflateSync } = await import('node:zlib');
  return pngWith(chunk('zTXt', 'Comment', 0, 0, deflateSync(Buffer.alloc(67_108_864, canary('a bomb')))));
}

async function comfyWebp(): Promise<Uint8Array> {
  const [picture] = readWebp(await plainWebp());
  const exif = exifBlock({ ifd0: [[0x010f, `workflow:{"nodes":"${canary('a workflow')}"}`]] });
  const header = { name: 'VP8X', data: join(8, 0, 0, 0, 47, 0, 0, 31, 0, 0) };
  return writeWebp([header, picture ?? header, { name: 'EXIF', data: exif }]);
}
