import { describe, expect, test } from 'vitest';
import { recognize, strip } from '../../../lib/strip/index.ts';
import { fileOf, join, u16, u32 } from '../../fixtures/bytes.ts';
import { canary, leaks } from '../../fixtures/canary.ts';
import { betweenScans, phoneJpeg, plainJpeg, segment, withSegments } from '../../fixtures/jpeg.ts';
import { picture } from '../../fixtures/picture.ts';
import {
  animatedPng,
  chunk,
  plainPng,
  privatePng,
  readPng,
  withChunks,
  writePng,
} from '../../fixtures/png.ts';
import { plainWebp, privateWebp } from '../../fixtures/webp.ts';
import { stripped } from './oracles.ts';

const SOURCES: [name: string, make: () => Promise<Uint8Array>, pixelsAt: string][] = [
  ['jpeg', phoneJpeg, '\xff\xda'],
  ['png', async () => withChunks(await plainPng(), chunk('tEXt', 'a', 0, canary('a'))), 'IDAT'],
  ['webp', async () => privateWebp(await plainWebp()), 'VP8 '],
];

describe.each(SOURCES)('a cut off %s', (format, make, pixelsAt) => {
  test('at every length: never clean, never stripped, no canary in what is usable', async () => {
    const whole = await make();
    const end = (await stripped(whole)).findings.some(({ kind }) => kind === 'trailing')
      ? lengthOfRiff(whole)
      : whole.length;
    for (let length = 16; length < end; length += 13) {
      const result = await stripped(whole.subarray(0, length));
      expect(['damaged', 'unsupported']).toContain(result.status);
      expect(result.problems).not.toEqual([]);
      if (result.usable) expect(leaks(result.bytes)).toEqual([]);
      else expect(result.file.size).toBe(length);
    }
  });

  test('in the middle of the pixels: cleaned as far as it goes, or held', async () => {
    const whole = await make();
    const at = Buffer.from(whole).indexOf(Buffer.from(pixelsAt, 'latin1')) + 200;
    const result = await stripped(whole.subarray(0, at));
    // Decoders show what there is of a JPEG or PNG; of a WebP they show nothing.
    const usable = format !== 'webp';
    expect(result).toMatchObject({
      status: 'damaged',
      usable,
      problems: ['The file ends before the picture does.'],
    });
    if (usable) expect(leaks(result.bytes)).toEqual([]);
    expect((await stripped(result.bytes)).status).toBe('damaged');
  });
});

const CUT_PNG: [name: string, make: () => Promise<Uint8Array>, pixels: string][] = [
  ['PNG', plainPng, 'IDAT'],
  [
    'interlaced PNG',
    async () => new Uint8Array(await picture().png({ progressive: true }).toBuffer()),
    'IDAT',
  ],
  ['frame of an animated PNG', animatedPng, 'fdAT'],
];

test.each(CUT_PNG)('a cut off %s is held when its codes make no sense', async (_, make, pixels) => {
  const whole = await make();
  const at = Buffer.from(whole).indexOf(pixels) + 300;
  const letters = join(whole.subarray(0, at), 'MWCA', whole.subarray(at, at + 900));
  expect(await stripped(whole.subarray(0, at + 900))).toMatchObject({ status: 'damaged', usable: true });
  expect(await stripped(letters)).toMatchObject({ status: 'damaged', usable: false });
});

test('a PNG that is cut off in the checksum of its pixels is not damaged by that', async () => {
  const whole = Buffer.from(await plainPng());
  const end = whole.lastIndexOf('IEND') - 4;
  for (const missing of [1, 2, 3, 4, 5])
    expect(await stripped(whole.subarray(0, end - missing))).toMatchObject({ usable: true });
});

/** A WebP fixture has data behind its end: cut there, it is whole. */
function lengthOfRiff(webp: Uint8Array): number {
  return Buffer.from(webp).readUInt32LE(4) + 8;
}

