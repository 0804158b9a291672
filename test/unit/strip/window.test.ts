import { expect, test } from 'vitest';
import { scanEnd } from '../../../lib/strip/jpeg-scan.ts';
import { LARGEST_SPAN, Window } from '../../../lib/strip/window.ts';
import { type Bytes, join } from '../../fixtures/bytes.ts';
import { CountingFile } from '../../fixtures/counting-file.ts';

/** Coded data of a few windows, with its end marker behind it. `at`: where a stuffed 0xff stands. */
function scan(length: number, at: number): Bytes {
  const data = join(new Uint8Array(length).fill(7), 0xff, 0xd9);
  data.set([0xff, 0x00], at);
  return data;
}

const PLACES = [-2, -1, 0, 1].map((shift) => LARGEST_SPAN + shift);

test.each(PLACES)(
  'a marker at byte %i does not hide the end, and each byte is read about once',
  async (at) => {
    const length = LARGEST_SPAN * 2.5;
    const file = new CountingFile([scan(length, at)], 'scan');
    expect(await scanEnd(new Window(file, LARGEST_SPAN), 0)).toEqual({ end: length, damaged: false });
    expect(file.bytesRead).toBe(file.size);
  },
);

test('a file that is jumped about in is read where it is asked for', async () => {
  const bytes = Uint8Array.from({ length: LARGEST_SPAN * 3 }, (_, i) => (i >> 16) & 0xff);
  const window = new Window(new Blob([bytes]), LARGEST_SPAN);
  for (const at of [0, LARGEST_SPAN * 2, 5, LARGEST_SPAN - 1, LARGEST_SPAN * 2.5])
    expect(await window.copy(at, at + 70_000)).toEqual(bytes.slice(at, at + 70_000));
});

test('what cannot be read ahead is missed only when it is asked for', async () => {
  const file = new CountingFile([scan(LARGEST_SPAN * 2, 9)], 'scan');
  const slice = file.slice.bind(file);
  file.slice = (start = 0, ...rest) => {
    const part = slice(start, ...rest);
    if (start > 0) part.arrayBuffer = () => Promise.reject(new Error('gone'));
    return part;
  };
  const window = new Window(file, LARGEST_SPAN);
  expect(await window.from(0, 2)).toHaveLength(LARGEST_SPAN);
  await expect(window.from(LARGEST_SPAN, 2)).rejects.toThrow('gone');
});
