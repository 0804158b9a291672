import type { WatchDeps } from './deps.ts';
import type { Failed } from './fetch-policy.ts';

/** The shortest time between two requests to one host, in ms; up to as much again is added by chance. */
const PAUSE = 1_000;

/** What being polite needs: the browser's locks, a clock (ms), chance (0 to 1), and a way to wait (ms). */
export type Manners = Pick<WatchDeps, 'exclusive' | 'now'> & {
  random(): number;
  sleep(ms: number): Promise<void>;
};

/**
 * `fetchPolicy` with manners: one request a host at a time, a pause between two, and none at all as long as the host asked to be left
 * alone. What is remembered of hosts lasts as long as the worker; for longer, each document keeps its own wait.
 */
export function politely(
  fetchPolicy: WatchDeps['fetchPolicy'],
  { exclusive, now, random, sleep }: Manners,
): WatchDeps['fetchPolicy'] {
  const answered = new Map<string, number>();
  const closed = new Map<string, Failed & { until: number }>();

  return (ask) => {
    const { host } = new URL(ask.url);
    return exclusive(`host:${host}`, async () => {
      const stay = closed.get(host);
      const left = stay ? stay.until - now() : 0;
      // A clock that was set back must not close a host for longer than it asked.
      if (stay && left > 0 && left <= (stay.retryAfter ?? 0))
        return { ok: false, reason: stay.reason, retryAfter: left };
      await sleep(pauseSince(answered.get(host), now(), random()));
      const fetched = await fetchPolicy(ask);
      answered.set(host, now());
      if (!fetched.ok && fetched.retryAfter)
        closed.set(host, { ...fetched, until: now() + fetched.retryAfter });
      return fetched;
    });
  };
}

function pauseSince(last: number | undefined, now: number, chance: number): number {
  const passed = last === undefined ? Number.POSITIVE_INFINITY : Math.abs(now - last);
  return Math.max(0, PAUSE * (1 + chance) - passed);
}
