/** The words of a normalised text and how often each stands in it. */
export type Bag = { words: Map<string, number>; size: number };

export function bagOf(text: string): Bag {
  const words = new Map<string, number>();
  const list = text.split(' ');
  for (const word of list) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, size: list.length };
}

export function wordsInCommon(one: Bag, other: Bag): number {
  let common = 0;
  for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0);
  return common;
}

/** How much alike two texts are, 0 to 1 (Sørensen–Dice coefficient over words). */
export function alikeness(one: Bag, other: Bag): number {
  return (2 * wordsInCommon(one, other)) / (one.size + other.size);
}

/** Words that turn a promise round. */
const TURNS = 'not no never nor without unless except only solely dont wont cannot nothing'.split(' ');

/** Whether every word of `part` that turns a promise round stands in `whole` as often. */
export function keepsTurns(part: Bag, whole: Bag): boolean {
  return TURNS.every((word) => (part.words.get(word) ?? 0) <= (whole.words.get(word) ?? 0));
}
