import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsText } from '../../../lib/strip/swallowed.ts';

const TEXT = /[\t\n\r -~]{32}/;
/** Mostly text, broken now and then by a byte that is none. */
const byte = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(9, 10, 13, 32, 65, 126) },
  { weight: 1, arbitrary: fc.constantFrom(0, 8, 31, 127, 255) },
);

test('a run of 32 characters is found wherever it stands, and no shorter one', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 200, size: 'max' }), (numbers) => {
      const bytes = new Uint8Array(numbers);
      const isThere = TEXT.test(Buffer.from(bytes).toString('latin1'));
      if (isThere) found++;
      expect(holdsText(bytes)).toBe(isThere);
    }),
    { numRuns: 3_000 },
  );
  expect(found).toBeGreaterThan(100);
  expect(found).toBeLessThan(2_900);
});

test.each([0, 1, 30, 31, 32, 33, 63])('a run behind %i bytes, of 31 and of 32 characters', (before) => {
  const bytes = (length: number) =>
    new Uint8Array([...new Array(before).fill(0), ...new Array(length).fill(65), 0]);
  expect([holdsText(bytes(31)), holdsText(bytes(32))]).toEqual([false, true]);
});