const NOT_PICTURES: [name: string, bytes: Uint8Array, looks: RegExp][] = [
  ['an empty file', join(), /empty file/],
  ['a PDF', join('%PDF-1.7\n'), /PDF document/],
  ['a Blender file', join('BLENDER-v420'), /Blender file/],
  ['a Photoshop document', join('8BPS', u16(1)), /Photoshop document/],
  ['a PostScript document', join('%!PS-Adobe-3.0'), /PostScript document/],
  ['a Clip Studio document', join('CSFCHUNK'), /Clip Studio document/],
  ['a packed Blender file', join('\x28\xb5\x2f\xfd'), /Blender saves such ones/],
  ['a binary USD scene', join('PXR-USDC'), /USD 3D scene/],
  ['a Maya scene', join('//Maya ASCII 2025 scene'), /Maya 3D scene/],
  ['a Cinema 4D scene', join('QC4DC4D6', new Uint8Array(8)), /Cinema 4D scene/],
  ['a COLLADA model', join('<?xml version="1.0"?>\n<COLLADA version="1.4.1">'), /COLLADA 3D model/],
  ['a STEP model', join('ISO-10303-21;\nHEADER;'), /STEP CAD model/],
  ['a Canon CR3 raw photo', join(u32(24), 'ftypcrx ', new Uint8Array(12)), /Canon raw photo/],
  ['a Fujifilm raw photo', join('FUJIFILMCCD-RAW 0201'), /Fujifilm raw photo/],
  ['a Sigma raw photo', join('FOVb', new Uint8Array(20)), /Sigma raw photo/],
  ['a WebM video', join('\x1aE\xdf\xa3', new Uint8Array(20)), /WebM/],
  ['a KTX2 texture', join('\xabKTX 20\xbb', new Uint8Array(20)), /KTX texture/],
  ['a program', join('MZ', new Uint8Array(80)), /program/],
  ['text', join('Dear diary'), /text/],
  ['a web page', join('<!doctype html>'), /web page/],
  ['noise', join(Uint8Array.from({ length: 80 }, (_, i) => (i * 37) % 251)), /not a picture/],
];

test.each(NOT_PICTURES)('%s is held, and named', async (_, bytes, looks) => {
  const file = fileOf(bytes, 'photo.jpg', 'image/jpeg');
  const result = await strip(file);
  expect(result).toMatchObject({
    status: 'unsupported',
    format: 'unknown',
    usable: false,
    findings: [],
    removedBytes: 0,
  });
  expect(result.file).toBe(file);
  expect(result.problems.join()).toMatch(looks);
});

test('the format is seen in the bytes, whatever the name says', async () => {
  expect(recognize(await plainJpeg())).toBe('jpeg');
  expect(recognize(await plainPng())).toBe('png');
  expect(recognize(await plainWebp())).toBe('webp');
  expect(recognize(join('RIFF', u32(4, true), 'WAVE'))).toBe('unknown');
  expect((await strip(fileOf(await phoneJpeg(), 'photo.heic', 'image/heic'))).format).toBe('jpeg');
});

test('a file that cannot be read is held', async () => {
  const file = fileOf(await plainJpeg(), 'gone.jpg');
  const gone = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  Object.assign(file, { slice: gone, arrayBuffer: gone, stream: gone });
  expect(await strip(file)).toMatchObject({
    status: 'damaged',
    usable: false,
    problems: ['The file could not be read.'],
  });
});

const cut = (bytes: Uint8Array, name: string, by: number) => {
  const at = Buffer.from(bytes).indexOf(name);
  return join(
    bytes.subarray(0, at - 4),
    u32(Buffer.from(bytes).readUInt32BE(at - 4) + by),
    bytes.subarray(at),
  );
};
const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 0xff : byte));
const find = (bytes: Uint8Array, text: string) => Buffer.from(bytes).indexOf(Buffer.from(text, 'latin1'));

