import sharp from 'sharp';
import { expect, test } from 'vitest';
import { strip } from '../../../../lib/strip/index.ts';
import { fileOf, join, u16, u32 } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { segment, withSegments } from '../../../fixtures/jpeg.ts';
import { type Field, privateTiff, ROWS, strips, WIDTH, writeTiff } from '../../../fixtures/tiff/tiff.ts';
import { stripped } from '../oracles.ts';

const pixelsOf = (bytes: Uint8Array, page = 0) => sharp(bytes, { page, failOn: 'none' }).raw().toBuffer();

test('what was found is told in words', async () => {
  const { findings } = await stripped(await privateTiff());
  expect(findings).toEqual(
    expect.arrayContaining([
      { kind: 'location', where: 'EXIF GPSLatitude', value: '51.5014, -0.1419' },
      { kind: 'location', where: 'TIFF GeoTIFF' },
      { kind: 'thumbnail', where: 'TIFF SubIFDs', value: 'other versions of the picture' },
      { kind: 'thumbnail', where: 'TIFF thumbnail' },
      { kind: 'provenance', where: 'TIFF C2PA', value: 'provenance manifest (C2PA)' },
      { kind: 'other', where: 'TIFF ImageSourceData', value: 'Photoshop layers' },
      { kind: 'person', where: 'EXIF Artist', value: 'MWCANARY in Artist' },
      { kind: 'device', where: 'EXIF BodySerialNumber', value: 'MWCANARY in BodySerialNumber' },
      { kind: 'comment', where: 'EXIF ImageDescription', value: 'MWCANARY in page two' },
      expect.objectContaining({ where: 'XMP dc:creator' }),
      expect.objectContaining({ where: 'IPTC' }),
      expect.objectContaining({ where: 'Photoshop' }),
      expect.objectContaining({ where: 'ICC profile' }),
    ]),
  );
});

test('a reader of both byte orders and both sizes sees the same', async () => {
  const plans = [{}, { littleEndian: false }, { isBig: true }, { isBig: true, littleEndian: false }];
  const results = await Promise.all(plans.map(async (plan) => stripped(await privateTiff(plan))));
  const told = results.map(({ findings }) => findings.filter(({ where }) => where.startsWith('EXIF')));
  for (const findings of told) expect(findings).toEqual(told[0]);
  for (const { bytes } of results) expect(await pixelsOf(bytes, 1)).toEqual(Buffer.concat(strips(2, 9)));
});

test('credit lines stay for those who ask for it', async () => {
  const { bytes } = await stripped(await privateTiff(), { keepCopyright: true });
  const text = Buffer.from(bytes).toString('latin1');
  const lines = ['Artist', 'Copyright', 'dc:creator', 'IPTC'].map(canary);
  expect(text.match(/MWCANARY in [\w:]+/g)?.toSorted()).toEqual(lines.toSorted());
});

test('without the colour profile for those who want none', async () => {
  const { bytes } = await stripped(await privateTiff(), { keepColourProfile: false });
  expect(Buffer.from(bytes).includes('acsp')).toBe(false);
  expect((await sharp(bytes).metadata()).hasProfile).toBe(false);
});

test('what a tag has more of than it can have is cut off', async () => {
  const long = { short: Array.from(Buffer.from(canary('a resolution unit'), 'latin1'), (byte) => byte) };
  const clean = await stripped(writeTiff({ pages: [{ strips: strips(), fields: [[296, long]] }] }));
  expect(clean.status).toBe('stripped');
  expect(Buffer.from(clean.bytes).toString('latin1').replaceAll('\0', '')).not.toContain('CANARY');
});

test('bytes behind the pixels of an uncompressed strip go', async () => {
  const [first, second] = strips();
  const longer = [join(first ?? '', canary('a strip that is too long')), second ?? join()];
  const original = writeTiff({ pages: [{ strips: longer }] });
  const clean = await stripped(original);
  expect(leaks(clean.bytes)).toEqual([]);
  expect(await pixelsOf(clean.bytes)).toEqual(await pixelsOf(original));
});

