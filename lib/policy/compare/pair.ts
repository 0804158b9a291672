import type { Bag } from './bag.ts';
import { alikeness, bagOf, keepsTurns, wordsInCommon } from './bag.ts';
import type { Keyed } from './keys.ts';
import { Sharers } from './sharers.ts';
import { isSlip } from './spelling.ts';
import { changedWords } from './words.ts';

/** What is left of two texts once the clauses that stand in both are taken away, wherever they stand. */
export type Leftover = { removed: Keyed[]; added: Keyed[] };

export function leftover(before: Keyed[], after: Keyed[]): Leftover {
  return { removed: without(before, after), added: without(after, before) };
}

function without(clauses: Keyed[], others: Keyed[]): Keyed[] {
  const counts = new Map<string, number>();
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return clauses.filter(({ key }) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

export type Pair = { before: Keyed; after: Keyed };
export type Pairing = { changed: Pair[]; removed: Keyed[]; added: Keyed[] };

/** From this similarity on, an added clause is a removed one in new words. */
const SAME_CLAUSE = 0.5;
/** This much of a clause found again in another one: it was merged into it, or split off it. */
const CONTAINED = 0.85;
const FEWEST_WORDS = 4;

/**
 * Tells reworded, merged and split clauses from new ones. Only clauses that share rare words are compared, so that time
 * does not grow with the square of their number.
 */
export function pairUp({ removed, added }: Leftover): Pairing {
  const [old, fresh] = [removed.map(itemOf), added.map(itemOf)];
  const proposals = propose(old, fresh).sort((a, b) => b.alike - a.alike);
  const taken = new Set<Item>();
  const changed: Pair[] = [];
  for (const { before, after, alike } of proposals) {
    if (alike < SAME_CLAUSE || taken.has(before) || taken.has(after)) continue;
    taken.add(before).add(after);
    changed.push({ before: before.clause, after: after.clause });
  }
  const absorbed = new Set(
    proposals.flatMap(({ before, after }) => [
      ...merged(before, after, taken),
      ...merged(after, before, taken),
    ]),
  );
  const rest = (items: Item[]) =>
    items.filter((item) => !taken.has(item) && !absorbed.has(item)).map((item) => item.clause);
  return { changed, removed: rest(old), added: rest(fresh) };
}

type Item = { bag: Bag; clause: Keyed };
type Proposal = { before: Item; after: Item; alike: number };

function itemOf(clause: Keyed): Item {
  return { bag: bagOf(clause.numbers), clause };
}

function propose(old: Item[], fresh: Item[]): Proposal[] {
  const sharers = new Sharers(fresh.map(({ clause }) => clause));
  const proposals: Proposal[] = [];
  for (const before of old) {
    for (const nth of sharers.likeliest(before.clause)) {
      const after = fresh[nth];
      if (after) proposals.push({ before, after, alike: alikeness(before.bag, after.bag) });
    }
  }
  return proposals;
}

/** `part` when it went into `whole`, a clause that was changed. A part that lost a "not" on the way did not. */
function merged(part: Item, whole: Item, changed: ReadonlySet<Item>): Item[] {
  const { length } = part.bag;
  if (!changed.has(whole) || changed.has(part) || length < FEWEST_WORDS) return [];
  const goesInto = wordsInCommon(part.bag, whole.bag) >= length * CONTAINED;
  return goesInto && keepsTurns(part.bag, whole.bag) ? [part] : [];
}

/** A clause with more of them was rewritten. */
const MOST_SLIPS = 3;

/** A pairing without the pairs that differ in slips of the pen alone. */
export function withoutSlips(pairing: Pairing): Pairing {
  const isSlipOnly = (pair: Pair) => {
    // Most pairs differ in more than a letter: that is seen before their words are counted.
    if (Math.abs(pair.before.key.length - pair.after.key.length) > MOST_SLIPS) return false;
    const { gone, come } = changedWords(pair);
    return (
      gone.length <= MOST_SLIPS &&
      gone.length === come.length &&
      gone.every((word, at) => isSlip(word, come[at] ?? ''))
    );
  };
  return { ...pairing, changed: pairing.changed.filter((pair) => !isSlipOnly(pair)) };
}

export function isEmpty({ changed, removed, added }: Pairing): boolean {
  return changed.length + removed.length + added.length === 0;
}
