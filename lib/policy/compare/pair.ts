import type { Keyed } from './keys.ts';

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
const CANDIDATES = 8;

/**
 * Tells reworded, merged and split clauses from new ones. Time grows with the number of clauses times the rarity of
 * their words, not with the square of their number.
 */
export function pairUp({ removed, added }: Leftover): Pairing {
  const [old, fresh] = [removed.map(bagOf), added.map(bagOf)];
  const proposals = candidatePairs(old, fresh).sort((a, b) => b.similarity - a.similarity);
  const [takenOld, takenFresh] = [new Set<Bag>(), new Set<Bag>()];
  const changed: Pair[] = [];
  for (const { before, after, similarity } of proposals) {
    if (similarity < SAME_CLAUSE || takenOld.has(before) || takenFresh.has(after)) continue;
    takenOld.add(before);
    takenFresh.add(after);
    changed.push({ before: before.clause, after: after.clause });
  }
  const restOld = old.filter((bag) => !takenOld.has(bag) && !isWithin(bag, proposals, 'before', takenFresh));
  const restFresh = fresh.filter(
    (bag) => !takenFresh.has(bag) && !isWithin(bag, proposals, 'after', takenOld),
  );
  return { changed, removed: restOld.map((bag) => bag.clause), added: restFresh.map((bag) => bag.clause) };
}

type Bag = { clause: Keyed; words: Map<string, number>; size: number };
type Proposal = { before: Bag; after: Bag; similarity: number; common: number };

function bagOf(clause: Keyed): Bag {
  const words = new Map<string, number>();
  const list = clause.key.split(' ');
  for (const word of list) words.set(word, (words.get(word) ?? 0) + 1);
  return { clause, words, size: list.length };
}

function candidatePairs(old: Bag[], fresh: Bag[]): Proposal[] {
  const index = new Map<string, Bag[]>();
  for (const bag of fresh) for (const word of bag.words.keys()) push(index, word, bag);
  return old.flatMap((before) => likeliest(before, index).map((after) => proposal(before, after)));
}

function push(index: Map<string, Bag[]>, word: string, bag: Bag): void {
  const bags = index.get(word);
  if (bags) bags.push(bag);
  else index.set(word, [bag]);
}

/** The fresh clauses that share most rare words with `bag`; a word counts the more the fewer clauses have it. */
function likeliest(bag: Bag, index: Map<string, Bag[]>): Bag[] {
  const scores = new Map<Bag, number>();
  const words = [...bag.words.keys()].map((word) => index.get(word) ?? []).filter((bags) => bags.length > 0);
  words.sort((a, b) => a.length - b.length);
  for (const [nth, bags] of words.entries()) {
    // Short clauses of common words only ("we may share") must still find each other: their rarest words count anyway.
    if (bags.length > COMMON && nth >= 3) break;
    for (const other of bags.slice(0, COMMON * 4))
      scores.set(other, (scores.get(other) ?? 0) + 1 / bags.length);
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CANDIDATES)
    .map(([other]) => other);
}

function proposal(before: Bag, after: Bag): Proposal {
  let common = 0;
  for (const [word, count] of before.words) common += Math.min(count, after.words.get(word) ?? 0);
  return { before, after, common, similarity: (2 * common) / (before.size + after.size) };
}

/** Words that turn a promise round; a clause that loses one has not simply been merged. */
const TURNS = [
  'not',
  'no',
  'never',
  'nor',
  'without',
  'unless',
  'except',
  'only',
  'solely',
  'dont',
  'wont',
  'cannot',
  'nothing',
];
const FEWEST_WORDS = 4;

function isWithin(
  bag: Bag,
  proposals: Proposal[],
  side: 'before' | 'after',
  taken: ReadonlySet<Bag>,
): boolean {
  if (bag.size < FEWEST_WORDS) return false;
  const other = side === 'before' ? 'after' : 'before';
  return proposals.some(
    (proposal) =>
      proposal[side] === bag &&
      taken.has(proposal[other]) &&
      proposal.common >= bag.size * CONTAINED &&
      TURNS.every((word) => (bag.words.get(word) ?? 0) <= (proposal[other].words.get(word) ?? 0)),
  );
}