test('strips that two pages share stay once', async () => {
  const shared = writeTiff({ pages: [{ strips: strips() }, { strips: strips() }] });
  const buffer = Buffer.from(shared);
  const [one = 0, other = 0] = entriesOf(buffer, 273).map((at) => buffer.readUInt32LE(at + 8));
  buffer.copy(buffer, other, one, one + 8);
  const clean = await stripped(buffer);
  expect(clean.usable).toBe(true);
  expect(await pixelsOf(clean.bytes, 1)).toEqual(Buffer.concat(strips()));
});

test('a single strip that is shorter than its pixels: held, for decoders read on', async () => {
  const [strip = join()] = strips(1);
  const fields: Field[] = [[0x010e, canary('behind the strip')]];
  const original = writeTiff({ pages: [{ strips: [strip.subarray(0, 40)], fields }] });
  expect(await stripped(original)).toMatchObject({ status: 'damaged', usable: false });
});

test('pixels that are also private data: held', async () => {
  const original = writeTiff({
    pages: [{ strips: strips(), fields: [[0x02bc, join(canary('XMP'), new Uint8Array(200))]] }],
  });
  const buffer = Buffer.from(original);
  const xmpAt = buffer.indexOf('MWCANARY');
  const [at = 0] = entriesOf(buffer, 273);
  buffer.writeUInt32LE(xmpAt, buffer.readUInt32LE(at + 8));
  expect(await stripped(buffer)).toMatchObject({ status: 'damaged', usable: false });
});

test('a chain of pictures that comes back to itself ends', async () => {
  const original = writeTiff({ pages: [{ strips: strips() }] });
  const buffer = Buffer.from(original);
  buffer.writeUInt32LE(buffer.readUInt32LE(4), buffer.length - 4);
  expect(await stripped(buffer)).toMatchObject({ status: 'damaged', usable: true });
});

/** Where the entries of a tag stand. */
function entriesOf(buffer: Buffer, tag: number): number[] {
  return Array.from({ length: buffer.length - 12 }, (_, at) => at).filter(
    (at) => buffer.readUInt16LE(at) === tag && buffer.readUInt16LE(at + 2) === 4,
  );
}

/** Strips that are JPEG files, with a comment in each and in the tables that they share. */
async function jpegTiff(): Promise<Uint8Array> {
  const make = async (strip: Uint8Array) =>
    withSegments(
      new Uint8Array(
        await sharp(strip, { raw: { width: WIDTH, height: ROWS, channels: 3 } })
          .jpeg({ chromaSubsampling: '4:4:4' })
          .toBuffer(),
      ),
      segment(0xfe, canary('a comment in a strip')),
    );
  const tables = join(
    '\xff\xd8',
    segment(0xdb, 0, new Uint8Array(64).fill(9)),
    segment(0xfe, canary('the tables')),
    '\xff\xd9',
  );
  const fields: Field[] = [
    [347, tables],
    [530, { short: [1, 1] }],
  ];
  const pages = [{ strips: await Promise.all(strips().map(make)), compression: 7, fields }];
  const tiff = Buffer.from(writeTiff({ pages }));
  const photometric = tiff.indexOf(join(u16(262, true), u16(3, true), u32(1, true), u16(2, true)));
  tiff.writeUInt16LE(6, photometric + 8);
  return tiff;
}

test('strips that are JPEG files are cleaned as such', async () => {
  const original = await jpegTiff();
  const clean = await stripped(original);
  expect(clean).toMatchObject({ status: 'stripped', problems: [] });
  expect(clean.findings).toContainEqual({
    kind: 'comment',
    where: 'JPEG COM',
    value: 'MWCANARY in a comment in a strip',
  });
  expect(leaks(clean.bytes)).toEqual([]);
  expect(await pixelsOf(clean.bytes)).toEqual(await pixelsOf(original));
  expect((await stripped(clean.bytes)).status).toBe('clean');
});

