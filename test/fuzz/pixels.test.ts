import { expect, test } from 'vitest';
import { recognize } from '../../lib/strip/index.ts';
import { runLengthBmp, writeBmp } from '../fixtures/bmp/bmp.ts';
import { join } from '../fixtures/bytes.ts';
import { CANARY, leaks } from '../fixtures/canary.ts';
import { animatedGif, comment, readGif, writeGif } from '../fixtures/gif/gif.ts';
import { plainModel, writeGlb } from '../fixtures/gltf/model.ts';
import { box } from '../fixtures/isobmff/boxes.ts';
import { pictureTrack, soundTrack, writeFragments, writeMovie } from '../fixtures/isobmff/movie.ts';
import { coded, plainAvif, privateStill, SIZE, writeStill } from '../fixtures/isobmff/still.ts';
import { plainJpeg } from '../fixtures/jpeg.ts';
import { codestream, parts, writeJxl } from '../fixtures/jxl/jxl.ts';
import { ply } from '../fixtures/ply/files.ts';
import { chunk, plainPng, withChunks } from '../fixtures/png.ts';
import { binaryStl, triangles } from '../fixtures/stl/files.ts';
import { strips, writeTiff } from '../fixtures/tiff/tiff.ts';
import { animatedWebp, plainWebp } from '../fixtures/webp.ts';
import { privateZip } from '../fixtures/zip/archive.ts';
import { stripped } from '../unit/strip/oracles.ts';
import { withoutScansWithin } from './jpeg-scans.ts';
import { withoutPixels } from './pixels.ts';
import { withDecoded, withoutMemberNames, withUnpackedMembers } from './within.ts';

const NOTE = new TextEncoder().encode(CANARY);
/** Files that are clean but for what a test puts next to their pixels or over them. */
const FILES: [
  name: string,
  make: () => Uint8Array | Promise<Uint8Array>,
  place: (file: Buffer) => [start: number, end: number],
][] = [
  [
    'BMP',
    () => writeBmp({ gap: new Uint8Array(20), behind: new Uint8Array(20) }),
    (file) => [file.readUInt32LE(10), file.readUInt32LE(10) + 48],
  ],
  ['BMP of runs', () => join(runLengthBmp(''), new Uint8Array(20)), (file) => [62, file.length - 20]],
  ...[{}, { littleEndian: false }, { isBig: true }].map((plan): (typeof FILES)[number] => [
    `TIFF ${JSON.stringify(plan)}`,
    () => writeTiff({ ...plan, pages: [{ strips: strips(2), gap: new Uint8Array(20) }] }),
    (file) => [file.indexOf(strips(1)[0] ?? ''), file.indexOf(strips(1)[0] ?? '') + 72],
  ]),
  [
    'WebP',
    async () => join(await plainWebp(), new Uint8Array(20)),
    (file) => [file.indexOf('VP8 ') + 8, file.length - 20],
  ],
  [
    'an animated WebP',
    async () => join(await animatedWebp(), new Uint8Array(20)),
    (file) => {
      const at = file.indexOf('VP8L');
      return [at + 8, at + 8 + file.readUInt32LE(at + 4)];
    },
  ],
  [
    'JPEG XL',
    () => writeJxl(box('jxlc', codestream()), box('free', new Uint8Array(20))),
    (file) => [file.indexOf('jxlc') + 4, file.indexOf('free') - 4],
  ],
  [
    'JPEG XL in parts',
    () => writeJxl(...parts(), box('free', new Uint8Array(20))),
    (file) => [file.indexOf('jxlp') + 8, file.indexOf('jxlp', file.indexOf('jxlp') + 4) - 4],
  ],
  ['AVIF', async () => join(await plainAvif(), box('free', new Uint8Array(20))), mediaData],
  [
    'MP4',
    async () =>
      join((await stripped(writeMovie({ tracks: [pictureTrack()] }))).bytes, box('free', new Uint8Array(20))),
    mediaData,
  ],
  ['STL', () => join(binaryStl('', 100), new Uint8Array(20)), () => [84, 84 + triangles(100).length]],
  [
    'PLY',
    () => join(ply('binary_little_endian', []), new Uint8Array(20)),
    (file) => [file.indexOf('end_header') + 11, file.length - 20],
  ],
  [
    'PLY with signs in a name',
    () => {
      const file = Buffer.from(join(ply('binary_little_endian', []), new Uint8Array(20)));
      return Buffer.from(file.toString('latin1').replace('element face', 'element (f)#'), 'latin1');
    },
    (file) => [file.indexOf('end_header') + 11, file.length - 20],
  ],
  ['GLB', glb, (file) => [file.length - 20 - 92, file.length - 20]],
];

