import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaks } from '../../../fixtures/canary.ts';
import { stripped } from '../oracles.ts';
import { PRIVATE } from './fixtures.ts';

const RUNS = Number(process.env.RUNS ?? 120);

type Change = { at: number; bytes: Uint8Array };
const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      fc.constantFrom(
        ...[[0], [0xff], [0xff, 0xff, 0xff, 0xff], [0, 0, 0, 0], [0x3c], [0x22]].map((b) =>
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

/**
 * Where pixels of a BMP or TIFF are and how many of them, a few numbers say; when they say that something else is pixels, then every decoder
 * draws it. In drawings, what is broken out of a comment or a script is drawn or read as a name.
 */
const isDrawn = (name: string) => /BMP|TIFF|SVG/.test(name);
/** What is spliced into the coded picture of a JPEG XL or the colours of a GIF, within their lengths, is part of them to every decoder. */
const isSpliced = (name: string) => isDrawn(name) || /JPEG XL|GIF/.test(name);

test.each(PRIVATE)('%s, changed anywhere: an answer, and a second time nothing to do', async (name, make) => {
  const seed = await make();
  await fc.assert(
    fc.asyncProperty(changes, async (all) => {
      const hostile = changed(seed, all);
      const once = await stripped(hostile);
      if (!once.usable) {
        expect(once.bytes).toEqual(hostile);
        return;
      }
      if (!isDrawn(name)) expect(leaks(once.bytes)).toEqual([]);
      const twice = await stripped(once.bytes);
      expect(twice.bytes).toEqual(once.bytes);
      expect(twice.findings).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test.each(PRIVATE)('%s, with a piece cut out or doubled: an answer', async (name, make) => {
  const seed = await make();
  const place = fc.nat(seed.length);
  await fc.assert(
    fc.asyncProperty(place, place, fc.boolean(), async (a, b, isDoubled) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const { usable, bytes } = await stripped(
        isDoubled
          ? Buffer.concat([seed.subarray(0, to), seed.subarray(from)])
          : Buffer.concat([seed.subarray(0, from), seed.subarray(to)]),
      );
      if (usable && !isSpliced(name)) expect(leaks(bytes)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('bytes of any kind: an answer', async () => {
  const heads = [
    'GIF89a',
    'II*\0',
    'MM\0*',
    'II+\0\x08\0\0\0',
    'BM',
    '\xff\x0a',
    '\0\0\0\x0cJXL \r\n\x87\n',
    '<svg ',
    '<?xml ',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
      const { status, file, usable } = await stripped(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
      expect(['damaged', 'unsupported', 'stripped', 'clean']).toContain(status);
      expect(file.size <= head.length + rest.length || usable).toBe(true);
    }),
    { numRuns: 4 * RUNS },
  );
});
