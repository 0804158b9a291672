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
  const index = new Map<string, number[]>();
  for (const [nth, item] of fresh.entries()) for (const word of item.words.keys()) push(index, word, nth);
  const scores = new Float64Array(fresh.length);
  return old.flatMap((before) =>
    likeliest(before, index, scores).flatMap((nth) => {
      const after = fresh[nth];
      return after ? [{ before, after, alike: alikeness(before, after) }] : [];
    }),
  );
}

function push(index: Map<string, number[]>, word: string, nth: number): void {
  const numbers = index.get(word);
  if (numbers) numbers.push(nth);
  else index.set(word, [nth]);
}

/**
 * The numbers of the fresh clauses that share most rare words with `item`; a word counts the more the fewer clauses have it.
 * @param scores room to count in, one place a fresh clause, all 0 before and after
 */
function likeliest(item: Item, index: Map<string, number[]>, scores: Float64Array): number[] {
  const sharers: number[] = [];
  for (const numbers of rarest(item, index)) {
    const weight = 1 / numbers.length;
    for (const nth of numbers.slice(0, COMMON * 4)) {
      if (scores[nth] === 0) sharers.push(nth);
      scores[nth] = (scores[nth] ?? 0) + weight;
    }
  }
  const best = highest(sharers, scores);
  for (const nth of sharers) scores[nth] = 0;
  return best;
}

/** The few with the highest scores, those of the same score in their order. */
function highest(sharers: number[], scores: Float64Array): number[] {
  const best: number[] = [];
  const scoreOf = (nth = -1) => scores[nth] ?? 0;
  for (const nth of sharers) {
    if (best.length === CANDIDATES && scoreOf(nth) <= scoreOf(best.at(-1))) continue;
    let place = best.length;
    while (place > 0 && scoreOf(best[place - 1]) < scoreOf(nth)) place -= 1;
    best.splice(place, 0, nth);
    if (best.length > CANDIDATES) best.pop();
  }
  return best;
}

/** Who shares the rarest words of `item`, the rarest first. */
function rarest(item: Item, index: Map<string, number[]>): number[][] {
  const sharers: number[][] = [];
  for (const word of item.words.keys()) {
    const numbers = index.get(word);
    if (numbers) sharers.push(numbers);
  }
  sharers.sort((a, b) => a.length - b.length);
  // Clauses of common words only ("we may share") must still find each other: their three rarest count anyway.
  return sharers.slice(0, MOST_WORDS).filter((numbers, nth) => nth < 3 || numbers.length <= COMMON);
}

/** `part` when it went into `whole`, a clause that was changed. A part that lost a "not" on the way did not. */
function merged(part: Item, whole: Item, changed: ReadonlySet<Item>): Item[] {
  if (!changed.has(whole) || changed.has(part) || part.size < FEWEST_WORDS) return [];
  const goesInto = wordsInCommon(part, whole) >= part.size * CONTAINED;
  return goesInto && keepsTurns(part, whole) ? [part] : [];
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
