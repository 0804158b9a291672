import { bagOf } from './bag.ts';
import type { Keyed } from './keys.ts';
import type { Pair } from './pair.ts';

type Changed = { gone: string[]; come: string[] };

/** Several steps ask for the words of the same pair. */
const known = new WeakMap<Pair, Changed>();

/** The words that one side of a changed clause has and the other has not. */
export function changedWords(pair: Pair): Changed {
  const { before, after } = pair;
  const words = known.get(pair) ?? { gone: surplus(before, after), come: surplus(after, before) };
  known.set(pair, words);
  return words;
}

/** The words that `one` has more often than the other, where they stand last in it. */
function surplus(one: Keyed, other: Keyed): string[] {
  const left = surplusCounts(one.numbers, other.numbers);
  if (left.size === 0) return [];
  const words = one.key.split(' ');
  const found: string[] = [];
  for (let at = one.numbers.length - 1; at >= 0; at -= 1) {
    const number = one.numbers[at] ?? 0;
    const count = left.get(number) ?? 0;
    if (count === 0) continue;
    left.set(number, count - 1);
    found.push(words[at] ?? '');
  }
  return found.reverse();
}

/** How much more often each word stands in the one than in the other, by its number. */
function surplusCounts(one: Int32Array, other: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  const [mine, theirs] = [bagOf(one), bagOf(other)];
  let to = 0;
  for (const number of mine) {
    while (to < theirs.length && (theirs[to] ?? 0) < number) to += 1;
    if (theirs[to] === number) to += 1;
    else counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}
