import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join, u32 } from '../../../fixtures/bytes.ts';
import { leaks } from '../../../fixtures/canary.ts';
import { box } from '../../../fixtures/isobmff/boxes.ts';
import { pictureTrack, privateMovie, writeFragments, writeMovie } from '../../../fixtures/isobmff/movie.ts';
import { privateStill } from '../../../fixtures/isobmff/still.ts';
import { stripped } from '../oracles.ts';

const RUNS = Number(process.env.RUNS ?? 150);
const TRUNCATED = 'The file ends before the picture does.';
const nothing = { after: join() };
/** Nothing private stands beside a picture here: a length that grew would make it part of one. */
const still = (isMediaFirst = false) => privateStill({ ...nothing, gap: '', isMediaFirst });
const movie = (isMediaFirst = false) => privateMovie({ ...nothing, gap: '', isMediaFirst });

const WHOLE: [name: string, make: () => Promise<Uint8Array>][] = [
  ['a still picture', still],
  ['a still picture with its description last', () => still(true)],
  ['a video', async () => movie()],
  ['a video with its description last', async () => movie(true)],
];

test.each(WHOLE)(
  '%s, cut off anywhere: never clean, never stripped, no canary in what is usable',
  async (_, make) => {
    const whole = await make();
    expect((await stripped(whole)).status).toBe('stripped');
    for (let length = 20; length < whole.length; length += 7) {
      const result = await stripped(whole.subarray(0, length));
      expect(result.status).toBe('damaged');
      expect(result.problems).not.toEqual([]);
      if (result.usable) expect(leaks(result.bytes)).toEqual([]);
      else expect(result.bytes).toEqual(whole.subarray(0, length));
    }
  },
);

test('media data that ends too soon is cleaned as far as it goes', async () => {
  const whole = movie();
  const clean = await stripped(whole.subarray(0, whole.length - 60));
  expect(clean).toMatchObject({ status: 'damaged', usable: true, problems: [TRUNCATED] });
  expect(leaks(clean.bytes)).toEqual([]);
  expect((await stripped(clean.bytes)).problems).toEqual([TRUNCATED]);
});

const HELD: [name: string, make: () => Promise<Uint8Array>, problem: RegExp][] = [
  [
    'no description at all',
    async () => join(box('ftyp', 'mp42', u32(0)), box('mdat', 'PICTURE')),
    /no picture/,
  ],
  ['a movie without samples', async () => writeFragments([pictureTrack()], []), /no picture/],
  ['a track without a handler', async () => renamed(movie(), 'mdia', 'mdix'), /not complete/],
  ['samples outside of the media data', async () => shifted(movie(), 'stco', 8, -3000), /lengths/],
  ['a table longer than its box', async () => shifted(movie(), 'stsz', 8, 1000), /lengths/],
  [
    'a chunk that takes the samples of those behind it',
    async () => shifted(movie(), 'stsc', 12, 5),
    /lengths/,
  ],
  ['a box longer than the one around it', async () => shifted(movie(), 'mdia', -8, 90_000), /lengths/],
  ['an item twice', async () => doubled(await still()), /lengths/],
  ['a picture that claims the place and the time', async () => greedy(await still()), /share bytes/],
];

test.each(HELD)('%s: held, untouched', async (_, make, problem) => {
  const original = await make();
  const result = await stripped(original);
  expect(result).toMatchObject({ status: 'damaged', usable: false });
  expect(result.problems.join()).toMatch(problem);
  expect(result.bytes).toEqual(original);
});

const UNSUPPORTED: [name: string, make: () => Promise<Uint8Array>, problem: RegExp][] = [
  ['an encrypted track', async () => renamed(movie(), 'avc1\0', 'encv\0'), /an encrypted video/],
  ['a compressed movie box', async () => renamed(movie(), 'iods', 'cmov'), /compressed description/],
  ['a picture of unknown coding', async () => renamed(await still(), 'av01MW', 'av99MW'), /unknown way/],
];

