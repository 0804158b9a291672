import type { Automaton, Leaf } from './automaton.ts';
import type { Words } from './words.ts';

/** A stretch of words, `end` excluded. */
export type Span = { start: number; end: number };

/** A class ready to be looked for. Classes hold no gaps, so that a member is a few words long at most. */
export type ClassTable = Map<string, Automaton>;

/** A sentence under reading; what was found of each class is kept, since many phrases ask for the same ones. */
export type Sentence = {
  words: Words;
  classes: ClassTable;
  found: Map<string, number[][]>;
  /** Where a gap may not cross: what follows belongs to another statement. */
  barrier: boolean[];
};

const BARRIER_WORDS = new Set(['but', 'however', 'although', 'whereas', 'nevertheless', 'nonetheless']);

export function sentenceOf(words: Words, classes: ClassTable): Sentence {
  const barrier = words.list.map(
    (word, at) => BARRIER_WORDS.has(word) || /[;!?]/.test(words.before[at] ?? '') || newSentence(words, at),
  );
  return { words, classes, found: new Map(), barrier };
}

/** Segmenters miss some ends of sentences: a full stop followed by a capital is one. */
function newSentence(words: Words, at: number): boolean {
  return words.capital[at] === true && (words.before[at] ?? '').includes('.');
}

/**
 * Finds `automaton` in the sentence, in one pass: of the threads that wait at the same position only the one that
 * started last is kept, so the work is words times edges whatever the phrase.
 * @param from only matches that start at `from` or later and at `to` or earlier are looked for.
 */
export function findSpans(
  automaton: Automaton,
  sentence: Sentence,
  from = 0,
  to = sentence.words.list.length,
): Span[] {
  const spans: Span[] = [];
  const waiting = new Map<number, Map<number, number>>();
  const count = sentence.words.list.length;
  for (let at = from; at <= count; at += 1) {
    const arrived = waiting.get(at);
    waiting.delete(at);
    if (!arrived && (at > to || at === count)) {
      if (waiting.size === 0) break;
      continue;
    }
    const next = new Map<number, number>();
    if (at <= to) for (const leaf of automaton.first) next.set(leaf, at);
    for (const [leaf, start] of arrived ?? []) {
      if (automaton.last.has(leaf)) spans.push({ start, end: at });
      for (const follower of automaton.follow[leaf] ?? []) {
        next.set(follower, Math.max(next.get(follower) ?? -1, start));
      }
    }
    for (const [position, start] of next) {
      const leaf = automaton.leaves[position];
      if (!leaf) continue;
      for (const end of leafEnds(leaf, sentence, at)) {
        const there = waiting.get(end) ?? new Map<number, number>();
        there.set(position, Math.max(there.get(position) ?? -1, start));
        waiting.set(end, there);
      }
    }
  }
  return spans;
}

/** The class that holds the names of the company whose document is read; filled anew for each document. */
export const OWN_NAME = 'OWN-NAME';
/** Classes of companies to which the one whose document it is does not belong. */
const OTHER_COMPANIES = new Set(['VENDOR', 'AI-VENDOR', 'GOOGLE']);
const NOWHERE: number[] = [];

function leafEnds(leaf: Leaf, sentence: Sentence, at: number): number[] {
  if (leaf.type === 'class') return classEnds(leaf.name, sentence)[at] ?? NOWHERE;
  const word = sentence.words.list[at];
  if (word === undefined || !accepts(leaf, word, sentence.barrier[at] === true)) return NOWHERE;
  return [at + 1];
}

function accepts(leaf: Exclude<Leaf, { type: 'class' }>, word: string, barrier: boolean): boolean {
  switch (leaf.type) {
    case 'word':
      return leaf.word === word;
    case 'stem':
      return word.startsWith(leaf.stem);
    case 'number':
      return /^\d/.test(word);
    case 'any':
      return !barrier;
  }
}

/** For each position of the sentence, where the members of a class that start there end. */
export function classEnds(name: string, sentence: Sentence): number[][] {
  const known = sentence.found.get(name);
  if (known) return known;
  const automaton = sentence.classes.get(name);
  const own = OTHER_COMPANIES.has(name) ? classEnds(OWN_NAME, sentence) : [];
  const ends = sentence.words.list.map((_, at) =>
    automaton && !own[at]?.length
      ? [...new Set(findSpans(automaton, sentence, at, at).map((span) => span.end))]
      : [],
  );
  sentence.found.set(name, ends);
  return ends;
}
