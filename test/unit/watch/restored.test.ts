import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exportBackup, importBackup } from '../../../lib/store/backup/index.ts';
import { readReview } from '../../../lib/store/index.ts';
import { cadenceChosen, siteUsed } from '../../../lib/watch/index.ts';
import { nextLook } from '../../../lib/watch/quarter.ts';
import { DAY, publish, START, siteOf, type World, world } from './help.ts';

const meshy = siteOf('meshy');

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

/** Another computer, the day after, that took in the backup of a first one. */
async function restored(): Promise<World> {
  const first = world();
  publish(first, meshy, 'good:a');
  await siteUsed(meshy, first.deps);
  const file = await exportBackup(START, first.db);
  const second = world();
  second.at.now = START + DAY;
  await importBackup(file, second.db);
  return second;
}

describe('a watch that was restored from a backup', () => {
  it('has its score again without asking anybody, and its next look when it was due', async () => {
    const w = await restored();
    await cadenceChosen('quarter', w.deps);
    expect(await readReview('meshy', w.db)).toMatchObject({
      dueAt: nextLook(START),
      usedSince: START,
      scorecard: { score: 60 },
    });
    expect(w.asked).toEqual([]);
  });

  it.each([
    ['good:a', 0],
    ['bad:b', 1],
  ])('compares with what it knew: "%s" gives %i alerts', async (text, alerts) => {
    const w = await restored();
    publish(w, meshy, text);
    w.at.now = nextLook(START);
    await cadenceChosen('quarter', w.deps);
    expect(w.paper.rung).toHaveLength(alerts);
  });
});
