import { type ClassTable, type Sentence, type Span, sentenceOf } from '../rules/match.ts';
import { joinWords, readWords, sliceWords, type Words } from '../rules/words.ts';
import type { Clause, PolicyText } from '../types.ts';
import { negationScopes } from './negation.ts';

/** A sentence ready to be judged. `start` and `end` index into the document's plain text. */
export type Reading = {
  start: number;
  end: number;
  /** The words of the lead-in, then those of the sentence itself, which begin at `own`. */
  sentence: Sentence;
  own: number;
  /** What the sentence denies. Worked out when first asked for. */
  scopes: () => Span[];
  heading: Sentence;
  /** A heading, or words in the manner of a title or of a link: they name a thing and state nothing of it. */
  title: boolean;
  /** The bold name of a paragraph, "Business Transfers.", which says less than the sentences after it. */
  label: boolean;
  /** Headings, the names of the table's columns, lead-in, the sentence before and the sentence itself. Made when first asked for. */
  around: () => Sentence;
  /** The sentence after it, under the same heading. Made when first asked for. */
  next: () => Sentence;
  /** A short sentence with the beginnings of those around it, under the same heading: a list or a row of them. Made when first asked for. */
  among: () => Sentence;
};

/** Longer than any sentence: a text without an end of sentence is read in parts, so that time stays linear. */
const LONGEST_SENTENCE = 400;
const LONGEST_CONTEXT = 3000;

/** A document under reading: the words of each of its clauses, and of the headings and lead-ins that many of them share. */
export type Document = {
  text: PolicyText;
  words: readonly Words[];
  classes: ClassTable;
  headings: Map<string, Sentence>;
  leads: Map<string, Words>;
  /** What its sections are called. */
  titles: ReadonlySet<string>;
};

/** @param words those of each clause of `text`, as `readWords` gives them */
export function documentOf(text: PolicyText, words: readonly Words[], classes: ClassTable): Document {
  const titles = new Set(text.clauses.flatMap(({ heading }) => heading.map(unnumbered)));
  return { text, words, classes, headings: new Map(), leads: new Map(), titles };
}

/** All that a clause is read by: where it is the same, in whatever document, the clause says the same. */
export function contextOf(document: Document, nth: number): string {
  const { text } = document;
  const { text: own = '', leadIn, heading, columns } = text.clauses[nth] ?? { heading: [] };
  const beside = [neighbour(text, nth, -1), neighbour(text, nth, 1), rowOf(text, nth, own)];
  return JSON.stringify([own, leadIn, heading, columns, namesSection(document, nth), ...beside]);
}

/** Readings of the clause at `nth`: one, or several of a clause too long to be a sentence. */
export function readingsOf(document: Document, nth: number): Reading[] {
  const { text, classes } = document;
  const [clause, words] = [text.clauses[nth], document.words[nth]];
  if (!clause || !words) return [];
  const lead = clause.leadIn ?? '';
  const leadWords = kept(document.leads, lead, () => readWords(lead.slice(-LONGEST_CONTEXT)));
  const name = clause.heading.at(-1) ?? '';
  const heading = kept(document.headings, name, () =>
    sentenceOf(readWords(name.slice(0, LONGEST_CONTEXT)), classes),
  );
  const title = namesSection(document, nth) || isNumberedTitle(clause, words) || isPlainTitle(clause, words);
  const label = isLabel(clause, words);
  return partsOf(clause, words).map(({ words, start, end }) => {
    const sentence = sentenceOf(joinWords(leadWords, words), classes);
    const said = text.plain.slice(start, end);
    return {
      start,
      end,
      sentence,
      own: leadWords.list.length,
      scopes: once(() => negationScopes(sentence)),
      heading,
      title,
      label,
      around: once(() => {
        const context = [...clause.heading, clause.columns ?? '', lead, neighbour(text, nth, -1)].map(
          (part) => part.slice(-LONGEST_CONTEXT),
        );
        return sentenceOf(readWords([...context, said].join('. ')), classes);
      }),
      among: once(() => sentenceOf(readWords(rowOf(text, nth, said).join('. ')), classes)),
      next: once(() => sentenceOf(readWords(neighbour(text, nth, 1).slice(0, LONGEST_CONTEXT)), classes)),
    };
  });
}

