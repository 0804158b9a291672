import type { Contradiction, FlagHit, FlagRule } from '../types.ts';

/**
 * Promises that something else in the same documents takes back: each pair of flags once, with the first quote of each.
 * @param hits of all documents of one service, so that terms can contradict a privacy policy.
 */
export function contradictionsIn(hits: readonly FlagHit[], rules: readonly FlagRule[]): Contradiction[] {
  const first = (flag: string) => hits.find((hit) => hit.flag === flag);
  return rules.flatMap(({ flag, topic, contradicts = [] }) => {
    const green = first(flag);
    if (!green) return [];
    return contradicts.flatMap((other) => {
      const red = first(other);
      return red ? [{ topic, red, green }] : [];
    });
  });
}
