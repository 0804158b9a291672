import type { Sentence, Span } from '../rules/match.ts';
import { startsClass } from '../rules/members.ts';
import { isNextItem, opensList } from './denied-list.ts';

const NEGATORS = new Set([
  'not',
  'never',
  'no',
  'nor',
  'neither',
  'none',
  'nothing',
  'nobody',
  'without',
  'excluding',
]);
/** What may follow a negator so that it denies nothing that comes later: "not only", "no later than", "no longer". */
const HARMLESS_AFTER: Record<string, Set<string>> = {
  not: new Set([
    'only',
    'limited',
    'just',
    'necessarily',
    'merely',
    'solely',
    'exceed',
    'exceeding',
    'later',
  ]),
  no: new Set(['later', 'more', 'less', 'matter', 'event', 'charge', 'cost', 'fewer', 'obligation']),
  without: new Set([
    'limitation',
    'limiting',
    'notice',
    'prior',
    'undue',
    'delay',
    'advance',
    'further',
    'obligation',
    'any',
  ]),
};
const SCOPE_ENDS = new Set(['because', 'so', 'if', 'except', 'unless', 'instead', 'only', 'until', 'rather']);
const CONDITIONS = new Set([
  'if',
  'unless',
  'when',
  'where',
  'should',
  'whether',
  'while',
  'since',
  'although',
  'though',
]);
/** Of these, the ones that leave open whether it is so: "although we do not" says that we do not. */
const HYPOTHETICAL = new Set(['if', 'unless', 'when', 'where', 'should', 'whether']);
const RELATIVES = new Set(['that', 'which', 'who', 'whom']);
/** After these "that" opens what is said ("we promise that we do not"), not a remark about the noun before it. */
const SAYING =
  /^(?:agree|promise|pledge|guarantee|ensure|confirm|clarif|state|warrant|represent|commit|undertak|acknowledge|understand|note|say|declare|certif|mean|assure)/;
/** "without" and "excluding" deny a noun, not a statement. */
const NOUN_NEGATORS = new Set(['without', 'excluding']);
const NOUN_REACH = 6;
/** What is not guaranteed is not said. */
const DISCLAIMED = /^(?:guarant|warrant|ensur|promis|assur|represent|commit|oblig|undertak)/;
const DISCLAIMER_REACH = 4;
const AUXILIARIES = new Set('will would shall may might can could is are was were has have'.split(' '));
/** How many words before a negator its "if" or "that" may stand. */
const CONDITION_REACH = 9;
const RELATIVE_REACH = 5;
/** A negation so far before a match speaks of something else. */
const FARTHEST = 40;

/** The words that each negation denies. A scope ends at "but", at an exception, and where a new subject starts. */
export function negationScopes(sentence: Sentence): Span[] {
  const { list } = sentence.words;
  return list.flatMap((word, at) =>
    isNegator(list, at, word) ? [{ start: at, end: scopeEnd(sentence, at) }] : [],
  );
}

/** Is the end of the match, where its verb or object stands, denied? */
export function isNegated(scopes: readonly Span[], match: Span): boolean {
  return scopes.some(
    ({ start, end }) => start < match.end && end >= match.end && start > match.start - FARTHEST,
  );
}

/** Does the match itself hold a negation, so that it says what the sentence denies? */
export function holdsNegator({ words: { list } }: Sentence, { start, end }: Span): boolean {
  return list.slice(start, end).some((word) => NEGATORS.has(word));
}

/** "Should you not want your work used": the negation within the match is a condition and promises nothing. */
export function isHypothetical({ words: { list, before } }: Sentence, { start, end }: Span): boolean {
  const negator = list.findIndex((word, at) => at >= start && at < end && NEGATORS.has(word));
  for (let at = negator - 1; at >= 0 && negator - at < CONDITION_REACH; at -= 1) {
    if (before[at + 1]) return false;
    // "You should not" is no condition; "should you not" is one.
    if (HYPOTHETICAL.has(list[at] ?? '')) return list[at] !== 'should' || at + 1 < negator;
  }
  return false;
}

/** "We cannot guarantee that your work is not read": a promise within is none. */
export function isDisclaimed({ words: { list } }: Sentence, scopes: readonly Span[], match: Span): boolean {
  return scopes.some(
    ({ start, end }) =>
      start < match.end &&
      end >= match.end &&
      list.slice(start + 1, start + 1 + DISCLAIMER_REACH).some((word) => DISCLAIMED.test(word)),
  );
}

function isNegator(list: readonly string[], at: number, word: string): boolean {
  if (!NEGATORS.has(word)) return false;
  if (list[at - 1] === 'or' && list[at - 2] === 'whether') return false;
  if (list[at + 1] === 'longer' && list[at + 2] === 'than') return false;
  if (list[at + 1] === 'to' && list[at + 2] === 'exceed') return false;
  return !HARMLESS_AFTER[word]?.has(list[at + 1] ?? '');
}

