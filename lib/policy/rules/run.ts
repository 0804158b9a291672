import type { Finder, Sentence, Span } from './match.ts';
import { leafEnds } from './members.ts';
import { opensWith } from './openings.ts';

const NOWHERE: number[] = [];

/**
 * Finds a phrase in the sentence, in one pass: of the threads that wait at the same position only the one that
 * started last is kept, so the work is words times edges whatever the phrase.
 * @param suits what a match must be besides; the first that is ends the search.
 */
export function findSpan(
  finder: Finder,
  sentence: Sentence,
  suits: (span: Span) => boolean = () => true,
): Span | undefined {
  const { openings } = finder;
  const { list } = sentence.words;
  const run = new Run(finder, sentence);
  for (let at = 0; at <= list.length; at += 1) {
    const opens = at < list.length && opensWith(openings, list[at] ?? '', sentence.nameWords);
    if (!opens && !run.goesOn(at)) continue;
    const found = run.arrive(at).find(suits);
    if (found) return found;
    if (opens) run.open(at);
    run.read(at);
  }
  return undefined;
}

/** One pass of an automaton over a sentence. */
class Run {
  readonly #finder: Finder;
  readonly #sentence: Sentence;
  /** By position in the sentence: leaves whose last word is the one before, each followed by where its match started. */
  readonly #arrived: (number[] | undefined)[] = [];
  #furthest = -1;
  /** Leaves that are to read the next word. */
  readonly #waiting: number[] = [];
  /** Gaps that may go on. */
  #gaps: number[] = [];

  constructor(finder: Finder, sentence: Sentence) {
    this.#finder = finder;
    this.#sentence = sentence;
  }

  /** Is any thread alive at this position? */
  goesOn(at: number): boolean {
    return this.#furthest >= at || this.#gaps.length > 0;
  }

  /** Lets a match start at `at`. */
  open(at: number): void {
    const { firstWords, firstOthers } = this.#finder;
    for (const leaf of firstWords.get(this.#sentence.words.list[at] ?? '') ?? NOWHERE)
      this.wait(leaf, at, at);
    for (const leaf of firstOthers) this.wait(leaf, at, at);
  }

  /** What has been read up to `at` lets what follows wait, or ends a match: those are returned. */
  arrive(at: number): Span[] {
    const { automaton } = this.#finder;
    const spans: Span[] = [];
    const arrived = this.#arrived[at] ?? NOWHERE;
    for (let nth = 0; nth < arrived.length; nth += 2) {
      const [leaf = 0, start = 0] = [arrived[nth], arrived[nth + 1]];
      if (automaton.last.has(leaf)) spans.push({ start, end: at });
      for (const follower of automaton.follow[leaf] ?? NOWHERE) this.wait(follower, start, at);
    }
    return spans;
  }

  /** Lets a leaf read the word at `at`; of two matches that wait for the same, the one that started last is kept. */
  wait(leaf: number, start: number, at: number): void {
    const { automaton, starts, expiry } = this.#finder;
    const kind = automaton.leaves[leaf];
    const open = kind?.type === 'gap' ? this.#gaps : this.#waiting;
    const known = open.includes(leaf);
    if (!known) open.push(leaf);
    starts[leaf] = known ? Math.max(start, starts[leaf] ?? start) : start;
    if (kind?.type === 'gap') expiry[leaf] = at + kind.most;
  }

  /** Everything that waits reads the word at `at`. */
  read(at: number): void {
    const { automaton, expiry } = this.#finder;
    for (const leaf of this.#waiting) {
      for (const end of leafEnds(automaton.leaves[leaf], this.#sentence, at)) this.#reach(end, leaf);
    }
    this.#waiting.length = 0;
    if (this.#gaps.length === 0) return;
    const barrier = this.#sentence.barrier[at] !== false;
    this.#gaps = barrier ? [] : this.#gaps.filter((gap) => (expiry[gap] ?? 0) > at);
    for (const gap of this.#gaps) this.#reach(at + 1, gap);
  }

  #reach(end: number, leaf: number): void {
    const start = this.#finder.starts[leaf] ?? 0;
    const there = this.#arrived[end];
    if (there) there.push(leaf, start);
    else this.#arrived[end] = [leaf, start];
    this.#furthest = Math.max(this.#furthest, end);
  }
}
