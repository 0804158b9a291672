import type { Automaton } from './automaton.ts';
import { type Openings, OWN_NAME, openingsOf } from './openings.ts';
import { FALSE_NOT, type Words } from './words.ts';

/** A stretch of words, `end` excluded. */
export type Span = { start: number; end: number };

/**
 * An automaton with the words it can begin with. `starts` and `expiry` are room for a run, by leaf: where the match that
 * waits there started, and where a gap has read all it may.
 */
export type Finder = {
  automaton: Automaton;
  openings: Openings;
  /** The first leaves that read one word and no other, by that word, and all other first leaves. */
  firstWords: Map<string, number[]>;
  firstOthers: number[];
  starts: Int32Array;
  expiry: Int32Array;
};
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

const BARRIER_WORDS = new Set(['but', 'however', 'although', 'whereas', 'nevertheless', 'nonetheless']);

/** Makes an automaton ready to be looked for. */
export function finderOf(automaton: Automaton, classOf: (name: string) => Automaton | undefined): Finder {
  const room = () => new Int32Array(automaton.leaves.length);
  const firstWords = new Map<string, number[]>();
  const firstOthers: number[] = [];
  for (const position of automaton.first) {
    const leaf = automaton.leaves[position];
    if (leaf?.type !== 'word') firstOthers.push(position);
    else firstWords.set(leaf.word, [...(firstWords.get(leaf.word) ?? []), position]);
  }
  const openings = openingsOf(automaton, classOf);
  return { automaton, openings, firstWords, firstOthers, starts: room(), expiry: room() };
}

export function sentenceOf(words: Words, classes: ClassTable): Sentence {
  const barrier = words.list.map(
    (word, at) =>
      (BARRIER_WORDS.has(word) && !isAside(words, at)) ||
      (words.before[at] !== '' && (/[;!?]/.test(words.before[at] ?? '') || newSentence(words, at))),
  );
  const nameWords = classes.get(OWN_NAME)?.openings.words ?? new Set<string>();
  return { words, classes, found: new Map(), nameWords, barrier };
}

/** ", however," interrupts a statement and does not end it; nor does "including but not limited to". */
function isAside({ list, before }: Words, at: number): boolean {
  if (list[at + 1] === FALSE_NOT && list[at + 2] === 'limited') return true;
  return (before[at] ?? '').includes(',') && (before[at + 1] ?? '').includes(',');
}

/** Segmenters miss some ends of sentences: a full stop followed by a capital is one. */
function newSentence(words: Words, at: number): boolean {
  return words.capital[at] === true && (words.before[at] ?? '').includes('.');
}