test.each(UNSUPPORTED)('%s: not supported, untouched', async (_, make, problem) => {
  const original = await make();
  const result = await stripped(original);
  expect(result).toMatchObject({ status: 'unsupported', usable: false });
  expect(result.problems.join()).toMatch(problem);
  expect(result.bytes).toEqual(original);
});

function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return join(Buffer.from(bytes).toString('latin1').replace(from, to));
}

/** Adds to the number that stands `distance` bytes behind the name of the first box of a type. */
function shifted(bytes: Uint8Array, type: string, distance: number, by: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(type) + 4 + distance;
  copy.writeUInt32BE((copy.readUInt32BE(at) + by) >>> 0, at);
  return new Uint8Array(copy);
}

function doubled(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt16BE(1, copy.indexOf('Exif') - 4);
  return new Uint8Array(copy);
}

/** The second half of the picture reaches into the Exif block behind it. */
function greedy(bytes: Uint8Array): Uint8Array {
  return shifted(bytes, 'iloc', 36, 100);
}

const SEEDS: [name: string, make: () => Promise<Uint8Array>][] = [
  ...WHOLE,
  [
    'a video in fragments',
    async () => writeFragments([pictureTrack()], [[{ track: 1, samples: ['PICTURE'] }]]),
  ],
];
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const written = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 4 }),
  fc.constantFrom(
    ...[[0], [0xff], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0, 0, 0, 1]].map((b) => Uint8Array.from(b)),
  ),
);

describe.each(SEEDS)('%s', (_, make) => {
  test('changed anywhere: an answer, no canary in what is usable, and a second time nothing to do', async () => {
    const seed = await make();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, written), { minLength: 1, maxLength: 3 }),
        async (changes) => {
          const hostile = seed.slice();
          for (const [at, bytes] of changes) {
            const start = Math.floor(at * hostile.length);
            hostile.set(bytes.subarray(0, hostile.length - start), start);
          }
          const once = await stripped(hostile);
          if (!once.usable) {
            expect(once.bytes).toEqual(hostile);
            return;
          }
          expect(leaks(once.bytes)).toEqual([]);
          const twice = await stripped(once.bytes);
          expect(twice.bytes).toEqual(once.bytes);
          expect(twice.findings).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

/** Coded data is not looked into: what is spliced into it is part of it to every decoder. */
test.each(SEEDS)('%s, with a piece cut out or doubled: an answer', async (_, make) => {
  const seed = await make();
  const at = fc.nat(seed.length);
  await fc.assert(
    fc.asyncProperty(at, at, fc.boolean(), async (a, b, isDoubled) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const [head, rest] = isDoubled ? [to, from] : [from, to];
      const hostile = join(seed.subarray(0, head), seed.subarray(rest));
      const { usable, bytes, problems } = await stripped(hostile);
      if (!usable) expect(bytes).toEqual(hostile);
      expect(problems).not.toContain('The file could not be read.');
    }),
    { numRuns: RUNS },
  );
});

test('boxes nested deeper than any file has: an answer', async () => {
  let nested = box('trak');
  for (let depth = 0; depth < 2000; depth++) nested = box(depth % 2 ? 'trak' : 'mdia', nested);
  const bytes = join(box('ftyp', 'mp42', u32(0)), box('moov', nested));
  expect(await stripped(bytes)).toMatchObject({ status: 'damaged', usable: false });
});

test('a table that claims four thousand million samples: an answer', async () => {
  const bytes = writeMovie({ tracks: [pictureTrack()] });
  bytes.set(join(u32(1), u32(0xffffffff)), Buffer.from(bytes).indexOf('stsz') + 8);
  bytes.set(u32(0xffffffff), Buffer.from(bytes).indexOf('stsc') + 16);
  expect((await stripped(bytes)).status).toBe('damaged');
});
