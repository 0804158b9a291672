import type { Keyed } from './keys.ts';

/** A word long enough that a slip of the pen in it does not make another word. */
const LONG = 8;
const MIDDLING = 5;

/** British and American ways to write the same. */
const WAYS: [RegExp, string][] = [
  [/([a-z]{3})is(e|es|ed|er|ers|ing|ations?)$/, '$1iz$2'],
  [/(anal|catal)ys(e|es|ed|ing)$/, '$1yz$2'],
  [/(behavi|col|fav|hon|lab|neighb|endeav|rig)our/, '$1or'],
  [/(licen|defen|offen)ce/, '$1se'],
  [/(cent|met|fib)re(s?)$/, '$1er$2'],
  [/(judg|acknowledg)ement/, '$1ment'],
  [/(catal|dial)ogue/, '$1og'],
  [/programme/, 'program'],
];

/**
 * Clauses in letters that do not tell spellings apart: British and American words, doubled letters and swapped ones ("recieve").
 */
export class Spellings {
  /** The number of each spelling, and of the spelling of each word by the word's own number. */
  readonly #spellings = new Map<string, number>();
  readonly #known: number[] = [];

  /** A sum that is equal for two clauses that read the same, and for few others. */
  roughly(clause: Keyed): number {
    const { numbers } = clause;
    let sum = numbers.length;
    for (let at = 0; at < numbers.length; at += 1) sum += Math.imul(this.#at(clause, at) + 1, SPREAD) >>> 0;
    return sum;
  }

  /** Two clauses that are equal here read the same. */
  exactly(clause: Keyed): string {
    return Array.from(clause.numbers, (_, at) => this.#at(clause, at)).join(' ');
  }

  #at({ key, numbers }: Keyed, at: number): number {
    const word = numbers[at] ?? 0;
    const known = this.#known[word];
    if (known !== undefined) return known;
    const spelled = letters(key.split(' ')[at] ?? '');
    const number = this.#spellings.get(spelled) ?? this.#spellings.size;
    this.#spellings.set(spelled, number);
    this.#known[word] = number;
    return number;
  }
}

/** Spreads small numbers over all (Knuth, "The Art of Computer Programming", section 6.4: multiplicative hashing). */
const SPREAD = 0x9e3779b1;

function letters(word: string): string {
  if (word.length < MIDDLING || /\d/.test(word)) return word;
  const one = WAYS.reduce((spelled, [from, to]) => spelled.replace(from, to), word).replace(
    /(\p{L})\1/gu,
    '$1',
  );
  return one.charAt(0) + [...one.slice(1, -1)].sort().join('') + one.slice(-1);
}

/** Whether one word is the other with a letter left out, put in or mistaken, somewhere inside ("infomation"). */
export function isSlip(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  if (short.length < LONG || long.length - short.length > 1 || /\d/.test(short + long)) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  // At either end of a word a letter is a prefix, a plural or another party: "employer", "employee".
  return start > 1 && end > 1 && long.length - start - end <= 1;
}
