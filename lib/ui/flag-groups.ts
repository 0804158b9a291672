import type { FlagHit } from '../policy/types.ts';

/** Every place where one flag was found, in the order of the documents. */
export type FlagGroup = { first: FlagHit; others: FlagHit[] };

/** A topic's hits, each flag once: what works against the reader first, and the heavier before the lighter. */
export function groupFlags(hits: readonly FlagHit[]): FlagGroup[] {
  const groups = new Map<string, FlagGroup>();
  for (const hit of hits) {
    const group = groups.get(hit.flag);
    if (group) group.others.push(hit);
    else groups.set(hit.flag, { first: hit, others: [] });
  }
  return [...groups.values()].sort((a, b) => rank(b.first) - rank(a.first));
}

function rank({ colour, weight }: FlagHit): number {
  return colour === 'red' ? 100 + weight : weight;
}
