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
 * A clause in letters that do not tell spellings apart: British and American words, doubled letters and swapped ones ("recieve").
 * Two clauses that are equal here read the same.
 *
 * @param key a normalised clause
 * @param known the words that were met before; those of this clause are added
 */
export function spelling(key: string, known: Map<string, string>): string {
  return key
    .split(' ')
    .map((word) => {
      const spelled = known.get(word);
      if (spelled !== undefined) return spelled;
      const made = letters(word);
      known.set(word, made);
      return made;
    })
    .join(' ');
}

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