function scopeEnd(sentence: Sentence, negator: number): number {
  const { list, before } = sentence.words;
  const aside = opensAside(sentence, negator);
  const noun = NOUN_NEGATORS.has(list[negator] ?? '');
  const relative = aside && isInRelative(sentence, negator);
  const items = opensList(sentence, negator);
  for (let at = negator + 1; at < list.length; at += 1) {
    const marks = before[at] ?? '';
    if (endsItem(sentence, negator, at, items)) return at;
    if ((aside || noun || list[at] === 'which') && marks.includes(',')) return at;
    if (noun && at - negator > NOUN_REACH) return at;
    if (relative && resumes(sentence, negator, at)) return at;
    if (SCOPE_ENDS.has(list[at] ?? '') && !isParenthetical(sentence, negator, at)) return at;
    if (startsNewSubject(sentence, at) || startsNewVerb(sentence, at) || startsDefinition(sentence, at))
      return at;
  }
  return list.length;
}

/** A colon or a semicolon ends what is denied, but where all that follows is a list of it. */
function endsItem(sentence: Sentence, negator: number, at: number, items: number | undefined): boolean {
  const marks = sentence.words.before[at] ?? '';
  if (items !== undefined && (at === items || (at > items && marks.includes(';')))) return false;
  return marks.includes(':') || (sentence.barrier[at] === true && !isNextItem(sentence, negator, at));
}

/** "if you do not ..., we" and "data that does not identify you, to": what is denied ends with the aside's comma. */
function opensAside({ words: { list, before } }: Sentence, negator: number): boolean {
  for (let at = negator - 1; at >= 0 && negator - at < CONDITION_REACH; at -= 1) {
    if (before[at + 1]) return false;
    if (CONDITIONS.has(list[at] ?? '')) return true;
    if (RELATIVES.has(list[at] ?? '') && negator - at < RELATIVE_REACH)
      return !opensStatement(list, before, at);
  }
  return false;
}

/** "disputes that cannot be settled": the negation stands in a remark about a noun. */
function isInRelative({ words: { list } }: Sentence, negator: number): boolean {
  return list.slice(Math.max(0, negator - RELATIVE_REACH + 1), negator).some((word) => RELATIVES.has(word));
}

const MODALS = new Set(['shall', 'will', 'must', 'may']);
const OWN_SUBJECTS = new Set('and or we you they it he she that which who'.split(' '));

/** "disputes that cannot be settled shall go to court": with its own verb the sentence about the noun goes on. */
function resumes({ words: { list } }: Sentence, negator: number, at: number): boolean {
  return at - negator > 2 && MODALS.has(list[at] ?? '') && !OWN_SUBJECTS.has(list[at - 1] ?? '');
}

/** "..., that it will not" and "agrees that it will not": what follows is said outright. */
function opensStatement(list: readonly string[], before: readonly string[], at: number): boolean {
  return list[at] === 'that' && ((before[at] ?? '').includes(',') || SAYING.test(list[at - 1] ?? ''));
}

/** "We will not, except as you agree, use ...": the negation goes on after the aside. */
function isParenthetical({ words: { before } }: Sentence, negator: number, at: number): boolean {
  const close = before.slice(at + 1, at + 15).some((marks) => marks.includes(','));
  return at - negator <= 3 && (before[at] ?? '').includes(',') && close;
}

/** ", where we act as a processor": what follows the comma is said of something else. */
const OPENS_CLAUSE = new Set(['where', 'when', 'while', 'whereby']);

function startsNewSubject(sentence: Sentence, at: number): boolean {
  const { list, before } = sentence.words;
  const former = list[at - 1] ?? '';
  const parted =
    (before[at] ?? '').includes(',') ||
    ['and', 'or', 'then'].includes(former) ||
    (OPENS_CLAUSE.has(former) && (before[at - 1] ?? '').includes(','));
  return parted && (startsClass('PROVIDER', sentence, at) || startsClass('USER', sentence, at));
}

/** "It will not be shown and will be kept": what follows is said anew, and without the "not". */
function startsNewVerb({ words: { list } }: Sentence, at: number): boolean {
  return list[at - 1] === 'and' && AUXILIARIES.has(list[at] ?? '');
}

/** "We do not sell it, as defined by the law": the law is named, not denied. In brackets it is an aside. */
function startsDefinition({ words: { list, before } }: Sentence, at: number): boolean {
  if (list[at] !== 'as' || list[at - 1] === 'such' || (before[at] ?? '').includes('(')) return false;
  return ['defined', 'those'].includes(list[at + 1] ?? '');
}
