import { datesIn, statedDates } from '../text/index.ts';

const URL_TEXT = /\b(?:https?:\/\/|www\.)[^\s)\]>"”’]+/gi;
/** An address, or what Cloudflare puts in its place. */
const EMAIL =
  /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[a-z]{2,24}(?![a-z])|\.[\w-]{1,63})+|\[\s?email\s?protected\s?\]/gi;
const KEYBOARD_HINT =
  /\b(?:ctrl|control|cmd|command|alt|option|shift)\s?[+-]\s?[a-z\d]\b|[⌘⌥⇧⌃]\s?[+-]?\s?[a-z\d]\b/gi;
/** "842 partners": banners count anew every day. */
const COUNT_OF_VENDORS =
  /\b\d[\d,.]*(?=\s(?:(?:selected|trusted|third[- ]party|advertising|iab|tcf)\s)?(?:partners|vendors|advertisers|cookies)\b)/gi;
const COPYRIGHT_YEARS = /(©|\(c\)|\bcopyright\b)[\s\d–,-]*/gi;
/** Words that some write as one: "e-mail", "web site". */
const ONE_WORD = /\b(e|web|sub|log|user) (mails?|sites?|processors?|processing|files|names?)\b/g;
/** Numbers of sections and list items: they shift when another one is put in. */
const ENUMERATOR =
  /^(?:\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]|§?\s?\d{1,3}(?:\.\d{1,3})+|[-–•·●▪*]))+\s+/i;
const SECTION_NUMBER = /\b(sections?|§+)\s?\d{1,3}(?:\.\d{1,3})*(?:\s?\([a-z\d]{1,4}\))*/gi;

/**
 * A clause without what carries no meaning: letter case, punctuation, styles of dates, tracking parameters, e-mail
 * addresses and their placeholders, keyboard hints, counts of vendors, numbers of sections. Two clauses that read the
 * same here say the same.
 *
 * @param text one clause
 * @param ownDate whether the clause stands where documents state their own date; that date is then left out too
 * @returns words separated by single spaces; empty when nothing of meaning is left
 */
export function meaning(text: string, ownDate: boolean): string {
  const dated = withDates(text, ownDate).normalize('NFKC');
  return withPlainEmails(withPlainUrls(dated))
    .replace(KEYBOARD_HINT, ' ')
    .replace(COUNT_OF_VENDORS, '')
    .replace(COPYRIGHT_YEARS, '$1 ')
    .replace(ENUMERATOR, '')
    .replace(SECTION_NUMBER, '$1')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}$€£%]+/gu, ' ')
    .replace(ONE_WORD, '$1$2')
    .trim();
}

function withPlainUrls(text: string): string {
  return text.replace(
    URL_TEXT,
    (url) => ` ${url.replace(/[?#].*$/, '').replace(/^https?:\/\/(?:www\.)?|^www\.|[/.,;:]+$/gi, '')} `,
  );
}

function withPlainEmails(text: string): string {
  // Looking for addresses is dear, and few clauses have one.
  return /@|protected/i.test(text) ? text.replace(EMAIL, ' email ') : text;
}

/** Every date in one style, the document's own as no date at all. */
function withDates(text: string, ownDate: boolean): string {
  const own = new Set(ownDate ? statedDates(text).map((date) => date.start) : []);
  return datesIn(text).reduceRight(
    (dated, { iso, start, end }) =>
      `${dated.slice(0, start)} ${own.has(start) ? '' : iso.replaceAll('-', 'x')} ${dated.slice(end)}`,
    text,
  );
}

const DATE_WORDS = new Set(
  'last latest updated update modified revised revision effective date dated version versions current previous prior as of on from the this in force posted published since was is policy terms document new archived see view and'.split(
    ' ',
  ),
);

/** Whether nothing is left of a clause but the words around a date: "Last updated", "Version (latest)". */
export function isDateLabel(words: string): boolean {
  return words === '' || (words.length < 80 && words.split(' ').every((word) => DATE_WORDS.has(word)));
}
