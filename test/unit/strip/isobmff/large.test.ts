import { expect, test } from 'vitest';
import { strip } from '../../../../lib/strip/index.ts';
import { join, u32 } from '../../../fixtures/bytes.ts';
import { canary } from '../../../fixtures/canary.ts';
import { box, u64 } from '../../../fixtures/isobmff/boxes.ts';
import { notesTrack, pictureTrack, writeMovie } from '../../../fixtures/isobmff/movie.ts';

const MB = 1_048_576;
const SAMPLE = 512 * MB;

/** Two gigabytes: a picture sample of 512 MB, one of notes, and the same again. Nothing of it is in memory but one block. */
function largeMovie(): Blob {
  const tracks = [
    pictureTrack({ samples: ['P', 'P'] }),
    { ...notesTrack(2, 'meta', 'gpmd'), samples: ['N', 'N'] },
  ];
  const small = Buffer.from(writeMovie({ tracks, hasLongMedia: true }));
  const dataAt = small.indexOf('mdat') + 12;
  let at = 0;
  for (const first of [0, 1]) {
    at = small.indexOf('stsz', at) + 16;
    small.set(join(u32(SAMPLE), u32(SAMPLE)), at);
    small.set(
      join(u32(dataAt + first * SAMPLE), u32(dataAt + (first + 2) * SAMPLE)),
      small.indexOf('stco', at) + 12,
    );
  }
  small.set(u64(16 + 4 * SAMPLE), dataAt - 8);
  const block = new Blob([new Uint8Array(MB).fill(7)]);
  return new Blob([
    small.subarray(0, dataAt),
    ...Array<Blob>(2048).fill(block),
    box('uuid', canary('the end')),
  ]);
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
  expect(result.file.size).toBe(file.size - box('uuid', canary('the end')).length);
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
