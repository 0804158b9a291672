import { expect, test } from 'vitest';
import { strip } from '../../../lib/strip/index.ts';
import { readBytes, remembering } from '../../../lib/strip/read.ts';
import { fileOf, join } from '../../fixtures/bytes.ts';
import { privateMovie } from '../../fixtures/isobmff/movie.ts';
import { privateStill } from '../../fixtures/isobmff/still.ts';
import { phoneJpeg } from '../../fixtures/jpeg.ts';
import { plainPng, privateChunks, withChunks } from '../../fixtures/png.ts';
import { plainWebp, privateWebp } from '../../fixtures/webp.ts';

const MB = 1_048_576;
const BYTES = Uint8Array.from({ length: 3 * MB }, (_, i) => (i * 2_654_435_761) >>> 24);

/** A file that notes what is asked of it: [start, length]. */
class Noting extends File {
  reads: [start: number, length: number][] = [];

  override slice(start = 0, end = this.size, type?: string): Blob {
    const part = super.slice(start, end, type);
    const read = part.arrayBuffer.bind(part);
    part.arrayBuffer = () => {
      this.reads.push([start, part.size]);
      return read();
    };
    return part;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    this.reads.push([0, this.size]);
    return super.arrayBuffer();
  }

  override stream(): ReturnType<File['stream']> {
    this.reads.push([0, this.size]);
    return super.stream();
  }
}

const noting = (bytes: Uint8Array<ArrayBuffer>) => new Noting([bytes], 'input');

async function expectRead(file: File, start: number, end: number): Promise<void> {
  const bytes = await readBytes(file, start, end);
  expect(Buffer.compare(bytes, BYTES.subarray(start, end))).toBe(0);
}

const SMALL = {
  JPEG: phoneJpeg,
  PNG: async () => withChunks(await plainPng(), ...(await privateChunks())),
  WebP: async () => privateWebp(await plainWebp()),
  AVIF: privateStill,
  MP4: async () => privateMovie(),
};

test.each(Object.entries(SMALL))('a small file is read once: %s', async (_, make) => {
  const file = noting(join(await make()));
  expect(await strip(file)).toMatchObject({ status: 'stripped' });
  expect(file.reads).toEqual([[0, file.size]]);
});

test('the beginning of a large file is read once, and so is a neighbourhood', async () => {
  const file = noting(BYTES);
  await remembering(file, async () => {
    for (const at of [0, 30, 4000, 12_000]) await expectRead(file, at, at + 16);
    expect(file.reads).toHaveLength(1);
    for (const at of [2 * MB, 2 * MB + 40, 2 * MB - 1000, 2 * MB + 9000]) await expectRead(file, at, at + 16);
    expect(file.reads).toHaveLength(3);
  });
});

test('of places far from each other no more is read than is asked for', async () => {
  const file = noting(BYTES);
  const places = Array.from({ length: 20 }, (_, i) => (i + 1) * 100_000 + i * i);
  await remembering(file, async () => {
    for (const at of places) await expectRead(file, at, at + 32);
  });
  expect(file.reads).toEqual(places.map((at) => [at, 32]));
});

test('places at even distances are read before they are asked for', async () => {
  const file = noting(BYTES);
  const places = Array.from({ length: 15 }, (_, i) => 9000 + (i + 1) * 200_000);
  await remembering(file, async () => {
    for (const at of places.slice(0, 3)) await expectRead(file, at, at + 32);
    expect(file.reads.map(([at]) => at).toSorted((a, b) => a - b)).toEqual(places.slice(0, 11));
    for (const at of places) await expectRead(file, at, at + 32);
  });
  expect(new Set(file.reads.map(([at]) => at)).size).toBe(file.reads.length);
});

test('nobody writes into what another one reads', async () => {
  const file = fileOf(BYTES.slice(0, 100), 'input');
  await remembering(file, async () => {
    (await readBytes(file, 0, 10)).fill(0xee);
    await expectRead(file, 0, 10);
    expect(await readBytes(file, 90, 200)).toHaveLength(10);
    expect(await readBytes(file, 100, 200)).toHaveLength(0);
  });
});

test('nothing is remembered afterwards, and what is large never is', async () => {
  const file = noting(BYTES);
  await remembering(file, async () => {
    for (let round = 0; round < 2; round++) await expectRead(file, 5, 5 + MB);
    await expectRead(file, 0, 4);
  });
  await expectRead(file, 0, 4);
  expect(file.reads).toEqual([
    [5, MB],
    [5, MB],
    [0, (3 * MB) / 256],
    [0, 4],
  ]);
});
