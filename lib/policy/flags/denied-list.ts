import type { Sentence } from '../rules/match.ts';

/** The letters and numbers of a list within a sentence. */
const ITEM = /^(?:[a-z]|[ivx]{1,4}|\d{1,2})$/;
const FIRST_ITEM = new Set(['a', 'i', '1']);
/** Of a denial that leads up to a list: "do not ever do any of the following:". */
const BEFORE_LIST = new Set('do does ever and will any of the following things'.split(' '));
const OPENING_REACH = 8;

/** "We do not: sell it; rent it" and "We never do the following: ...": where the list begins, each item of which is denied. */
export function opensList({ words: { list, before } }: Sentence, negator: number): number | undefined {
  for (let at = negator + 1; at < list.length && at - negator <= OPENING_REACH; at += 1) {
    if ((before[at] ?? '').includes(':')) return at;
    if (!BEFORE_LIST.has(list[at] ?? '')) return undefined;
  }
  return undefined;
}

/** "We will not use it (i) in datasets; (ii) for training": the second item is denied as the first is. */
export function isNextItem({ words: { list, before } }: Sentence, negator: number, at: number): boolean {
  const opensItem = (word: number) =>
    /\($/.test(before[word] ?? '') && (before[word + 1] ?? '').startsWith(')') && ITEM.test(list[word] ?? '');
  if (!opensItem(at) || !(before[at] ?? '').includes(';')) return false;
  return list.some(
    (word, first) => first > negator && first < at && FIRST_ITEM.has(word) && opensItem(first),
  );
}
