import * as engine from '../../../lib/policy/index.ts';
import * as store from '../../../lib/store/index.ts';
import type { Database } from '../../../lib/store/schema.ts';
import { type Ask, fetchPolicy } from '../../../lib/watch/fetch-policy.ts';
import { type Note, politely, type WatchDeps } from '../../../lib/watch/index.ts';
import { FLAG_RULES } from '../../../rules/flags/index.ts';

/** The longest a request may take here, in ms: servers that never answer must not make the bench a matter of minutes. */
const TIME_LIMIT = 400;

export type Outside = {
  deps: WatchDeps;
  clock: { now: number };
  /** Notifications by id, each with the time since its site was asked last, in ms. */
  rung: Map<string, { note: Note; after: number }[]>;
  /** How often any host was asked. */
  requests: () => number;
};

/** The watch's outside in plain Node: hosts are folders of the server at `base`, the clock and the waits are made up. */
export function outsideOf(base: string, db: Promise<Database>): Outside {
  const clock = { now: Date.UTC(2026, 10, 22) };
  const rung: Outside['rung'] = new Map();
  const asked = new Map<string, number>();
  let requests = 0;
  const exclusive = locks();
  const net = {
    permitted: async () => true,
    timeLimit: TIME_LIMIT,
    now: () => clock.now,
    async fetch(url: string, init: RequestInit) {
      requests += 1;
      asked.set(new URL(url).host, performance.now());
      return asHost(await fetch(url.replace('https://', base), init), base);
    },
  };
  const manners = {
    exclusive,
    now: () => clock.now,
    random: Math.random,
    async sleep(ms: number) {
      clock.now += ms;
    },
  };
  const titles = new Map(FLAG_RULES.map(({ flag, title }) => [flag, title]));
  const deps: WatchDeps = {
    now: () => clock.now,
    fetchPolicy: politely((ask: Ask) => fetchPolicy(ask, net), manners),
    engine,
    store: storeOf(db),
    bell: {
      async notify(id, note) {
        const host = `${id.replace('change:', '')}.example`;
        const after = performance.now() - (asked.get(host) ?? Number.NaN);
        rung.set(id, [...(rung.get(id) ?? []), { note, after }]);
      },
      async wakeAt() {},
      async count() {},
    },
    titleOf: (flag) => titles.get(flag) ?? flag,
    exclusive,
  };
  return { deps, clock, rung, requests: () => requests };
}

/** The answer as if it came from the pretend host. */
function asHost(response: Response, base: string): Response {
  Object.defineProperty(response, 'url', { value: response.url.replace(base, 'https://') });
  return response;
}

function storeOf(db: Promise<Database>): WatchDeps['store'] {
  return {
    readReview: (site) => store.readReview(site, db),
    allReviews: () => store.allReviews(db),
    saveReview: (review) => store.saveReview(review, db),
    latestSnapshot: (site, kind) => store.latestSnapshot(site, kind, db),
    snapshots: (site, kind) => store.snapshots(site, kind, db),
    saveLook: (look) => store.saveLook(look, db),
    unreadChanges: () => store.unreadChanges(undefined, db),
    untoldChanges: () => store.untoldChanges(db),
    readSettings: () => store.readSettings(db),
    markTold: (ids) => store.markTold(ids, db),
  };
}

function locks(): WatchDeps['exclusive'] {
  const held = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const next = (held.get(name) ?? Promise.resolve()).then(work, work);
    held.set(
      name,
      next.catch(() => {}),
    );
    return next;
  };
}