const cfa: Field[] = [[262, { short: [32803] }]];
const RAW: [name: string, make: () => Uint8Array, looks: string][] = [
  [
    'DNG',
    () => writeTiff({ pages: [{ strips: strips(), fields: [[50706, join(1, 4, 0, 0)]] }] }),
    'a DNG raw photo',
  ],
  [
    'DNG with a position',
    () => writeTiff({ pages: [{ strips: strips(), fields: [[50706, join(1, 4, 0, 0)]], gps: [[1, 'N']] }] }),
    'a DNG raw photo (GPS present)',
  ],
  [
    'NEF, ARW, PEF: raw pixels in a picture within',
    () => writeTiff({ pages: [{ strips: strips(), inner: cfa }] }),
    'a camera raw photo',
  ],
  [
    'NEF by its maker',
    () => writeTiff({ pages: [{ strips: strips(), inner: cfa, fields: [[271, 'NIKON CORPORATION']] }] }),
    'a Nikon raw photo',
  ],
  ['CR2', () => join('II*\0\x10\0\0\0CR\x02\0', new Uint8Array(90)), 'a Canon raw photo'],
  [
    'ORF',
    () => join('IIRO', writeTiff({ pages: [{ strips: strips() }] }).subarray(4)),
    'an Olympus raw photo',
  ],
  [
    'RW2',
    () => join('IIU\0', writeTiff({ pages: [{ strips: strips() }] }).subarray(4)),
    'a Panasonic raw photo',
  ],
  ['IIQ', () => join('II*\0\x10\0\0\0IIII', new Uint8Array(90)), 'a Phase One raw photo'],
];

test.each(RAW)('%s is held by its name', async (_, make, looks) => {
  const original = make();
  const { status, problems, bytes } = await stripped(original);
  expect({ status, problems }).toEqual({
    status: 'unsupported',
    problems: [`This looks like ${looks}, which cannot be cleaned yet.`],
  });
  expect(bytes).toEqual(original);
});

test('pixels of a large file are not read', async () => {
  const large = Array.from({ length: 900 }, () => strips(1)[0] ?? join());
  const padded = large.map((strip) => join(strip, new Uint8Array(40_000)));
  const original = writeTiff({
    pages: [{ strips: padded, compression: 5, fields: [[0x010e, canary('it')]] }],
  });
  let read = 0;
  const file = fileOf(original, 'large.tif');
  const slice = file.slice.bind(file);
  file.slice = (start, end) => {
    const part = slice(start, end);
    const buffer = part.arrayBuffer.bind(part);
    part.arrayBuffer = () => {
      read += part.size;
      return buffer();
    };
    return part;
  };
  expect((await strip(file)).status).toBe('stripped');
  expect(original.length).toBeGreaterThan(36_000_000);
  expect(read).toBeLessThan(original.length / 100);
});

test('a picture with more strips than its size asks for is held: which bytes are pixels nobody can tell', async () => {
  const original = Buffer.from(writeTiff({ pages: [{ strips: strips(2), gap: join(canary('the gap')) }] }));
  const entry = (tag: number, type: number) => original.lastIndexOf(Buffer.of(tag & 255, tag >> 8, type, 0));
  original.writeUInt16LE(2 * ROWS, entry(278, 3) + 8); // rows of a strip
  original.writeUInt16LE(256, entry(279, 4)); // no lengths of strips
  expect(await stripped(original)).toMatchObject({ status: 'damaged', usable: false });
});

test('a strip that reaches into the next one is held, as long as packed pixels may be', async () => {
  const pages = [{ strips: strips(2), gap: join(canary('the gap')), compression: 5 }];
  const original = Buffer.from(writeTiff({ pages }));
  expect((await stripped(original)).usable).toBe(true);
  const [first = 0] = strips(2).map(({ length }) => length);
  original.writeUInt32LE(first + 30, original.indexOf(Buffer.concat([u32(first, true), u32(first, true)])));
  const { usable, problems } = await stripped(original);
  expect({ usable, problems }).toEqual({
    usable: false,
    problems: ['The picture and private data share bytes.'],
  });
});
