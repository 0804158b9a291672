import { beforeEach, describe, expect, it, vi } from 'vitest';
import { latestSnapshot, readReview, unreadChanges } from '../../../lib/store/index.ts';
import { runDue, siteUsed, type WatchDeps } from '../../../lib/watch/index.ts';
import { nextLook } from '../../../lib/watch/quarter.ts';
import { publish, START, siteOf, type World, world } from './help.ts';

const meshy = siteOf('meshy');
const HOUR = 3_600_000;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

/** A world in which a change waits to be found. */
async function changed(): Promise<World> {
  const w = world();
  publish(w, meshy, 'good:a');
  await siteUsed(meshy, w.deps);
  publish(w, meshy, 'bad:b');
  w.at.now = nextLook(START);
  return w;
}

type Call = (...args: unknown[]) => Promise<unknown>;

/**
 * The same outside, but the worker dies at its `step`th call: before the call does anything, or when it is done and nobody is there to
 * hear. From then on nothing happens any more.
 */
function dying(
  deps: WatchDeps,
  step: number,
  when: 'before' | 'after',
): { deps: WatchDeps; steps(): number } {
  let taken = 0;
  const mortal =
    (call: Call): Call =>
    async (...args) => {
      taken += 1;
      if (taken > step || (taken === step && when === 'before')) throw new Error('killed');
      const result = await call(...args);
      if (taken >= step) throw new Error('killed');
      return result;
    };
  const each = <T extends object>(group: T): T =>
    Object.fromEntries(Object.entries(group).map(([name, call]) => [name, mortal(call as Call)])) as T;
  const fetchPolicy = mortal(deps.fetchPolicy as Call) as WatchDeps['fetchPolicy'];
  // The lock is the browser's own and dies with the worker.
  const exclusive: WatchDeps['exclusive'] = (_name, work) => work();
  const mortals = { ...deps, fetchPolicy, exclusive, store: each(deps.store), bell: each(deps.bell) };
  return { deps: mortals, steps: () => taken };
}

const live = (w: World) => runDue(w.deps).catch(() => {});

describe('a worker killed at any await', () => {
  it('has enough awaits for this to mean something', async () => {
    const w = await changed();
    const counting = dying(w.deps, Number.POSITIVE_INFINITY, 'before');
    await runDue(counting.deps);
    expect(counting.steps()).toBeGreaterThan(10);
    expect(w.paper.rung).toHaveLength(1);
  });

  const steps = Array.from({ length: 22 }, (_, n) => n + 1);
  for (const when of ['before', 'after'] as const) {
    it.each(steps)(`(${when} step %i) loses no alert and doubles none`, async (step) => {
      const w = await changed();
      const { deps } = dying(w.deps, step, when);
      await runDue(deps).catch(() => {});
      w.at.now += HOUR;
      await live(w);
      await live(w);
      const changes = await unreadChanges(undefined, w.db);
      expect(changes).toHaveLength(1);
      expect(changes[0]?.told).toBe(true);
      expect(new Set(w.paper.rung.map(({ id }) => id))).toEqual(new Set(['change:meshy']));
      expect(w.paper.rung.length).toBeLessThanOrEqual(2);
      expect(w.paper.badge).toBe(1);
      expect(await (await w.db).count('snapshots')).toBe(3);
      expect((await latestSnapshot('meshy', 'privacy', w.db))?.text.plain).toBe('bad:b');
      const review = await readReview('meshy', w.db);
      expect(review?.scorecard?.score).toBe(40);
      expect(review?.documents.every(({ failures }) => failures === undefined)).toBe(true);
    });
  }

  it('rings twice only when it died between ringing and noting it', async () => {
    const twice: string[] = [];
    for (const when of ['before', 'after'] as const) {
      for (const step of steps) {
        const w = await changed();
        await runDue(dying(w.deps, step, when).deps).catch(() => {});
        w.at.now += HOUR;
        await live(w);
        if (w.paper.rung.length > 1) twice.push(`${when} ${step}`);
      }
    }
    expect(twice).toHaveLength(2);
  });

  it('asks a page that kills it every time less and less often', async () => {
    const w = await changed();
    w.asked.length = 0;
    const killer = {
      ...w.deps,
      fetchPolicy: async (policy: { url: string }) => {
        await w.deps.fetchPolicy(policy);
        throw new Error('killed');
      },
    };
    for (let minute = 0; minute < 24 * 60; minute += 2) {
      w.at.now += 2 * 60_000;
      await runDue(killer);
    }
    expect(w.asked.length).toBeGreaterThan(3);
    expect(w.asked.length).toBeLessThan(8);
  });
});