test.each(FILES)(
  '%s: what lies over the numbers is not looked at, what touches them is',
  async (_, make, place) => {
    const file = Buffer.from(await make());
    const format = recognize(file.subarray(0, 4096), file.length);
    const [start, end] = place(file);
    const leaksWith = (at: number) => {
      const copy = Buffer.from(file);
      copy.set(NOTE, at);
      return leaks(withoutPixels(format, copy)).length;
    };
    expect(leaksWith(start)).toBe(0);
    expect(leaksWith(end - NOTE.length)).toBe(0);
    expect(leaksWith(end)).toBe(1);
  },
);

const MOVIES: [name: string, make: (between: string) => Uint8Array | Promise<Uint8Array>][] = [
  ['a movie', (between) => writeMovie({ tracks: [pictureTrack(), soundTrack()], gap: between })],
  [
    'a movie with large offsets',
    (between) => writeMovie({ tracks: [pictureTrack()], gap: between, isWide: true, hasLongMedia: true }),
  ],
  [
    'a movie in fragments',
    (between) =>
      writeFragments(
        [pictureTrack(), soundTrack()],
        [[{ track: 1, samples: ['PICTURE one', 'PICTURE two'] }], [{ track: 2, samples: ['SOUND one'] }]],
        between,
      ),
  ],
  [
    'a still',
    async (between) =>
      writeStill({
        items: [{ id: 1, type: 'av01', data: join('PICTURE of some length'), properties: [0x81, 2] }],
        properties: [(await coded()).config, SIZE],
        gap: between,
      }),
  ],
];

test.each(MOVIES)('of %s samples are not looked at, what stands between them is', async (_, make) => {
  const text = Buffer.from(await make('-'.repeat(12))).toString('latin1');
  const file = Buffer.from(text.replaceAll(CANARY, 'x'.repeat(NOTE.length)), 'latin1');
  const leaksWith = (at: number) => {
    const copy = Buffer.from(file);
    copy.set(NOTE, at);
    return leaks(withoutPixels('mp4', copy)).length;
  };
  const sample = file.indexOf('PICTURE');
  const end = file.indexOf('-'.repeat(12), sample);
  expect(leaksWith(sample)).toBe(0);
  expect(leaksWith(end - NOTE.length)).toBe(0);
  expect(leaksWith(end)).toBe(1);
  expect(leaksWith(end + 4)).toBe(1);
});

test('what a still keeps beside its pictures is looked at, whatever it has been made', async () => {
  const still = Buffer.from(await privateStill());
  const clean = Buffer.from((await stripped(still)).bytes);
  const at = still.indexOf('MWCANARY', still.indexOf('mdat'));
  expect(at).toBeGreaterThan(0);
  const copy = Buffer.from(clean);
  still.copy(copy, at, at, at + 8);
  expect(leaks(withoutPixels('avif', clean))).toEqual([]);
  expect(leaks(withoutPixels('avif', copy))).toHaveLength(1);
});

test('numbers of a movie are not looked at, what stands between them is', async () => {
  const file = Buffer.from((await stripped(writeMovie({ tracks: [pictureTrack()] }))).bytes);
  const leaksWith = (box: string, at: number) => {
    const copy = Buffer.from(file);
    copy.set(NOTE, file.indexOf(box) + 4 + at);
    return leaks(withoutPixels('mp4', copy)).length;
  };
  const numbers = [
    ['mvhd', 12],
    ['mvhd', 64],
    ['tkhd', 76],
    ['stts', 8],
    ['avc1', 24],
  ] as const;
  for (const [box, at] of numbers) expect([box, at, leaksWith(box, at)]).toEqual([box, at, 0]);
  const others = [
    ['mvhd', 26],
    ['mvhd', 72],
    ['tkhd', 32],
    ['avc1', 16],
    ['avc1', 42],
  ] as const;
  for (const [box, at] of others) expect([box, at, leaksWith(box, at)]).toEqual([box, at, 1]);
});

