import { expect, test } from 'vitest';
import { recognize } from '../../lib/strip/index.ts';
import { runLengthBmp, writeBmp } from '../fixtures/bmp/bmp.ts';
import { join } from '../fixtures/bytes.ts';
import { CANARY, leaks } from '../fixtures/canary.ts';
import { plainModel, writeGlb } from '../fixtures/gltf/model.ts';
import { box } from '../fixtures/isobmff/boxes.ts';
import { pictureTrack, writeMovie } from '../fixtures/isobmff/movie.ts';
import { plainAvif } from '../fixtures/isobmff/still.ts';
import { ply } from '../fixtures/ply/files.ts';
import { binaryStl, triangles } from '../fixtures/stl/files.ts';
import { strips, writeTiff } from '../fixtures/tiff/tiff.ts';
import { stripped } from '../unit/strip/oracles.ts';
import { withoutPixels } from './pixels.ts';

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

function mediaData(file: Buffer): [start: number, end: number] {
  const at = file.indexOf('mdat');
  return [at + 4, at - 4 + file.readUInt32BE(at - 4)];
}

/** Three views of numbers, with room behind them. */
async function glb(): Promise<Uint8Array> {
  const { json, bin } = await plainModel([]);
  return writeGlb({ json, bin: join(bin, new Uint8Array(20)) });
}
