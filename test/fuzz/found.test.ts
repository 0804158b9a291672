import { expect, test } from 'vitest';
import { privateMovie } from '../fixtures/isobmff/movie.ts';
import { judge } from './judge.ts';

/** What fuzzing has found wrong once: a name, and the file that was taken wrongly. */
const FOUND: [name: string, make: () => Uint8Array][] = [
  [
    'a track whose list of data references is empty had its samples blanked the second time only',
    () => changed(privateMovie(), (movie) => movie.writeUInt32BE(8, nth(movie, 'dref', 2) - 4)),
  ],
];

test.each(FOUND)('%s', async (_, make) => {
  expect(await judge(Buffer.from(make()))).toBeUndefined();
});

function changed(bytes: Uint8Array, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

/** Where a name stands for the `n`th time. */
function nth(bytes: Buffer, name: string, n: number): number {
  let at = -1;
  for (let i = 0; i < n; i++) at = bytes.indexOf(name, at + 1);
  return at;
}
