import type { Pair } from './pair.ts';

type Changed = { gone: string[]; come: string[] };

/** Several steps ask for the words of the same pair. */
const known = new WeakMap<Pair, Changed>();

/** The words that one side of a changed clause has and the other has not. */
export function changedWords(pair: Pair): Changed {
  const words = known.get(pair) ?? changedIn(pair.before.key.split(' '), pair.after.key.split(' '));
  known.set(pair, words);
  return words;
}

function changedIn(before: string[], after: string[]): Changed {
  return { gone: surplus(before, after), come: surplus(after, before) };
}

function surplus(words: string[], others: string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count <= 0;
  });
}
