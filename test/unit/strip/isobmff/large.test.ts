import { expect, test } from 'vitest';
import { strip } from '../../../../lib/strip/index.ts';
import { largeMovieHead, SAMPLE, TAIL } from '../../../fixtures/isobmff/large.ts';

const MB = 1_048_576;

/** Nothing of it is in memory but one block. */
function largeMovie(): Blob {
  const block = new Blob([new Uint8Array(MB).fill(7)]);
  return new Blob([largeMovieHead(), ...Array<Blob>((4 * SAMPLE) / MB).fill(block), TAIL]);
}

/** Counts what is read of a file. */
class Counted extends File {
  static read = 0;

  override slice(start = 0, end = this.size, type?: string): Blob {
    const part = super.slice(start, end, type);
    const whole = part.arrayBuffer.bind(part);
    part.arrayBuffer = async () => {
      Counted.read += part.size;
      return whole();
    };
    return part;
  }
}

test('two gigabytes: hardly anything is read, hardly any memory taken', async () => {
  const file = new Counted([largeMovie()], 'large.mp4');
  const before = process.memoryUsage().rss;
  const result = await strip(file);
  expect(result).toMatchObject({ status: 'stripped', problems: [] });
  expect(result.file.size).toBe(file.size - TAIL.length);
  expect(result.removedBytes).toBeGreaterThanOrEqual(2 * SAMPLE);
  expect(Counted.read).toBeLessThan(file.size / 10_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(32 * MB);
});

test('notes are zeros, pictures are as they were', async () => {
  const file = new File([largeMovie()], 'large.mp4');
  const { file: clean } = await strip(file);
  const dataAt = Buffer.from(await clean.slice(0, 10_000).arrayBuffer()).indexOf('mdat') + 12;
  const at = async (turn: number) => {
    const start = dataAt + turn * SAMPLE;
    const near = new Uint8Array(await clean.slice(start, start + 3).arrayBuffer());
    const far = new Uint8Array(await clean.slice(start + SAMPLE - 3, start + SAMPLE).arrayBuffer());
    return [...near, ...far];
  };
  expect(await Promise.all([0, 1, 2, 3].map(at))).toEqual([7, 0, 7, 0].map((byte) => Array(6).fill(byte)));
});
