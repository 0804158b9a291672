import { expect, test } from 'vitest';
import { allReviews, readReview } from '../../../lib/store/index.ts';
import { pinSite, runDue, siteUsed } from '../../../lib/watch/index.ts';
import { nextLook } from '../../../lib/watch/quarter.ts';
import { publish, START, siteOf, world } from './help.ts';

const meshy = siteOf('meshy');

/** A world in which Meshy was pinned and never used. */
async function pinned() {
  const w = world();
  publish(w, meshy, 'good:a');
  expect(await pinSite(meshy.id, true, w.deps)).toBe(true);
  return w;
}

test('a pinned site is read at once, and again when it is due', async () => {
  const w = await pinned();
  const review = await readReview(meshy.id, w.db);
  expect(review).toMatchObject({ pinned: true, dueAt: nextLook(START) });
  expect(review).not.toHaveProperty('usedSince');
  expect(review?.scorecard?.grade).toBeTruthy();
  w.asked.length = 0;
  w.at.now = nextLook(START);
  await runDue(w.deps);
  expect(w.asked.length).toBeGreaterThan(0);
});

test('a site that is neither used nor pinned any more is left alone, and what is known of it stays', async () => {
  const w = await pinned();
  await pinSite(meshy.id, false, w.deps);
  w.asked.length = 0;
  w.at.now = nextLook(START);
  await runDue(w.deps);
  expect(w.asked).toEqual([]);
  expect((await readReview(meshy.id, w.db))?.scorecard?.grade).toBeTruthy();
});

test('a used site goes on being watched when its pin is taken away', async () => {
  const w = await pinned();
  w.at.now += 1_000;
  await siteUsed(meshy, w.deps);
  await pinSite(meshy.id, false, w.deps);
  expect(await readReview(meshy.id, w.db)).toMatchObject({ usedSince: START + 1_000, pinned: false });
  w.asked.length = 0;
  w.at.now = nextLook(START);
  await runDue(w.deps);
  expect(w.asked.length).toBeGreaterThan(0);
});

test('taking away a pin that is not there, and a site that is not there, change nothing', async () => {
  const w = world();
  expect(await pinSite(meshy.id, false, w.deps)).toBe(true);
  expect(await pinSite('nowhere', true, w.deps)).toBe(false);
  expect(await allReviews(w.db)).toEqual([]);
  expect(w.asked).toEqual([]);
});
