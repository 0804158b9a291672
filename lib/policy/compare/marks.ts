import { diffArrays } from 'diff';

/** A piece of a clause, and whether its words stand on this side alone. The pieces of a side make up its text. */
export type Mark = { text: string; changed: boolean };
export type WordMarks = { before: Mark[]; after: Mark[] };

/** A word with what follows it up to the next one; letters of a script without spaces stand alone. */
const WORD =
  /(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}$€£%'’])+)[^\p{L}\p{M}\p{N}$€£%]*/gu;
/** Words that, left unmarked between two marked ones, only make confetti. */
const SMALL = new Set(
  'a an and as at by for in is it of on or that the this to we with you your our'.split(' '),
);
/** Beyond this many differences a clause is another one, and all of it is marked. Time grows with their square. */
const MOST_DIFFERENCES = 1_000;

/**
 * Which words of a changed clause came and went, for showing the two beside each other. What carries no meaning (letter case,
 * punctuation, space) is not marked.
 *
 * @param before the clause as it was
 * @param after the clause as it is
 * @returns for each side its pieces in order, marked and unmarked ones by turns
 */
export function wordMarks(before: string, after: string): WordMarks {
  const [was, now] = [wordsOf(before), wordsOf(after)];
  const parts = diffArrays(was.map(folded), now.map(folded), { maxEditLength: MOST_DIFFERENCES });
  if (!parts) return { before: [{ text: before, changed: true }], after: [{ text: after, changed: true }] };
  const marks: WordMarks = { before: [], after: [] };
  let [at, to] = [0, 0];
  for (const [nth, { added, removed, count = 0 }] of parts.entries()) {
    const isIsland = nth > 0 && nth < parts.length - 1 && isSmall(now.slice(to, to + count));
    const changed = added || removed || isIsland;
    if (!added) put(marks.before, was.slice(at, at + count), changed);
    if (!removed) put(marks.after, now.slice(to, to + count), changed);
    if (!added) at += count;
    if (!removed) to += count;
  }
  return marks;
}

/** The words of a text, put together the text itself. */
function wordsOf(text: string): string[] {
  const words: string[] = text.match(WORD) ?? [];
  const lead = text.slice(0, text.length - words.join('').length);
  return lead === '' ? words : [lead + (words[0] ?? ''), ...words.slice(1)];
}

function folded(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$€£%]+/gu, '');
}

function isSmall(words: string[]): boolean {
  return words.length <= 2 && words.every((word) => SMALL.has(folded(word)));
}

function put(side: Mark[], words: string[], changed: boolean): void {
  const text = words.join('');
  const last = side.at(-1);
  if (text === '') return;
  if (last?.changed === changed) last.text += text;
  else side.push({ text, changed });
}