/** A numbered title that the document does not mark as a heading: "11.3 Class Action Waiver." */
const NUMBERED_TITLE = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,4})[.)]?\s+\p{Lu}[^,;:]{3,80}$/u;
const LONGEST_TITLE = 120;
/** Two to nine words, of which the text may end none with a mark. */
const PLAIN_TITLE = /^\p{Lu}[^.,;:!?|]*(?:\s[^\s.,;:!?|]+){1,8}$/u;
const SMALL_WORDS = /^(?:a|an|and|by|for|from|if|in|of|on|or|our|the|to|with|your|you|we)$/;

const unnumbered = (title: string) => title.replace(/^\d{1,3}[.)]\s*/, '');

/** A heading, or its name in the list of contents. */
function namesSection({ text, titles }: Document, nth: number): boolean {
  return titles.has(unnumbered(text.clauses[nth]?.text ?? '')) || opensSection(text, nth);
}

/** A heading names what follows and states nothing. */
function opensSection({ clauses }: PolicyText, nth: number): boolean {
  const [clause, next] = [clauses[nth], clauses[nth + 1]];
  if (!clause || !next) return false;
  return next.heading.length > clause.heading.length && next.heading.at(-1) === clause.text;
}

function isNumberedTitle({ text }: Clause, words: Words): boolean {
  return NUMBERED_TITLE.test(text) && isTitleCase(words);
}

/** "Targeted Advertising and Analytics": a line of capitals without an end, which no list leads up to. */
function isPlainTitle({ text, leadIn }: Clause, words: Words): boolean {
  return leadIn === undefined && text.length < LONGEST_TITLE && PLAIN_TITLE.test(text) && isTitleCase(words);
}

/** Up to seven words and a full stop, all of weight in capitals: a name that a paragraph begins with. */
const LABEL = /^\p{Lu}[^.,;:!?]*(?:\s[^\s.,;:!?]+){0,6}\.$/u;

function isLabel({ text }: Clause, words: Words): boolean {
  return text.length < LONGEST_TITLE && LABEL.test(text) && isTitleCase(words);
}

function isTitleCase({ list, capital }: Words): boolean {
  return list.every((word, at) => at === 0 || capital[at] || /^\d/.test(word) || SMALL_WORDS.test(word));
}

/** The sentence so many before or after, where it stands under the same heading. */
function neighbour({ clauses }: PolicyText, nth: number, step: number): string {
  const [other, clause] = [clauses[nth + step], clauses[nth]];
  return other && other.heading.join() === clause?.heading.join() ? other.text : '';
}

/** Companies are listed one an item, or one a short sentence; a longer one speaks of its own matter. */
const LONGEST_OF_ROW = 120;
const ROW_REACH = 3;

/** What is said, and how the sentences around it begin, where all of them may be items of one list. */
function rowOf(text: PolicyText, nth: number, said: string): string[] {
  if (said.length > LONGEST_OF_ROW) return [said];
  const reach = isBlock(text, nth) ? ROW_REACH : 1;
  const around = Array.from({ length: 2 * reach + 1 }, (_, at) => neighbour(text, nth, at - reach));
  return around.map((part) => part.slice(0, LONGEST_OF_ROW));
}

/** Is the clause a whole paragraph, list item or row? */
function isBlock({ plain, clauses }: PolicyText, nth: number): boolean {
  const { start = 0, end = 0 } = clauses[nth] ?? {};
  return (start === 0 || plain[start - 1] === '\n') && (end === plain.length || plain[end] === '\n');
}

function partsOf(clause: Clause, words: Words): { words: Words; start: number; end: number }[] {
  if (words.list.length <= LONGEST_SENTENCE) return [{ words, start: clause.start, end: clause.end }];
  const count = Math.ceil(words.list.length / LONGEST_SENTENCE);
  return Array.from({ length: count }, (_, nth) => {
    const part = sliceWords(words, nth * LONGEST_SENTENCE, (nth + 1) * LONGEST_SENTENCE);
    return {
      words: part,
      start: clause.start + (part.starts[0] ?? 0),
      end: clause.start + (part.ends.at(-1) ?? 0),
    };
  });
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
