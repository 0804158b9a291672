import { describe, expect, it } from 'vitest';
import type { Ask, Fetched } from '../../../lib/watch/fetch-policy.ts';
import { politely } from '../../../lib/watch/polite.ts';

const PAGE: Fetched = { ok: true, html: '', url: '' };
const BUSY: Fetched = { ok: false, reason: 'http-error', retryAfter: 60_000 };

/** A polite fetcher with a clock that moves when somebody waits, and locks by name, like the browser's. */
function fetcher(answer: (ask: Ask) => Promise<Fetched>) {
  const locks = new Map<string, Promise<unknown>>();
  const clock = { now: 1_000_000 };
  const waits: number[] = [];
  const fetchPolicy = politely(answer, {
    now: () => clock.now,
    random: () => 0.5,
    async sleep(ms) {
      if (ms > 0) waits.push(ms);
      clock.now += ms;
    },
    exclusive(name, work) {
      const last = locks.get(name) ?? Promise.resolve();
      const next = last.then(work, work);
      locks.set(name, next);
      return next;
    },
  });
  return { fetchPolicy: (url: string) => fetchPolicy({ url }), waits, clock };
}

describe('politely', () => {
  it('asks one host for one thing at a time, and other hosts meanwhile', async () => {
    const open = new Map<string, number>();
    let most = 0;
    const { fetchPolicy } = fetcher(async ({ url }) => {
      const { host } = new URL(url);
      open.set(host, (open.get(host) ?? 0) + 1);
      expect(open.get(host)).toBe(1);
      await new Promise((done) => setImmediate(done));
      most = Math.max(most, [...open.values()].filter((each) => each > 0).length);
      open.set(host, 0);
      return PAGE;
    });
    const urls = ['https://a.example/1', 'https://a.example/2', 'https://b.example/1', 'https://b.example/2'];
    await Promise.all(urls.map(fetchPolicy));
    expect(most).toBe(2);
  });

  it('pauses before it asks the same host again, and not before it asks another', async () => {
    const { fetchPolicy, waits, clock } = fetcher(async () => PAGE);
    await fetchPolicy('https://a.example/1');
    await fetchPolicy('https://b.example/1');
    expect(waits).toEqual([]);
    await fetchPolicy('https://a.example/2');
    expect(waits).toEqual([1_500]);
    clock.now += 10_000;
    await fetchPolicy('https://a.example/3');
    expect(waits).toEqual([1_500]);
  });

  it('leaves a host alone for as long as it asks', async () => {
    let asked = 0;
    const { fetchPolicy, clock } = fetcher(async () => {
      asked += 1;
      return BUSY;
    });
    expect(await fetchPolicy('https://a.example/1')).toEqual(BUSY);
    clock.now += 20_000;
    expect(await fetchPolicy('https://a.example/2')).toMatchObject({ ok: false, retryAfter: 40_000 });
    expect(asked).toBe(1);
    clock.now += 40_000;
    await fetchPolicy('https://a.example/2');
    expect(asked).toBe(2);
  });

  it('does not leave it alone for years when the clock goes back', async () => {
    let asked = 0;
    const { fetchPolicy, clock } = fetcher(async () => {
      asked += 1;
      return BUSY;
    });
    await fetchPolicy('https://a.example/1');
    clock.now -= 500_000;
    await fetchPolicy('https://a.example/1');
    expect(asked).toBe(2);
  });

  it('goes on after an error', async () => {
    let asked = 0;
    const { fetchPolicy } = fetcher(async () => {
      asked += 1;
      if (asked === 1) throw new Error('a mistake of ours');
      return PAGE;
    });
    await expect(fetchPolicy('https://a.example/1')).rejects.toThrow('a mistake');
    expect(await fetchPolicy('https://a.example/1')).toEqual(PAGE);
  });
});
