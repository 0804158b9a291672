import { type Bytes, join, u16, u32 } from '../../../fixtures/bytes.ts';
import { canary } from '../../../fixtures/canary.ts';
import {
  CREDIT,
  creditExif,
  creditIptc,
  creditPacket,
  creditResources,
  DESCRIPTION,
  utf8,
} from '../../../fixtures/credit.ts';
import { application, plainGif, readGif, writeGif } from '../../../fixtures/gif/gif.ts';
import { plainModel, writeGlb, writeGltf } from '../../../fixtures/gltf/model.ts';
import { hdrJpeg } from '../../../fixtures/hdr.ts';
import { box, fullBox, handlerBox } from '../../../fixtures/isobmff/boxes.ts';
import { pictureTrack, writeMovie } from '../../../fixtures/isobmff/movie.ts';
import { coded, writeStill } from '../../../fixtures/isobmff/still.ts';
import { exifSegment, plainJpeg, segment, withSegments } from '../../../fixtures/jpeg.ts';
import { codestream, writeJxl } from '../../../fixtures/jxl/jxl.ts';
import { chunk, plainPng, withChunks } from '../../../fixtures/png.ts';
import { strips, writeTiff } from '../../../fixtures/tiff/tiff.ts';
import { plainWebp, readWebp, writeWebp } from '../../../fixtures/webp.ts';

const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const { creator, rights, credit, terms } = CREDIT;
const IN_XMP = [creator, 'Ann &amp; Bo &lt;Studio&gt;', rights, credit, terms, 'rights?a=1&amp;b=2'];
const IN_IPTC = [creator, rights, credit];
const IN_EXIF = ['Zoe Dunn', '(c) 2026 Zoe Dunn'];

/** Files with credit lines among private things: a name, how to make it, and the lines that stay for those who ask for them. */
export const FILES: [name: string, make: () => Promise<Uint8Array>, stays: string[]][] = [
  ['JPEG', jpeg, [...IN_EXIF, ...IN_XMP, ...IN_IPTC]],
  ['HDR JPEG', () => hdrJpeg({ credit: DESCRIPTION }), IN_XMP],
  ['PNG', png, [...IN_EXIF, ...IN_XMP]],
  ['PNG texts', pngTexts, [creator, rights]],
  ['WebP', webp, [...IN_EXIF, ...IN_XMP]],
  ['GIF', gif, IN_XMP],
  ['TIFF', tiff, [...IN_EXIF, ...IN_XMP, ...IN_IPTC]],
  ['AVIF', avif, [...IN_EXIF, ...IN_XMP]],
  ['JPEG XL', jxl, [...IN_EXIF, ...IN_XMP]],
  ['SVG', svg, IN_XMP],
  [
    'MP4 with user data',
    async () => writeMovie({ tracks: [pictureTrack()], inMoov: [userData()] }),
    [creator, rights],
  ],
  [
    'MP4 with a list',
    async () => writeMovie({ tracks: [pictureTrack()], inMoov: [list()] }),
    [creator, rights],
  ],
  [
    'MOV with keys',
    async () => writeMovie({ tracks: [pictureTrack()], inMoov: [keys()] }),
    [creator, rights],
  ],
  ['GLB', async () => writeGlb(await model()), [rights]],
  ['glTF', async () => writeGltf(await model()), [rights]],
];

async function jpeg(): Promise<Bytes> {
  return withSegments(
    await plainJpeg(),
    exifSegment(creditExif()),
    segment(0xe1, XMP, creditPacket()),
    segment(0xed, 'Photoshop 3.0\0', creditResources()),
    segment(0xfe, canary('a comment')),
  );
}

async function png(): Promise<Bytes> {
  return withChunks(
    await plainPng(),
    chunk('eXIf', creditExif()),
    chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', creditPacket()),
    chunk('iTXt', `Comment\0\0\0\0\0${canary('a comment')}`),
  );
}

async function pngTexts(): Promise<Bytes> {
  return withChunks(
    await plainPng(),
    chunk('iTXt', `Author\0\0\0de\0${canary('translated')}\0`, utf8(creator)),
    chunk('tEXt', 'Copyright\0', Buffer.from(rights, 'latin1')),
    chunk('iTXt', `Software\0\0\0\0\0${canary('a program')}`),
  );
}

