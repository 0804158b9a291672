import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaks } from '../../fixtures/canary.ts';
import { phoneJpeg, plainJpeg, withPrivateData } from '../../fixtures/jpeg.ts';
import { animatedPng, privatePng } from '../../fixtures/png.ts';
import { animatedWebp, plainWebp, privateWebp } from '../../fixtures/webp.ts';
import { stripped } from './oracles.ts';

const RUNS = Number(process.env.RUNS ?? 150);

const SEEDS: [name: string, make: () => Promise<Uint8Array>][] = [
  ['a phone JPEG', phoneJpeg],
  // Not between its scans: a comment whose marker is overwritten is coded data to every decoder, and stays.
  ['a JPEG with canaries', async () => withPrivateData(await plainJpeg())],
  ['a PNG with canaries', privatePng],
  ['an animated PNG', animatedPng],
  ['a WebP with canaries', async () => privateWebp(await plainWebp())],
  ['an animated WebP with canaries', async () => privateWebp(await animatedWebp())],
];

type Change = { at: number; bytes: Uint8Array };
/** Overwrites one to four bytes somewhere, with what lengths, markers and offsets look like when they are wrong. */
const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      fc.constantFrom(
        ...[[0], [0xff], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0x7f, 0xff, 0xff, 0xff]].map((b) =>
          Uint8Array.from(b),
        ),
      ),
    ),
  }),
  { minLength: 1, maxLength: 3 },
);

function changed(bytes: Uint8Array, all: readonly Change[]): Uint8Array {
  const copy = new Uint8Array(bytes);
  for (const { at, bytes: written } of all) {
    const start = Math.floor(at * copy.length);
    copy.set(written.subarray(0, copy.length - start), start);
  }
  return copy;
}

test.each(SEEDS)(
  '%s, changed anywhere: an answer, no canary in what is usable, and a second time nothing to do',
  async (_, make) => {
    const seed = await make();
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const hostile = changed(seed, all);
        const once = await stripped(hostile);
        if (!once.usable) {
          expect(once.bytes).toEqual(hostile);
          return;
        }
        expect(leaks(once.bytes)).toEqual([]);
        const twice = await stripped(once.bytes);
        expect(twice.bytes).toEqual(once.bytes);
        expect(twice.findings).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
);

/** The coded data of a JPEG has no length: what is spliced into it is part of it to every decoder. */
const WITH_LENGTHS = SEEDS.filter(([name]) => !name.includes('JPEG'));

test.each(WITH_LENGTHS)(
  '%s, with a piece cut out or doubled: an answer, and no canary in what is usable',
  async (_, make) => {
    const seed = await make();
    const place = fc.nat(seed.length);
    await fc.assert(
      fc.asyncProperty(place, place, fc.boolean(), async (a, b, isDoubled) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const hostile = isDoubled
          ? Buffer.concat([seed.subarray(0, to), seed.subarray(from)])
          : Buffer.concat([seed.subarray(0, from), seed.subarray(to)]);
        const { usable, bytes } = await stripped(hostile);
        if (usable) expect(leaks(bytes)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  },
);

test('bytes of any kind: an answer', async () => {
  const heads = fc.constantFrom('', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\x40\0\0\0WEBP');
  await fc.assert(
    fc.asyncProperty(heads, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
      const { status, file, usable } = await stripped(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
      expect(['damaged', 'unsupported', 'stripped', 'clean']).toContain(status);
      expect(file.size <= head.length + rest.length || usable).toBe(true);
    }),
    { numRuns: 500 },
  );
});
