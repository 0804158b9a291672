/** Random numbers that come the same again for the same seed (mulberry32). */
export type Random = {
  /** 0 to `below` - 1. */
  int(below: number): number;
  pick<T>(all: readonly T[]): T;
};

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const int = (below: number) => (below > 0 ? next() % below : 0);
  const pick = <T>(all: readonly T[]): T => {
    const chosen = all[int(all.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  };
  return { int, pick };
}
