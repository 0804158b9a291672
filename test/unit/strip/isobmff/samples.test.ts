import { expect, test } from 'vitest';
import { join, u16, u32 } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { fullBox, zeros } from '../../../fixtures/isobmff/boxes.ts';
import { pictureTrack, soundEntry, soundTrack, writeMovie } from '../../../fixtures/isobmff/movie.ts';
import { stripped } from '../oracles.ts';

const SOUND = 'SOUND of 24 bytes 123456';

/** A QuickTime movie whose chunks of sound are 24 bytes each, given the table of sizes and the samples in a chunk. */
function soundMovie(entry: Uint8Array, sizes: Uint8Array, perChunk: number): Uint8Array {
  const sound = { ...soundTrack(), entry, samples: [SOUND, SOUND] };
  const movie = Buffer.from(writeMovie({ tracks: [sound, pictureTrack()], gap: canary('a gap') }));
  movie.set(u32(perChunk), movie.indexOf('stsc') + 16);
  movie.set(sizes, movie.indexOf('stsz') + 4);
  return new Uint8Array(movie);
}

/** A table of sizes that is as long as one of two 32-bit numbers. */
function fixedSizes(size: number, count: number): Uint8Array {
  return join(u32(0), u32(size), u32(count), zeros(4));
}

const PACKED = join(u32(4), u32(1), u32(6), u32(2));

const ROWS: [name: string, movie: Uint8Array][] = [
  ['16 bits, two channels, a size in bytes', soundMovie(soundEntry('sowt'), fixedSizes(4, 12), 6)],
  ['16 bits, two channels, a size of one', soundMovie(soundEntry('twos'), fixedSizes(1, 12), 6)],
  ['8 bits that are called 16', soundMovie(soundEntry('ulaw'), fixedSizes(1, 24), 12)],
  ['packets of four samples in six bytes', soundMovie(packedEntry(), fixedSizes(1, 32), 16)],
];

/** QuickTime's version 1 of a description of sound. */
function packedEntry(): Uint8Array {
  const entry = Buffer.from(soundEntry('ima4', PACKED));
  entry.writeUInt16BE(1, 16);
  return new Uint8Array(entry);
}

test.each(ROWS)('%s: every sample stays, the gaps between go', async (_, movie) => {
  const clean = await stripped(movie);
  expect(clean).toMatchObject({ status: 'stripped', problems: [] });
  expect(leaks(clean.bytes)).toEqual([]);
  expect(Buffer.from(clean.bytes).toString('latin1').split(SOUND).length).toBe(3);
});

test.each([
  [4, join(0x87, 0x90)],
  [8, join(8, 7, 9)],
  [16, join(u16(8), u16(7), u16(9))],
])('sizes of %i bits', async (bits, sizes) => {
  const samples = ['PICTURE1', 'PICTURE', 'PICTURE99'];
  const compact = fullBox('stz2', 0, 0, 0, 0, 0, bits, u32(3), sizes);
  const track = pictureTrack({ samples, inTable: [compact] });
  const movie = Buffer.from(writeMovie({ tracks: [track], gap: canary('a gap') }));
  movie.set(Buffer.from('free'), movie.indexOf('stsz'));
  const clean = await stripped(movie);
  expect(clean).toMatchObject({ status: 'stripped', problems: [] });
  expect(leaks(clean.bytes)).toEqual([]);
  for (const sample of samples) expect(Buffer.from(clean.bytes).includes(sample)).toBe(true);
});

test('media data that stands in another file is not looked for in this one', async () => {
  const movie = Buffer.from(writeMovie({ tracks: [pictureTrack(), soundTrack()] }));
  movie[movie.indexOf('url ') + 7] = 0;
  const { bytes, findings } = await stripped(movie);
  expect(findings).toContainEqual(expect.objectContaining({ kind: 'path' }));
  expect(Buffer.from(bytes).includes('PICTURE')).toBe(false);
  expect(Buffer.from(bytes).includes('SOUND')).toBe(true);
});
