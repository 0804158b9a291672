import type { Automaton, Leaf } from './automaton.ts';
import { type Openings, OWN_NAME, openingsOf, opensWith } from './openings.ts';
import type { Words } from './words.ts';

/** A stretch of words, `end` excluded. */
export type Span = { start: number; end: number };

/** An automaton with the words it can begin with. */
export type Finder = { automaton: Automaton; openings: Openings };
/** Classes ready to be looked for. They hold no gaps, so that a member is a few words long at most. */
export type ClassTable = Map<string, Finder>;

/** A sentence under reading; what was found of each class is kept, since many phrases ask for the same ones. */
export type Sentence = {
  words: Words;
  classes: ClassTable;
  found: Map<string, number[][]>;
  /** The first words of the names by which the document calls its own company. */
  nameWords: ReadonlySet<string>;
  /** Where a gap may not cross: what follows belongs to another statement. */
  barrier: boolean[];
};

/** Classes of companies to which the one whose document it is does not belong. */
const OTHER_COMPANIES = new Set(['VENDOR', 'AI-VENDOR', 'GOOGLE']);
const BARRIER_WORDS = new Set(['but', 'however', 'although', 'whereas', 'nevertheless', 'nonetheless']);
const NOWHERE: number[] = [];
const NO_CLASS: number[][] = [];

/** Makes an automaton ready to be looked for. */
export function finderOf(automaton: Automaton, classOf: (name: string) => Automaton | undefined): Finder {
  return { automaton, openings: openingsOf(automaton, classOf) };
}

export function sentenceOf(words: Words, classes: ClassTable): Sentence {
  const barrier = words.list.map(
    (word, at) =>
      (BARRIER_WORDS.has(word) && !isAside(words, at)) ||
      /[;!?]/.test(words.before[at] ?? '') ||
      newSentence(words, at),
  );
  const nameWords = classes.get(OWN_NAME)?.openings.words ?? new Set<string>();
  return { words, classes, found: new Map(), nameWords, barrier };
}

/** ", however," interrupts a statement and does not end it. */
function isAside({ before }: Words, at: number): boolean {
  return (before[at] ?? '').includes(',') && (before[at + 1] ?? '').includes(',');
}

/** Segmenters miss some ends of sentences: a full stop followed by a capital is one. */
function newSentence(words: Words, at: number): boolean {
  return words.capital[at] === true && (words.before[at] ?? '').includes('.');
}

/** Threads by the position they wait at: for each leaf just read, where its match started (the latest wins). */
type Threads = Map<number, Map<number, number>>;

/**
 * Finds a phrase in the sentence, in one pass: of the threads that wait at the same position only the one that
 * started last is kept, so the work is words times edges whatever the phrase.
 * @param from where matches may start at the earliest. @param to and at the latest.
 */
export function findSpans(
  { automaton, openings }: Finder,
  sentence: Sentence,
  from = 0,
  to = sentence.words.list.length - 1,
): Span[] {
  const spans: Span[] = [];
  const threads: Threads = new Map();
  const { list } = sentence.words;
  for (let at = from; at <= list.length && (at <= to || threads.size > 0); at += 1) {
    const arrived = threads.get(at);
    threads.delete(at);
    const opens = at <= to && opensWith(openings, list[at] ?? '', sentence.nameWords);
    if (!arrived && !opens) continue;
    const next = new Map<number, number>();
    if (opens) for (const leaf of automaton.first) next.set(leaf, at);
    for (const [leaf, start] of arrived ?? []) {
      if (automaton.last.has(leaf)) spans.push({ start, end: at });
      for (const follower of automaton.follow[leaf] ?? []) keepLatest(next, follower, start);
    }
    advance(automaton, sentence, at, next, threads);
  }
  return spans;
}

function advance(
  automaton: Automaton,
  sentence: Sentence,
  at: number,
  next: Map<number, number>,
  threads: Threads,
): void {
  for (const [position, start] of next) {
    const leaf = automaton.leaves[position];
    for (const end of leaf ? leafEnds(leaf, sentence, at) : NOWHERE) {
      const there = threads.get(end) ?? new Map<number, number>();
      keepLatest(there, position, start);
      threads.set(end, there);
    }
  }
}

function keepLatest(starts: Map<number, number>, position: number, start: number): void {
  const known = starts.get(position);
  if (known === undefined || known < start) starts.set(position, start);
}

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
  const finder = sentence.classes.get(name);
  const own = OTHER_COMPANIES.has(name) ? classEnds(OWN_NAME, sentence) : NO_CLASS;
  const ends = sentence.words.list.map((word, at) => {
    if (!finder || own[at]?.length || !opensWith(finder.openings, word, sentence.nameWords)) return NOWHERE;
    return [...new Set(findSpans(finder, sentence, at, at).map((span) => span.end))];
  });
  sentence.found.set(name, ends);
  return ends;
}

/** Does a member of the class start here? */
export function startsClass(name: string, sentence: Sentence, at: number): boolean {
  return (classEnds(name, sentence)[at] ?? NOWHERE).length > 0;
}