test('of a GIF the codes of its pictures are not looked at, what stands between them is', async () => {
  const { header, blocks } = readGif(await animatedGif());
  const noted = writeGif({ header, blocks: [...blocks.slice(0, 2), comment(CANARY), ...blocks.slice(2)] });
  expect(leaks(withoutPixels('gif', Buffer.from(noted)))).toHaveLength(1);
  const drawn = Buffer.from(writeGif({ header, blocks }));
  const picture = drawn.indexOf(Buffer.from(blocks.find((block) => block[0] === 0x2c) ?? []));
  const hasColours = ((drawn[picture + 9] ?? 0) & 0x80) !== 0;
  expect(hasColours).toBe(false);
  drawn.set(NOTE, picture + 12);
  expect(leaks(drawn)).toHaveLength(1);
  expect(leaks(withoutPixels('gif', drawn))).toEqual([]);
});

test('of a PNG that is cut off in its pixels these are not looked at, all that stands before them is, and so are those of a whole one', async () => {
  const png = Buffer.from(withChunks(await plainPng(), chunk('tEXt', 'a note of some length')));
  const pixels = png.indexOf('IDAT') + 4;
  const leaksWith = (at: number, end: number) => {
    const copy = Buffer.from(png.subarray(0, end));
    copy.set(NOTE, at);
    return leaks(withoutPixels('png', copy)).length;
  };
  expect(leaksWith(pixels, pixels + 300)).toBe(0);
  expect(leaksWith(pixels + 300 - NOTE.length, pixels + 300)).toBe(0);
  expect(leaksWith(png.indexOf('tEXt') + 4, pixels + 300)).toBe(1);
  expect(leaksWith(pixels, png.length)).toBe(1);
});

const FBX = [
  ['Objects:  {', ''],
  ['\t', ': 1, "Model::Hips", "Mesh" {'],
  ['\tModel: 1, "Model::', '", "Mesh" {'],
  ['\t\tP: "UVSet", "KString", "", "", "', '"'],
] as const;

test('names that a model needs are not looked at, what touches them is', () => {
  const leaksIn = (line: string) => leaks(withoutPixels('fbx', Buffer.from(`${line}\n`))).length;
  for (const [before, after] of FBX.slice(1)) expect(leaksIn(`${before}${CANARY}${after}`)).toBe(0);
  for (const [before, after] of FBX) expect(leaksIn(`${before}${after} ${CANARY}`)).toBe(1);
  expect(leaksIn(`\t\tP: "Author", "KString", "", "", "${CANARY}"`)).toBe(1);
  expect(leaksIn(`\t\tCreator: "${CANARY}"`)).toBe(1);
});

test('names of files beside a model are not looked at, folders that start somewhere else and all other text are', () => {
  const leaksIn = (format: 'fbx' | 'mtl', line: string) =>
    leaks(withoutPixels(format, Buffer.from(`newmtl skin\n${line}\r\n`))).length;
  expect(leaksIn('fbx', `\tFileName: "a/${CANARY} b"`)).toBe(0);
  expect(leaksIn('fbx', `\tRelativeFilename: "${CANARY}\\a.png"`)).toBe(0);
  expect(leaksIn('fbx', `\tRelativeFilename: "..\\${CANARY}\\a.png"`)).toBe(1);
  expect(leaksIn('fbx', `\tFileName: "C:\\${CANARY}\\a.png"`)).toBe(1);
  expect(leaksIn('mtl', `map_Kd -s 1 1 1 a/${CANARY} b.tga`)).toBe(0);
  expect(leaksIn('mtl', `map_Kd ${CANARY}/a.tga`)).toBe(0);
  expect(leaksIn('mtl', `map_Kd C:\\${CANARY}\\a.tga`)).toBe(1);
  expect(leaksIn('mtl', `map_Kd -s 1 1 1 /${CANARY}/a.tga`)).toBe(1);
  expect(leaksIn('mtl', `map_Kd ../${CANARY}/a.tga`)).toBe(1);
  expect(leaksIn('mtl', `map_Kd ${CANARY} b`)).toBe(1);
  expect(leaksIn('mtl', `Kd ${CANARY} b.tga`)).toBe(1);
});

