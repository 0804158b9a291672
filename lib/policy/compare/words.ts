import type { Pair } from './pair.ts';

/** The words that one side of a changed clause has and the other has not. */
export function changedWords({ before, after }: Pair): { gone: string[]; come: string[] } {
  return { gone: surplus(before.key, after.key), come: surplus(after.key, before.key) };
}

function surplus(key: string, other: string): string[] {
  const left = new Map<string, number>();
  for (const word of other.split(' ')) left.set(word, (left.get(word) ?? 0) + 1);
  return key.split(' ').filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
