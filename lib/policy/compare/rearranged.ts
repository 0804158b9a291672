import { isShort, saysSomething } from './furniture.ts';
import type { Keyed } from './keys.ts';
import type { Leftover } from './pair.ts';
import { Spellings } from './spelling.ts';

/** So many words found again in a row are no chance. */
const IN_A_ROW = 4;
const PROSE = 70;

/**
 * What is left of two texts without what only reads differently: clauses in another spelling, clauses that another setting of the page
 * cut or joined elsewhere, and lines around the document that say nothing.
 */
export function withoutRearranged(left: Leftover, was: Keyed[], now: Keyed[]): Leftover {
  const { removed, added } = withoutRecut(respelled(left));
  const [old, fresh] = [keysOf(was), keysOf(now)];
  return { removed: inside(removed, was, fresh), added: inside(added, now, old) };
}

function respelled({ removed, added }: Leftover): Leftover {
  const spellings = new Spellings();
  const [old, fresh] = [sumsOf(removed, spellings), sumsOf(added, spellings)];
  // Most clauses of a rewritten text have no like on the other side: that is seen before their letters are compared.
  const maybeIn = (others: ReadonlySet<number>) => (clause: Keyed) => others.has(spellings.roughly(clause));
  const [mine, theirs] = [removed.filter(maybeIn(fresh)), added.filter(maybeIn(old))];
  const same = new Set([...heldBy(mine, theirs, spellings), ...heldBy(theirs, mine, spellings)]);
  return {
    removed: removed.filter((clause) => !same.has(clause)),
    added: added.filter((clause) => !same.has(clause)),
  };
}

function sumsOf(clauses: readonly Keyed[], spellings: Spellings): ReadonlySet<number> {
  return new Set(clauses.map((clause) => spellings.roughly(clause)));
}

/** Those of the clauses that the others hold in some spelling, each as often as they do. */
function heldBy(clauses: readonly Keyed[], others: readonly Keyed[], spellings: Spellings): Keyed[] {
  const counts = new Map<string, number>();
  for (const each of others.map((other) => spellings.exactly(other)))
    counts.set(each, (counts.get(each) ?? 0) + 1);
  return clauses.filter((clause) => {
    const spelled = spellings.exactly(clause);
    const count = counts.get(spelled) ?? 0;
    counts.set(spelled, count - 1);
    return count > 0;
  });
}

/** The words of clauses in a row, whose each is, and where the beginnings stand that are looked for. */
type Stream = { words: number[]; owners: Keyed[]; beginnings: Beginnings };

function streamOf(clauses: Keyed[], others: Keyed[]): Stream {
  const words: number[] = [];
  const owners: Keyed[] = [];
  for (const clause of clauses) {
    for (const word of clause.ownNumbers) {
      words.push(word);
      owners.push(clause);
    }
  }
  return { words, owners, beginnings: placesOf(others, words) };
}

/** Beginnings of clauses as a tree of their words. `at`: where the one that ends here stands in a row of words. */
type Beginnings = { next: Map<number, Beginnings>; at?: number[] };

function placesOf(clauses: Keyed[], words: readonly number[]): Beginnings {
  const tree: Beginnings = { next: new Map() };
  for (const clause of clauses) {
    let branch = tree;
    for (const word of beginningOf(clause.ownNumbers)) branch = branchOf(branch, word);
    branch.at ??= [];
  }
  for (let start = 0; start < words.length; start += 1) {
    let branch = tree.next.get(words[start] ?? -1);
    for (let nth = start + 1; branch; nth += 1) {
      branch.at?.push(start);
      branch = branch.next.get(words[nth] ?? -1);
    }
  }
  return tree;
}

function branchOf(branch: Beginnings, word: number): Beginnings {
  const next = branch.next.get(word) ?? { next: new Map() };
  branch.next.set(word, next);
  return next;
}

function placesOfBeginning(beginnings: Beginnings, words: Int32Array): number[] {
  let branch: Beginnings | undefined = beginnings;
  for (const word of beginningOf(words)) branch = branch?.next.get(word);
  return branch?.at ?? [];
}

function standAt(start: number, words: readonly number[], row: Int32Array): boolean {
  return row.every((word, nth) => words[start + nth] === word);
}

/** So many words tell the beginning of a clause from most others. */
const BEGINNING = 8;

function beginningOf(words: Int32Array): Int32Array {
  return words.subarray(0, BEGINNING);
}

/**
 * Clauses that were joined or cut: their words stand in a row in clauses of the other side, and all words of those stand in a row
 * here. "We train" does not go into "We never train", and "You own it" not into a clause that both texts have.
 */
function withoutRecut({ removed, added }: Leftover): Leftover {
  const [old, fresh] = [streamOf(removed, added), streamOf(added, removed)];
  const places = new Map([
    ...removed.map((clause) => [clause, placesIn(clause, fresh)] as const),
    ...added.map((clause) => [clause, placesIn(clause, old)] as const),
  ]);
  const stands = (clause: Keyed) => (places.get(clause) ?? []).length > 0;
  const isRecut = (clause: Keyed) => (places.get(clause) ?? []).some((owners) => owners.every(stands));
  return {
    removed: removed.filter((clause) => !isRecut(clause)),
    added: added.filter((clause) => !isRecut(clause)),
  };
}

/**
 * In which clauses all words of this one stand in a row. A list item stands nowhere: what leads into it may have turned from "We do
 * not:" into "We may:".
 */
function placesIn({ clause, ownNumbers: mine }: Keyed, { words, owners, beginnings }: Stream): Keyed[][] {
  if (mine.length < IN_A_ROW || clause.leadIn?.endsWith(':')) return [];
  return placesOfBeginning(beginnings, mine)
    .filter((start) => standAt(start, words, mine))
    .map((start) => [...new Set(owners.slice(start, start + mine.length))]);
}

function keysOf(clauses: Keyed[]): ReadonlySet<string> {
  return new Set(clauses.map(({ key }) => key));
}

/**
 * Those of `left` that are the document's: above the first and below the last prose that both versions share, only what says
 * something is, and a title that stands there once more says nothing new.
 */
function inside(left: Keyed[], all: Keyed[], others: ReadonlySet<string>): Keyed[] {
  const isShared = ({ key, clause }: Keyed) => others.has(key) && clause.text.length >= PROSE;
  const first = all.find(isShared)?.clause.start ?? 0;
  const last = all.findLast(isShared)?.clause.end ?? Number.POSITIVE_INFINITY;
  return left.filter(({ clause, key, own }) => {
    if (isShort(own) && others.has(key)) return false;
    return (clause.start >= first && clause.end <= last) || saysSomething(clause.text, own);
  });
}