test('names of elements and properties of a PLY are not looked at, notes and numbers are', () => {
  const leaksIn = (from: string, to: string) => {
    const file = Buffer.from(ply('ascii', ['comment a note', 'obj_info a note'])).toString('latin1');
    return leaks(withoutPixels('ply', Buffer.from(file.replace(from, to)))).length;
  };
  expect(leaksIn('element face', `element ${CANARY}`)).toBe(0);
  expect(leaksIn('property float y', `property float ${CANARY}`)).toBe(0);
  expect(leaksIn('uchar int vertex_indices', `uchar int ${CANARY}`)).toBe(0);
  expect(leaksIn('comment a note', `comment ${CANARY}`)).toBe(1);
  expect(leaksIn('obj_info a note', `obj_info ${CANARY}`)).toBe(1);
  expect(leaksIn('end_header\n', `end_header\nproperty float ${CANARY}\n`)).toBe(1);
});

test('of a JPEG within another file the coded data is not looked at, what touches it is, whatever stands before', async () => {
  const jpeg = await plainJpeg();
  const before = Buffer.of(0xff, 0xc4, 0xff, 0xff);
  const within = Buffer.from(join(before, jpeg, new Uint8Array(20)));
  const leaksWith = (at: number) => {
    const copy = Buffer.from(within);
    copy.set(NOTE, at);
    return leaks(withoutScansWithin(copy)).length;
  };
  const scan = within.lastIndexOf(Buffer.of(0xff, 0xda)) + 2 + 12;
  expect(leaksWith(scan)).toBe(0);
  expect(leaksWith(scan - NOTE.length)).toBe(1);
  expect(leaksWith(before.length + jpeg.length)).toBe(1);
});

test('the name of a member of an archive is not looked at, what touches it is', () => {
  const named = (name: string) => Buffer.from(privateZip([{ name, data: 'x', stored: true }], ''));
  const bare = (zip: Buffer) => Buffer.from(zip.toString('latin1').replaceAll('MWCANARY in', 'MW'), 'latin1');
  expect(leaks(withoutMemberNames(bare(named(`${CANARY}.png`))))).toEqual([]);
  const touching = bare(named('a.png'));
  touching.set(NOTE, touching.indexOf('a.png') + 5);
  expect(leaks(withoutMemberNames(touching))).toHaveLength(1);
});

test('a packed member of an archive is looked at as what it holds', () => {
  const unpacked = (data: string) =>
    withUnpackedMembers(Buffer.from(privateZip([{ name: 'a.mtl', data }], '')));
  const text = `newmtl skin\n${'map_Kd skin.png\n'.repeat(20)}`;
  expect(unpacked(text).includes(text)).toBe(true);
  expect(unpacked(`${text}# ${CANARY} within\n`).includes(`${CANARY} within`)).toBe(true);
  expect(unpacked(text).subarray(-22)).toEqual(
    Buffer.from(privateZip([{ name: 'a.mtl', data: text }], '')).subarray(-22),
  );
});

test('base64 text is looked at as the bytes that it stands for', async () => {
  const code = Buffer.from(`xx${CANARY} in a picture`).toString('base64');
  const leaksIn = async (text: string) =>
    leaks(await withDecoded(Buffer.from(text), async (bytes) => bytes)).length;
  expect(await leaksIn(`<image href="data:image/png;base64,${code}"/>`)).toBe(1);
  expect(await leaksIn(`<image href="data:image/png;base64,${code.slice(1)}"/>`)).toBe(0);
  expect(await leaksIn(`<text>${code}</text>`)).toBe(1);
});

function mediaData(file: Buffer): [start: number, end: number] {
  const at = file.indexOf('mdat');
  return [at + 4, at - 4 + file.readUInt32BE(at - 4)];
}

/** Three views of numbers, with room behind them. */
async function glb(): Promise<Uint8Array> {
  const { json, bin } = await plainModel([]);
  return writeGlb({ json, bin: join(bin, new Uint8Array(20)) });
}
