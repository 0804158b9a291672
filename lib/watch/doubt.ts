import type { Doubt } from '../store/types.ts';

const LOOKS = 3;
const WEEK = 7 * 86_400_000;

/**
 * A text that is not believed yet, seen once more: what was known of it, or a new doubt when it is another text, or when the clock
 * (ms since 1970) was set back behind the first time.
 */
export function seenAgain(doubt: Doubt | undefined, hash: string, now: number): Doubt {
  const isSame = doubt?.hash === hash && doubt.since <= now;
  return isSame ? { ...doubt, looks: doubt.looks + 1 } : { hash, since: now, looks: 1 };
}

/** Has it stayed long enough to be believed: seen on several looks, the last at least a week after the first? */
export function hasStayed({ since, looks }: Doubt, now: number): boolean {
  return looks >= LOOKS && now - since >= WEEK;
}
