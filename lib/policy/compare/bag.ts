/** The words of a normalised text and how often each stands in it. */
export type Bag = { words: Map<string, number>; size: number };

export function bagOf(text: string): Bag {
  const words = new Map<string, number>();
  const list = text.split(' ');
  for (const word of list) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, size: list.length };
}

export function wordsInCommon(one: Bag, other: Bag): number {
  const [few, many] = one.words.size <= other.words.size ? [one, other] : [other, one];
  let common = 0;
  for (const [word, count] of few.words) common += Math.min(count, many.words.get(word) ?? 0);
  return common;
}

/** How much alike two texts are, 0 to 1 (Sørensen–Dice coefficient over words). */
export function alikeness(one: Bag, other: Bag): number {
  return (2 * wordsInCommon(one, other)) / (one.size + other.size);
}

/** Some bags that many others are held against: a word of those is looked up once for all of these. */
export class Bags {
  readonly #bags: Bag[] = [];
  readonly #byWord = new Map<string, { bag: number; count: number }[]>();

  get size(): number {
    return this.#bags.length;
  }

  add(bag: Bag): void {
    for (const [word, count] of bag.words) {
      const places = this.#byWord.get(word);
      const place = { bag: this.#bags.length, count };
      if (places) places.push(place);
      else this.#byWord.set(word, [place]);
    }
    this.#bags.push(bag);
  }

  /** Those that are at least as much alike to `other` as `share` says, 0 to 1. */
  alike(other: Bag, share: number): Bag[] {
    const common = this.#bags.map(() => 0);
    for (const [word, count] of other.words) {
      for (const { bag, count: own } of this.#byWord.get(word) ?? [])
        common[bag] = (common[bag] ?? 0) + Math.min(count, own);
    }
    return this.#bags.filter((bag, nth) => 2 * (common[nth] ?? 0) >= share * (bag.size + other.size));
  }
}

/** Words that turn a promise round. */
const TURNS = 'not no never nor without unless except only solely dont wont cannot nothing'.split(' ');

/** Whether every word of `part` that turns a promise round stands in `whole` as often. */
export function keepsTurns(part: Bag, whole: Bag): boolean {
  return TURNS.every((word) => (part.words.get(word) ?? 0) <= (whole.words.get(word) ?? 0));
}
