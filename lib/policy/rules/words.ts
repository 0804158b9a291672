import { eachWord } from './scan.ts';

/** The words of one sentence, in parallel arrays. `starts`/`ends` index into the string that was read. */
export type Words = {
  /** Lower case, contractions taken apart ("don't" is "do", "not"), possessives dropped. */
  list: string[];
  /** The punctuation between the former word and this one, of the set `,;:.!?()`. */
  before: string[];
  /** True where the text wrote the word with a capital. */
  capital: boolean[];
  starts: number[];
  ends: number[];
};

/** What a link and an e-mail address become, so that phrases can name them and their insides match nothing. */
export const LINK_WORD = 'url';
export const EMAIL_WORD = 'email';

const CONTRACTED: Record<string, string[]> = {
  "won't": ['will', 'not'],
  "can't": ['can', 'not'],
  "shan't": ['shall', 'not'],
  cannot: ['can', 'not'],
};
const ENDINGS: Record<string, string> = {
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'d": 'would',
  "'m": 'am',
};

/** Splits `text` into words. Hyphens and slashes part words; links and e-mail addresses are one word each. */
export function readWords(text: string): Words {
  const words: Words = { list: [], before: [], capital: [], starts: [], ends: [] };
  let last = 0;
  eachWord(text, (start, end) => {
    let marks = marksBetween(text, last, start);
    const { plain, capital } = readOne(text.slice(start, end), text);
    for (const word of plain) {
      words.list.push(word);
      words.before.push(marks);
      words.capital.push(capital);
      words.starts.push(start);
      words.ends.push(end);
      marks = '';
    }
    last = end;
  });
  return withoutFalseNots(words);
}

const SPACE = 32;

/** The punctuation of a stretch between two words, which mostly is a single space. */
function marksBetween(text: string, from: number, to: number): string {
  if (to === from || (to - from === 1 && text.charCodeAt(from) === SPACE)) return '';
  return text.slice(from, to).replace(/[^,;:.!?()]/g, '');
}

type ReadWord = { plain: readonly string[]; capital: boolean };

/** What words are read as, by how they are written: most of any text are the same few thousand. */
const READ = new Map<string, ReadWord>();
const MOST_READ = 20_000;
/** A longer piece of a text keeps the whole text in memory. */
const LONGEST_READ = 12;

function readOne(written: string, text: string): ReadWord {
  const known = READ.get(written);
  if (known) return known;
  const read = { plain: plainWords(written, text), capital: startsWithCapital(written) };
  if (written.length > LONGEST_READ || written === 'US') return read;
  if (READ.size >= MOST_READ) READ.clear();
  READ.set(written, read);
  return read;
}

/** What the "not" of "including but not limited to" becomes: it denies nothing, and no phrase means it. */
export const FALSE_NOT = 'merely';

function withoutFalseNots(words: Words): Words {
  const { list } = words;
  for (let at = list.indexOf('not'); at >= 0; at = list.indexOf('not', at + 1)) {
    if (list[at + 1] === 'limited' && list[at + 2] === 'to') list[at] = FALSE_NOT;
  }
  return words;
}

const PLAIN = /^[A-Za-z]+$/;

/** Most words are plain letters, and asking for Unicode's classes costs more than looking. */
function startsWithCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first >= 97 && first <= 122) return false;
  return /^\p{N}*\p{Lu}/u.test(word);
}

function plainWords(written: string, text: string): string[] {
  if (written !== 'US' && PLAIN.test(written)) {
    const plain = written.toLowerCase();
    return CONTRACTED[plain] ?? [plain];
  }
  if (/^https?:/i.test(written)) return [LINK_WORD];
  if (written.includes('@')) return [EMAIL_WORD];
  if (written === '%') return ['percent'];
  const word = written.toLowerCase().replace('’', "'");
  if (word.startsWith('u.s.') || (written === 'US' && /[a-z]{2}/.test(text))) return ['usa'];
  if (word === 'e-mail') return [EMAIL_WORD];
  const whole = CONTRACTED[word];
  if (whole) return whole;
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const cut = word.indexOf("'");
  if (cut < 0) return [word];
  const ending = ENDINGS[word.slice(cut)];
  return ending ? [word.slice(0, cut), ending] : [word.slice(0, cut)];
}

/** One sequence out of two: a lead-in and its list item. Positions of the first part are not kept (-1). */
export function joinWords(lead: Words, rest: Words): Words {
  if (lead.list.length === 0) return rest;
  const nowhere = lead.list.map(() => -1);
  return {
    list: [...lead.list, ...rest.list],
    before: [...lead.before, ...rest.before],
    capital: [...lead.capital, ...rest.capital],
    starts: [...nowhere, ...rest.starts],
    ends: [...nowhere, ...rest.ends],
  };
}

/** The words from `from` up to but not `to`. */
export function sliceWords(words: Words, from: number, to: number): Words {
  return {
    list: words.list.slice(from, to),
    before: words.before.slice(from, to),
    capital: words.capital.slice(from, to),
    starts: words.starts.slice(from, to),
    ends: words.ends.slice(from, to),
  };
}
