import { beforeEach, describe, expect, it, vi } from 'vitest';
import { unreadChanges } from '../../../lib/store/index.ts';
import { runDue, siteUsed, type WatchDeps } from '../../../lib/watch/index.ts';
import { DAY, publish, START, siteOf, toyEngine, type World, world } from './help.ts';

const SITES = ['tripo', 'meshy', 'hyper3d-rodin', '3dgpt', 'huggingface-spaces'].map(siteOf);
const DAYS = 2 * 365;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});

/** What goes wrong on which days of the two years, counted from the first. */
const CLOSED = { from: 200, to: 300 };
const NO_NETWORK = { from: 95, to: 102 };
const HALF_DOWN = { from: 380, to: 400 };
const CLOCK_BACK = { from: 450, to: 480 };
const within = (day: number, { from, to }: { from: number; to: number }) => day >= from && day < to;

/** A policy of each site that changes on these days; what is published then is red, later green again, and so on. */
const CHANGES = [20, 150, 350, 500, 640];
const policyOn = (day: number) => `policy number:${CHANGES.filter((change) => change <= day).length} words`;

type Log = { looks: Map<string, number[]>; rings: Map<string, number[]> };

/** Two years of a browser whose daily alarm rings, in the real code. */
async function twoYears(w: World, dieAt: (day: number) => number): Promise<Log> {
  const log: Log = { looks: new Map(), rings: new Map() };
  for (const site of SITES) {
    publish(w, site, policyOn(0));
    await siteUsed(site, w.deps);
  }
  for (let day = 1; day < DAYS; day++) {
    if (within(day, CLOSED)) continue;
    for (const site of SITES) publish(w, site, policyOn(day));
    w.at.now = START + day * DAY - (within(day, CLOCK_BACK) ? 30 * DAY : 0);
    const deps = outside(w, day, log);
    await runDue(dying(deps, dieAt(day))).catch(() => {});
    if (dieAt(day) < Number.POSITIVE_INFINITY) await runDue(deps);
  }
  return log;
}

/** The world as it is that day: with or without network, with the engine of the time, and with everything written down. */
function outside(w: World, day: number, log: Log): WatchDeps {
  const engine = toyEngine(day < 250 ? '1' : '2');
  return {
    ...w.deps,
    engine,
    async fetchPolicy(policy) {
      const down = within(day, HALF_DOWN) && /tripo|hugging/.test(policy.url);
      if (within(day, NO_NETWORK)) return { ok: false, reason: 'offline' };
      if (down) return { ok: false, reason: 'http-error', retryAfter: 2 * DAY };
      note(log.looks, policy.url, day);
      return w.deps.fetchPolicy(policy);
    },
    bell: {
      ...w.deps.bell,
      async notify(id) {
        note(log.rings, id, day);
      },
    },
  };
}

/** The worker dies at the `step`th thing it wants from the store, and does nothing more. */
function dying(deps: WatchDeps, step: number): WatchDeps {
  let taken = 0;
  const mortal = new Proxy(deps.store, {
    get: (store, name: keyof WatchDeps['store']) => {
      taken += 1;
      if (taken > step) return () => Promise.reject(new Error('killed'));
      return store[name];
    },
  });
  return { ...deps, store: mortal };
}

function note(log: Map<string, number[]>, what: string, day: number): void {
  log.set(what, [...(log.get(what) ?? []), day]);
}

function gaps(days: readonly number[]): number[] {
  return days.slice(1).map((day, n) => day - (days[n] ?? 0));
}

/** Servers that give validators, and say "unchanged" to whoever shows those of the page that is there. */
function conditional(fetchPolicy: WatchDeps['fetchPolicy']): WatchDeps['fetchPolicy'] {
  return async (ask) => {
    const fetched = await fetchPolicy(ask);
    if (!fetched.ok || 'unchanged' in fetched) return fetched;
    const { html } = fetched;
    return ask.validators?.etag === html
      ? { ok: true, unchanged: true }
      : { ...fetched, validators: { etag: html } };
  };
}

describe.each([
  ['never', false, () => Number.POSITIVE_INFINITY],
  ['every day at another step', false, (day: number) => 1 + (day % 12)],
  ['every day at another step, and servers that answer conditionally', true, (day: number) => 1 + (day % 12)],
])('two years, with a worker that dies %s', (_when, isConditional, dieAt) => {
  it('look at every document once a quarter, lose no change and double none', async () => {
    const w = world();
    if (isConditional) w.deps.fetchPolicy = conditional(w.deps.fetchPolicy);
    const { looks, rings } = await twoYears(w, dieAt);

    expect(looks.size).toBe(SITES.flatMap(({ policies }) => policies).length);
    for (const days of looks.values()) {
      // A look lost with its worker is taken up within days; nothing is asked for out of turn.
      const quarters = gaps(days.filter((day, n) => day - (days[n - 1] ?? -99) > 14));
      expect(Math.max(...quarters)).toBeLessThanOrEqual(92 + 100);
      expect(Math.min(...quarters)).toBeGreaterThan(80);
      expect(days.length).toBeGreaterThanOrEqual(6);
      expect(days.length).toBeLessThanOrEqual(dieAt(1) === Number.POSITIVE_INFINITY ? 8 : 16);
    }

    const changes = await unreadChanges(undefined, w.db);
    for (const site of SITES) {
      const found = changes.filter((change) => change.site === site.id);
      expect(found).toHaveLength(CHANGES.length);
      expect(found.every(({ told }) => told)).toBe(true);
      // A worker that died after ringing rings once more the same day, in the place of the first.
      expect(new Set(rings.get(`change:${site.id}`)).size).toBe(CHANGES.length);
    }
  });
});
