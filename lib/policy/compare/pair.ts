import type { Bag } from './bag.ts';
import { alikeness, bagOf, keepsTurns, wordsInCommon } from './bag.ts';
import type { Keyed } from './keys.ts';
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
/** Words in more clauses than this tell nothing about which belongs to which. */
const COMMON = 40;
const CANDIDATES = 6;
/** So many rare words tell two clauses from all others. */
const MOST_WORDS = 12;

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

type Item = Bag & { clause: Keyed };
type Proposal = { before: Item; after: Item; alike: number };

function itemOf(clause: Keyed): Item {
  return { ...bagOf(clause.key), clause };
}

function propose(old: Item[], fresh: Item[]): Proposal[] {
  const index = new Map<string, Item[]>();
  for (const item of fresh) for (const word of item.words.keys()) push(index, word, item);
  return old.flatMap((before) =>
    likeliest(before, index).map((after) => ({ before, after, alike: alikeness(before, after) })),
  );
}

function push(index: Map<string, Item[]>, word: string, item: Item): void {
  const items = index.get(word);
  if (items) items.push(item);
  else index.set(word, [item]);
}

/** The fresh clauses that share most rare words with `item`; a word counts the more the fewer clauses have it. */
function likeliest(item: Item, index: Map<string, Item[]>): Item[] {
  const scores = new Map<Item, number>();
  for (const items of rarest(item, index)) {
    const weight = 1 / items.length;
    for (let at = 0; at < items.length && at < COMMON * 4; at++) {
      const other = items[at];
      if (other) scores.set(other, (scores.get(other) ?? 0) + weight);
    }
  }
  const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES);
  return best.map(([other]) => other);
}

/** Who shares the rarest words of `item`, the rarest first. */
function rarest(item: Item, index: Map<string, Item[]>): Item[][] {
  const sharers: Item[][] = [];
  for (const word of item.words.keys()) {
    const items = index.get(word);
    if (items) sharers.push(items);
  }
  sharers.sort((a, b) => a.length - b.length);
  // Clauses of common words only ("we may share") must still find each other: their three rarest count anyway.
  return sharers.slice(0, MOST_WORDS).filter((items, nth) => nth < 3 || items.length <= COMMON);
}

/** `part` when it went into `whole`, a clause that was changed. A part that lost a "not" on the way did not. */
function merged(part: Item, whole: Item, changed: ReadonlySet<Item>): Item[] {
  const goesInto = part.size >= FEWEST_WORDS && wordsInCommon(part, whole) >= part.size * CONTAINED;
  return changed.has(whole) && !changed.has(part) && goesInto && keepsTurns(part, whole) ? [part] : [];
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
