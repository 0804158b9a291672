import type { PhraseNode } from './parse.ts';

/** Beginnings of words of which every match holds at least one; `exact` ones are whole words. */
export type Anchor = { start: string; exact: boolean }[];

/** Words of nearly every sentence: as anchors they would let nearly every sentence through. */
const COMMON = new Set(
  'a all and any are as at be by can data do for from have if in information is it may must not of on or our shall that the this to us use used we will with you your'.split(
    ' ',
  ),
);

/**
 * What a match cannot do without: each anchor is a set of words of which the sentence must hold one, the rarest first.
 * @param classAnchor the rarest anchor of a class, by name.
 */
export function anchorsOf(node: PhraseNode, classAnchor: (name: string) => Anchor | null): Anchor[] {
  switch (node.type) {
    case 'word':
      return [[{ start: node.word, exact: true }]];
    case 'stem':
      return [[{ start: node.stem, exact: false }]];
    case 'class':
      return single(classAnchor(node.name));
    case 'sequence':
      return node.items
        .flatMap((item) => anchorsOf(item, classAnchor))
        .sort((left, right) => cost(left) - cost(right));
    case 'choice':
      return node.optional ? [] : single(union(node.options.map((option) => rarest(option, classAnchor))));
    default:
      return [];
  }
}

/** The one anchor of a phrase that the fewest sentences hold, or null where it has none. */
export function rarest(node: PhraseNode, classAnchor: (name: string) => Anchor | null): Anchor | null {
  return anchorsOf(node, classAnchor)[0] ?? null;
}

/** Does a phrase hold only words of nearly every sentence, so that it would be found nearly everywhere? */
export function isEveryday(node: PhraseNode, classAnchor: (name: string) => Anchor | null): boolean {
  return anchorsOf(node, classAnchor).every((anchor) => anchor.some(({ start }) => COMMON.has(start)));
}

function single(anchor: Anchor | null): Anchor[] {
  return anchor ? [anchor] : [];
}

function union(anchors: (Anchor | null)[]): Anchor | null {
  return anchors.some((anchor) => anchor === null) ? null : anchors.flatMap((anchor) => anchor ?? []);
}

function cost(anchor: Anchor): number {
  return anchor.reduce((sum, { start, exact }) => sum + (COMMON.has(start) ? 60 : exact ? 1 : 2), 0);
}

/** Stems are filed under this many letters, or under the one they have. */
const STEM_KEY = 2;
/** More words than this are no vocabulary but a text that means harm. */
const MOST_KNOWN = 20_000;

/** Looks up, word by word, whose anchors a sentence holds. */
export class AnchorIndex<T> {
  readonly #exact = new Map<string, number[]>();
  readonly #stems = new Map<string, { stem: string; anchor: number }[]>();
  readonly #numbers = new Map<string, number>();
  /** The numbers of the anchors that a word holds, for the words that were met. */
  readonly #known = new Map<string, readonly number[]>();
  /** By number of the rarest anchor: values with the numbers of the others. */
  readonly #values: { value: T; others: number[] }[][] = [];
  readonly #always: T[] = [];
  /** By number of the anchor: the last round in which it was met. A round is one sentence. */
  readonly #met: number[] = [];
  #round = 0;

  /** @param anchors what a sentence must hold of each for `value` to be a candidate, the rarest first. */
  add(anchors: readonly Anchor[], value: T): void {
    this.#known.clear();
    const [first, ...others] = anchors.map((anchor) => this.#numberOf(anchor));
    if (first === undefined) this.#always.push(value);
    else this.#values[first]?.push({ value, others });
  }

  /** Every value all of whose anchors are among `words`. */
  candidates(words: readonly string[]): T[] {
    const found = [...this.#always];
    for (const number of this.#heldBy(words)) {
      for (const { value, others } of this.#values[number] ?? []) {
        if (others.every((other) => this.#met[other] === this.#round)) found.push(value);
      }
    }
    return found;
  }

  /** The anchors that the words hold, each once. They are marked as met in this round. */
  #heldBy(words: readonly string[]): number[] {
    const held: number[] = [];
    this.#round += 1;
    for (const word of words) {
      for (const anchor of this.#anchorsIn(word)) {
        if (this.#met[anchor] === this.#round) continue;
        this.#met[anchor] = this.#round;
        held.push(anchor);
      }
    }
    return held;
  }

  #anchorsIn(word: string): readonly number[] {
    const known = this.#known.get(word);
    if (known) return known;
    const held = [...(this.#exact.get(word) ?? [])];
    for (const length of [1, STEM_KEY]) {
      for (const { stem, anchor } of this.#stems.get(word.slice(0, length)) ?? []) {
        if (word.startsWith(stem)) held.push(anchor);
      }
    }
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(word, held);
    return held;
  }

  /** The same anchor, wherever it is needed, is looked for once. */
  #numberOf(anchor: Anchor): number {
    const key = JSON.stringify(anchor);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    this.#values.push([]);
    this.#met.push(0);
    for (const { start, exact } of anchor) {
      if (exact) append(this.#exact, start, number);
      else append(this.#stems, start.slice(0, STEM_KEY), { stem: start, anchor: number });
    }
    return number;
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
