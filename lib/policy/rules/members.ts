import type { Leaf } from './automaton.ts';
import type { Finder, Sentence } from './match.ts';
import { OWN_NAME, opensWith } from './openings.ts';

/** Classes of companies to which the one whose document it is does not belong. */
const OTHER_COMPANIES = new Set(['VENDOR', 'AI-VENDOR', 'GOOGLE']);
/** What stands in a company's own name says nothing: "improve the Mistral AI products" is about products. */
const NOT_IN_NAMES = new Set(['AI', 'STRICT-AI', 'TRAIN']);
const NOWHERE: number[] = [];
const NO_CLASS: number[][] = [];
const NO_NAMES: ReadonlySet<number> = new Set();
/** One word on, by position: asked for so often that making it anew would be most of the work. */
const AFTER: number[][] = [];

/** For each position of the sentence, where the members of a class that start there end. */
export function classEnds(name: string, sentence: Sentence): number[][] {
  const known = sentence.found.get(name);
  if (known) return known;
  const finder = sentence.classes.get(name);
  const own = OTHER_COMPANIES.has(name) ? classEnds(OWN_NAME, sentence) : NO_CLASS;
  const named = NOT_IN_NAMES.has(name) ? insideNames(sentence) : NO_NAMES;
  const ends = sentence.words.list.map((word, at) =>
    !finder || own[at]?.length || named.has(at) || !opensWith(finder.openings, word, sentence.nameWords)
      ? NOWHERE
      : memberEnds(finder, sentence, at),
  );
  sentence.found.set(name, ends);
  return ends;
}

/** The words of the company's own names that are not the first. */
function insideNames(sentence: Sentence): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const [at, ends] of classEnds(OWN_NAME, sentence).entries()) {
    for (let word = at + 1; word < Math.max(0, ...ends); word += 1) inside.add(word);
  }
  return inside;
}

/** Where matches that start at `at` end. Members of classes hold no gaps, so few words are read. */
function memberEnds(finder: Finder, sentence: Sentence, at: number): number[] {
  const { leaves, last, follow } = finder.automaton;
  const ends: number[] = [];
  /** Leaves to try, each followed by where; what is listed is tried once. */
  const queue: number[] = [];
  for (const leaf of finder.firstWords.get(sentence.words.list[at] ?? '') ?? NOWHERE) queue.push(leaf, at);
  for (const leaf of finder.firstOthers) queue.push(leaf, at);
  for (let nth = 0; nth < queue.length; nth += 2) {
    const [leaf = 0, position = 0] = [queue[nth], queue[nth + 1]];
    for (const end of leafEnds(leaves[leaf], sentence, position)) {
      if (last.has(leaf) && !ends.includes(end)) ends.push(end);
      for (const follower of follow[leaf] ?? NOWHERE) enlist(queue, follower, end);
    }
  }
  return ends;
}

function enlist(queue: number[], leaf: number, position: number): void {
  for (let nth = 0; nth < queue.length; nth += 2) {
    if (queue[nth] === leaf && queue[nth + 1] === position) return;
  }
  queue.push(leaf, position);
}

/** Where a leaf that reads at `at` ends: one word on, or after a member of its class. Gaps are a run's own affair. */
export function leafEnds(leaf: Leaf | undefined, sentence: Sentence, at: number): number[] {
  if (!leaf || leaf.type === 'gap') return NOWHERE;
  if (leaf.type === 'class') return classEnds(leaf.name, sentence)[at] ?? NOWHERE;
  return accepts(leaf, sentence.words.list[at]) ? after(at) : NOWHERE;
}

/** Does a member of the class start here? */
export function startsClass(name: string, sentence: Sentence, at: number): boolean {
  return (classEnds(name, sentence)[at] ?? NOWHERE).length > 0;
}

function after(at: number): number[] {
  const known = AFTER[at];
  if (known) return known;
  const made = [at + 1];
  AFTER[at] = made;
  return made;
}

function accepts(leaf: Exclude<Leaf, { type: 'class' | 'gap' }>, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (leaf.type === 'word') return leaf.word === word;
  return leaf.type === 'stem' ? word.startsWith(leaf.stem) : /^\d/.test(word);
}