async function webp(): Promise<Bytes> {
  return writeWebp([
    { name: 'VP8X', data: join(0x0c, 0, 0, 0, 47, 0, 0, 31, 0, 0) },
    ...readWebp(await plainWebp()),
    { name: 'EXIF', data: creditExif() },
    { name: 'XMP ', data: creditPacket() },
  ]);
}

async function gif(): Promise<Bytes> {
  const ramp = Uint8Array.from({ length: 257 }, (_, i) => (i === 0 ? 1 : 256 - i));
  const { header, blocks } = readGif(await plainGif());
  return writeGif({ header, blocks: [application('XMP DataXMP', creditPacket(), ramp, join(0)), ...blocks] });
}

async function tiff(): Promise<Bytes> {
  const iptc = creditIptc();
  const whole = join(iptc, new Uint8Array((4 - (iptc.length % 4)) % 4));
  const longs = Array.from({ length: whole.length / 4 }, (_, i) => Buffer.from(whole).readUInt32LE(i * 4));
  return writeTiff({
    pages: [
      {
        strips: strips(),
        fields: [
          [0x010f, canary('Make')],
          [0x013b, 'Zoe Dunn'],
          [0x8298, '(c) 2026 Zoe Dunn'],
          [700, creditPacket()],
          [33723, { long: longs }],
        ],
      },
    ],
  });
}

async function avif(): Promise<Bytes> {
  const { data, config } = await coded();
  return writeStill({
    items: [
      { id: 1, type: 'av01', data, properties: [0x81, 2] },
      { id: 2, type: 'Exif', data: join(u32(0), creditExif()), isHidden: true },
      { id: 3, type: 'mime', rest: '\0application/rdf+xml\0', data: creditPacket(), isHidden: true },
    ],
    properties: [config, fullBox('ispe', 0, 0, u32(48), u32(32))],
    references: [
      [
        ['cdsc', 2, [1]],
        ['cdsc', 3, [1]],
      ],
    ],
  });
}

async function jxl(): Promise<Bytes> {
  return writeJxl(
    box('Exif', u32(0), creditExif()),
    box('xml ', creditPacket()),
    box('jumb', canary('jumb')),
    box('jxlc', codestream()),
  );
}

async function svg(): Promise<Bytes> {
  return utf8(
    `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><metadata id="${canary('an id')}"><rdf:RDF
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${DESCRIPTION}</rdf:RDF></metadata><rect width="8" height="8"/></svg>`,
  );
}

const text = (type: string, value: Uint8Array) => box(type, u16(value.length), u16(0x55c4), value);

function userData(): Bytes {
  const author = text('\xa9aut', utf8(creator));
  const notice = fullBox('cprt', 0, 0, u16(0x55c4), utf8(rights), 0);
  return box('udta', text('\xa9mak', join(canary('a maker'))), author, notice);
}

const item = (type: string, value: Uint8Array | string) => box(type, box('data', u32(1), u32(0), value));

function list(): Bytes {
  const items = [
    item('\xa9ART', utf8(creator)),
    item('cprt', utf8(rights)),
    item('\xa9too', canary('a program')),
  ];
  return box('udta', fullBox('meta', 0, 0, handlerBox('mdir', ''), box('ilst', ...items)));
}

function keys(): Bytes {
  const values: [string, Uint8Array | string][] = [
    ['com.apple.quicktime.make', canary('a maker')],
    ['com.apple.quicktime.author', utf8(creator)],
    ['com.apple.quicktime.copyright', utf8(rights)],
  ];
  const names = values.map(([key]) => box('mdta', key));
  const items = values.map(([, value], i) => item(`\0\0\0${String.fromCharCode(i + 1)}`, value));
  return box('meta', handlerBox('mdta', ''), fullBox('keys', 0, 0, u32(3), ...names), box('ilst', ...items));
}

async function model(): Promise<Awaited<ReturnType<typeof plainModel>>> {
  const { json, bin } = await plainModel([]);
  return {
    bin,
    json: { ...json, asset: { version: '2.0', generator: canary('a program'), copyright: rights } },
  };
}