const BROKEN: [name: string, make: () => Promise<Uint8Array>, usable: boolean][] = [
  ['PNG: bad checksum in IHDR', async () => flip(await plainPng(), 30), true],
  ['PNG: no IHDR', async () => writePng(readPng(await plainPng()).slice(1)), false],
  [
    'PNG: no IDAT',
    async () => writePng(readPng(await plainPng()).filter(({ type }) => type !== 'IDAT')),
    false,
  ],
  ['PNG: no IEND', async () => writePng(readPng(await plainPng()).slice(0, -1)), true],
  [
    'PNG: two IHDR',
    async () => withChunks(await plainPng(), ...readPng(await plainPng()).slice(0, 1)),
    false,
  ],
  ['PNG: an IDAT that swallows what follows', async () => cut(await privatePng(), 'IDAT', 40), false],
  ['PNG: an IDAT longer than the file', async () => cut(await privatePng(), 'IDAT', 90_000), false],
  [
    'PNG: cut off, and words where the picture ends',
    async () => cut(join((await plainPng()).slice(0, -30), 'a note by Zoe Dunn'), 'IDAT', 90_000),
    false,
  ],
  [
    'PNG: a critical chunk nobody knows',
    async () => withChunks(await plainPng(), chunk('CgBI', u32(0))),
    false,
  ],
  ['PNG: sides of 100,000 pixels', async () => hugePng(await plainPng()), true],
  [
    'JPEG: a scan before its frame',
    async () => join('\xff\xd8', segment(0xda, 1, 1, 0, 0, 63, 0), 1, '\xff\xd9'),
    false,
  ],
  ['JPEG: no end, as some cameras leave it out', async () => (await plainJpeg()).slice(0, -2), true],
  ['JPEG: nothing but its ends', async () => join('\xff\xd8\xff\xd9'), false],
  ['JPEG: a table that swallows what follows', async () => swallowingJpeg(), false],
  [
    'JPEG: another picture where the end should be',
    async () => join((await plainJpeg()).slice(0, -2), await phoneJpeg()),
    true,
  ],
  ['JPEG: bytes of no segment behind a table', async () => gapBehindTable(), false],
  ['JPEG: reserved marker in the coded data', async () => damagedScan(await plainJpeg()), true],
  ['WebP: no picture', async () => join('RIFF', u32(4, true), 'WEBP'), false],
  ['WebP: RIFF size beyond the end', async () => longerRiff(await plainWebp()), true],
];

async function hugePng(png: Uint8Array): Promise<Uint8Array> {
  const [header, ...rest] = readPng(png);
  return writePng([chunk('IHDR', u32(100_000), u32(100_000), header?.data.subarray(8) ?? ''), ...rest]);
}

async function swallowingJpeg(): Promise<Uint8Array> {
  const jpeg = withSegments(
    await plainJpeg(),
    segment(0xdb, new Uint8Array(65)),
    segment(0xfe, canary('COM')),
  );
  return join(jpeg.subarray(0, 4), u16(90), jpeg.subarray(6));
}

async function gapBehindTable(): Promise<Uint8Array> {
  return withSegments(await plainJpeg(), segment(0xdb, new Uint8Array(65)), join(canary('a gap')));
}

function damagedScan(jpeg: Uint8Array): Uint8Array {
  const at = find(jpeg, '\xff\xda') + 60;
  return join(jpeg.subarray(0, at), 0xff, 0x02, jpeg.subarray(at + 2));
}

function longerRiff(webp: Uint8Array): Uint8Array {
  return join('RIFF', u32(Buffer.from(webp).readUInt32LE(4) + 100, true), webp.subarray(8));
}

test.each(BROKEN)('%s', async (_, make, usable) => {
  const original = await make();
  const result = await stripped(original);
  expect(result).toMatchObject({ status: 'damaged', usable });
  expect(result.problems).not.toEqual([]);
  if (usable) expect(leaks(result.bytes)).toEqual([]);
  else expect(result.bytes).toEqual(new Uint8Array(original));
});

test('a comment between scans goes, the scans stay', async () => {
  const jpeg = await plainJpeg({ progressive: true });
  const { bytes, status } = await stripped(betweenScans(jpeg, segment(0xfe, canary('COM'))));
  expect(status).toBe('stripped');
  expect(bytes).toEqual(jpeg);
});
