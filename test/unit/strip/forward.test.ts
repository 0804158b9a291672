import { expect, test } from 'vitest';
import { BUFFER, STEP } from '../../../lib/strip/feed.ts';
import { Forward } from '../../../lib/strip/forward.ts';
import { scanEnd } from '../../../lib/strip/jpeg-scan.ts';
import { type Bytes, join } from '../../fixtures/bytes.ts';
import { CountingFile } from '../../fixtures/counting-file.ts';

/** Coded data of a few steps, with its end marker behind it. `at`: where a stuffed 0xff stands. */
function scan(length: number, at: number): Bytes {
  const data = join(new Uint8Array(length).fill(7), 0xff, 0xd9);
  data.set([0xff, 0x00], at);
  return data;
}

/** A file whose streams fill nobody's buffer, as for a content script of Firefox. */
class Streamless extends CountingFile {
  constructor(parts: BlobPart[]) {
    super(parts, '');
  }

  override stream(): ReturnType<Blob['stream']> {
    return new ReadableStream({
      type: 'bytes',
      pull: () => Promise.reject(new TypeError('zero length viewed buffer')),
    }) as ReturnType<Blob['stream']>;
  }
}

const KINDS = {
  'through a stream': { Kind: Blob, step: BUFFER },
  'step by step': { Kind: Streamless, step: STEP },
};
const CASES = Object.entries(KINDS).flatMap(([way, { Kind, step }]) =>
  [-2, -1, 0, 1].map((shift) => ({ way, Kind, step, at: step + shift })),
);

test.each(CASES)('a marker at byte $at does not hide the end, read $way', async ({ Kind, step, at }) => {
  const length = step * 2.5;
  const file = new Kind([scan(length, at)]);
  const window = new Forward(file);
  expect(await scanEnd(window, 0)).toEqual({ end: length, damaged: false });
  if (file instanceof Streamless) expect(file.bytesRead).toBe(file.size);
  window.close();
});

test.each(Object.entries(KINDS))(
  'pieces of any size, read %s, are what stands in the file',
  async (_, { Kind, step }) => {
    const bytes = Uint8Array.from({ length: step * 3 }, (_, i) => (i * 2_654_435_761) >>> 24);
    const window = new Forward(new Kind([bytes]));
    let at = 0;
    for (const size of [3, 70_000, step - 70_001, 5, step * 1.5, 2]) {
      const piece = await window.from(at, size);
      expect(piece.length).toBeGreaterThanOrEqual(size);
      expect(Buffer.compare(piece.subarray(0, size), bytes.subarray(at, at + size))).toBe(0);
      at += size;
    }
    // Back to what has been let go, and over something to the very end.
    expect(await window.copy(7, 19)).toEqual(bytes.slice(7, 19));
    expect(await window.copy(step * 3 - 4, step * 3 + 4)).toEqual(bytes.slice(-4));
    window.close();
  },
);

test('what cannot be read is missed only when it is asked for', async () => {
  const file = new Streamless([scan(STEP * 2, 9)]);
  const slice = file.slice.bind(file);
  file.slice = (start = 0, ...rest) => {
    const part = slice(start, ...rest);
    if (start > 0) part.arrayBuffer = () => Promise.reject(new Error('gone'));
    return part;
  };
  const window = new Forward(file);
  expect(await window.from(0, 2)).toHaveLength(STEP);
  await expect(window.from(STEP, 2)).rejects.toThrow('gone');
});

test('a file that is shorter than it says is an error, never a loop', async () => {
  const file = new Blob(['abc']);
  Object.defineProperty(file, 'size', { value: 9 });
  await expect(new Forward(file).from(0, 9)).rejects.toThrow('ends too soon');
});
