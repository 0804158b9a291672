import type { Keyed } from './keys.ts';

/** Words in more clauses than this tell nothing about which belongs to which. */
const COMMON = 40;
const CANDIDATES = 6;
/** So many rare words tell two clauses from all others. */
const MOST_WORDS = 12;

/** Clauses by their words, to be asked which of them share rare words with another. */
export class Sharers {
  /** By number of the word: the clauses that have it, by their place. */
  readonly #byWord = new Map<number, number[]>();
  /** Room to count in, one place a clause, all 0 between two questions. */
  readonly #scores: Float64Array;

  constructor(clauses: readonly Keyed[]) {
    this.#scores = new Float64Array(clauses.length);
    for (const [nth, { numbers }] of clauses.entries()) {
      for (const word of new Set(numbers)) this.#file(word, nth);
    }
  }

  /** The places of the clauses that share most rare words with this one; a word counts the more the fewer clauses have it. */
  likeliest({ numbers }: Keyed): number[] {
    const found: number[] = [];
    for (const clauses of this.#rarest(numbers)) {
      const weight = 1 / clauses.length;
      for (let at = 0; at < clauses.length && at < COMMON * 4; at += 1) {
        const nth = clauses[at] ?? 0;
        const score = this.#scores[nth] ?? 0;
        if (score === 0) found.push(nth);
        this.#scores[nth] = score + weight;
      }
    }
    const best = this.#highest(found);
    for (const nth of found) this.#scores[nth] = 0;
    return best;
  }

  #file(word: number, nth: number): void {
    const clauses = this.#byWord.get(word);
    if (clauses) clauses.push(nth);
    else this.#byWord.set(word, [nth]);
  }

  /** Who shares the rarest words, the rarest first. */
  #rarest(numbers: Int32Array): number[][] {
    const sharers: number[][] = [];
    for (const word of new Set(numbers)) {
      const clauses = this.#byWord.get(word);
      if (clauses) sharers.push(clauses);
    }
    sharers.sort((a, b) => a.length - b.length);
    // Clauses of common words only ("we may share") must still find each other: their three rarest count anyway.
    return sharers.slice(0, MOST_WORDS).filter((clauses, nth) => nth < 3 || clauses.length <= COMMON);
  }

  /** The few with the highest scores, those of the same score in their order. */
  #highest(found: readonly number[]): number[] {
    const best: number[] = [];
    const scoreOf = (nth = -1) => this.#scores[nth] ?? 0;
    for (const nth of found) {
      if (best.length === CANDIDATES && scoreOf(nth) <= scoreOf(best.at(-1))) continue;
      let place = best.length;
      while (place > 0 && scoreOf(best[place - 1]) < scoreOf(nth)) place -= 1;
      best.splice(place, 0, nth);
      if (best.length > CANDIDATES) best.pop();
    }
    return best;
  }
}
