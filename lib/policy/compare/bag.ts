import { TURN_COUNT } from './vocabulary.ts';

/** The words of a text, by number and in the order of the numbers, each as often as it stands there. */
export type Bag = Int32Array;

export function bagOf(numbers: Int32Array): Bag {
  return numbers.slice().sort();
}

export function wordsInCommon(one: Bag, other: Bag): number {
  let [common, at, to] = [0, 0, 0];
  while (at < one.length && to < other.length) {
    const difference = (one[at] ?? 0) - (other[to] ?? 0);
    if (difference === 0) common += 1;
    if (difference <= 0) at += 1;
    if (difference >= 0) to += 1;
  }
  return common;
}

/** How much alike two texts are, 0 to 1 (Sørensen–Dice coefficient over words). */
export function alikeness(one: Bag, other: Bag): number {
  return (2 * wordsInCommon(one, other)) / (one.length + other.length);
}

/** Whether two texts are at least so much alike. Where their lengths differ too much, their words are not looked at. */
export function isAlike(one: Bag, other: Bag, share: number): boolean {
  const most = (2 * Math.min(one.length, other.length)) / (one.length + other.length);
  return most >= share && alikeness(one, other) >= share;
}

/** Whether every word of `part` that turns a promise round stands in `whole` as often. */
export function keepsTurns(part: Bag, whole: Bag): boolean {
  const turns = turnsOf(part);
  return wordsInCommon(turns, turnsOf(whole)) === turns.length;
}

function turnsOf(bag: Bag): Bag {
  let end = 0;
  while (end < bag.length && (bag[end] ?? 0) < TURN_COUNT) end += 1;
  return bag.subarray(0, end);
}
