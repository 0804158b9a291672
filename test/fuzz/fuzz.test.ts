import { expect, test } from 'vitest';
import { type Failure, fuzz, isFixture } from './fuzz.ts';
import { seeds } from './seeds.ts';
import { sweep } from './sweep.ts';

/** A taste of `npm run fuzz`: as many runs as fit into a few seconds, always from the first on. */
const SECONDS = 5;
const LEAST = 200;

test('hostile files: an answer in time, no canary, and a second time nothing to do', async () => {
  const all = await seeds();
  const failures: Omit<Failure, 'bytes'>[] = [];
  const end = performance.now() + SECONDS * 1000;
  const isEnough = (run: number) => run >= LEAST && performance.now() > end;
  const runs = await fuzz(all, 0, isEnough, ({ bytes: _, ...failure }) => failures.push(failure));
  expect(failures).toEqual([]);
  expect(runs).toBeGreaterThanOrEqual(LEAST);
});

/** A taste of `npm run fuzz -- --sweep 1`. */
const STEP = 1_499;

test('files with one number changed: the same', { timeout: 60_000 }, async () => {
  const all = (await seeds()).filter(isFixture);
  const failures: Omit<Failure, 'bytes'>[] = [];
  const runs = await sweep(all, STEP, ({ bytes: _, ...failure }) => failures.push(failure));
  expect(failures).toEqual([]);
  expect(runs).toBeGreaterThan(5 * all.length);
});
