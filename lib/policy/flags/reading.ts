import { classEnds, findSpans, type Sentence, type Span } from '../rules/match.ts';

/** Whose doing a statement is, as far as the sentence says. */
export type Actor = 'provider' | 'user' | 'third-party' | 'unsaid';

const NEGATORS = new Set(['not', 'never', 'no', 'nor', 'neither', 'none', 'nothing', 'without']);
/** What may follow a negator so that it denies nothing that comes later: "not only", "no later than", "no longer". */
const HARMLESS_AFTER: Record<string, Set<string>> = {
  not: new Set(['only', 'limited', 'just', 'necessarily', 'merely', 'solely']),
  no: new Set([
    'later',
    'longer',
    'more',
    'less',
    'matter',
    'event',
    'charge',
    'cost',
    'fewer',
    'obligation',
  ]),
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
const RELATIVES = new Set(['that', 'which', 'who', 'whom']);
/** How many words after "the right to" still name what the right is about. */
const RIGHT_REACH = 12;
/** "without" denies a noun, not a statement. */
const WITHOUT_REACH = 6;

/** The words that a negation denies. A scope ends at "but", at an exception, and where a new subject starts. */
export function negationScopes(sentence: Sentence): Span[] {
  const { list } = sentence.words;
  return list.flatMap((word, at) =>
    isNegator(sentence, at, word) ? [{ start: at, end: scopeEnd(sentence, at) }] : [],
  );
}

function isNegator(sentence: Sentence, at: number, word: string): boolean {
  if (!NEGATORS.has(word)) return false;
  const { list } = sentence.words;
  if (list[at - 1] === 'or' && list[at - 2] === 'whether') return false;
  return !HARMLESS_AFTER[word]?.has(list[at + 1] ?? '');
}

function scopeEnd(sentence: Sentence, negator: number): number {
  const { list, before } = sentence.words;
  const inCondition = opensAside(sentence, negator);
  for (let at = negator + 1; at < list.length; at += 1) {
    const comma = (before[at] ?? '').includes(',');
    if (sentence.barrier[at] || (before[at] ?? '').includes(':')) return at;
    if (inCondition && comma) return at;
    if (list[negator] === 'without' && (comma || at - negator > WITHOUT_REACH)) return at;
    if (SCOPE_ENDS.has(list[at] ?? '') && !isParenthetical(sentence, negator, at)) return at;
    if (startsNewSubject(sentence, at)) return at;
  }
  return list.length;
}

/** "if you do not ..., we" and "data that does not identify you, to": what is denied ends with the aside's comma. */
function opensAside(sentence: Sentence, negator: number): boolean {
  const { list, before } = sentence.words;
  for (let at = negator - 1; at >= 0 && negator - at < 9; at -= 1) {
    if (CONDITIONS.has(list[at] ?? '')) return true;
    if (RELATIVES.has(list[at] ?? '') && negator - at < 5) return true;
    if (before[at]) return false;
  }
  return false;
}

/** "We will not, except as you agree, use ...": the negation goes on after the aside. */
function isParenthetical(sentence: Sentence, negator: number, at: number): boolean {
  const { before } = sentence.words;
  return (
    at - negator <= 3 &&
    (before[at] ?? '').includes(',') &&
    before.slice(at + 1, at + 15).some((marks) => marks.includes(','))
  );
}

function startsNewSubject(sentence: Sentence, at: number): boolean {
  const { list, before } = sentence.words;
  const parted = (before[at] ?? '').includes(',') || ['and', 'or', 'then'].includes(list[at - 1] ?? '');
  return parted && (starts('PROVIDER', sentence, at) || starts('USER', sentence, at));
}

function starts(name: string, sentence: Sentence, at: number): boolean {
  return (classEnds(name, sentence)[at] ?? []).length > 0;
}

/** Is the end of the match (where its verb or object stands) denied? */
export function isNegated(scopes: readonly Span[], match: Span): boolean {
  return scopes.some(
    (scope) => scope.start < match.end && scope.end >= match.end && scope.start > match.start - 40,
  );
}

/** Does the sentence hold a member of the class, in whole or after `from`? */
export function holds(name: string, sentence: Sentence, from = 0): boolean {
  return classEnds(name, sentence).some((ends, at) => at >= from && ends.length > 0);
}

/** Does an exception other than "as the law requires" take back what the sentence promises? */
export function takesBack(sentence: Sentence): boolean {
  const lawful = classEnds('LAWFUL-EXCEPTION', sentence);
  return classEnds('EXCEPTION', sentence).some((ends, at) => ends.length > 0 && !lawful[at]?.length);
}

/** The nearest subject before the match says who acts; what the match itself starts with comes first. */
export function actorOf(sentence: Sentence, match: Span): Actor {
  for (let at = match.start; at >= 0; at -= 1) {
    if (starts('USER-ACTS', sentence, at)) return 'user';
    if (starts('THIRD-PARTY-ACTS', sentence, at)) return 'third-party';
    if (starts('PROVIDER', sentence, at)) return 'provider';
  }
  return 'unsaid';
}

/** A right to object to something, a choice about it or a question whether it happens is not a statement that it does. */
export function isOnlyARight(sentence: Sentence, match: Span): boolean {
  return classEnds('RIGHT-TO', sentence).some((ends, at) => {
    const near = ends.some((end) => end <= match.end && match.start - end < RIGHT_REACH);
    return near && !isReserved(sentence, at);
  });
}

/** "We reserve the right to sell": that right is the provider's own. */
function isReserved(sentence: Sentence, right: number): boolean {
  return sentence.words.list.slice(Math.max(0, right - 6), right).some((word) => word.startsWith('reserv'));
}

/** True if any of the automatons matches anywhere in the sentence. */
export function matchesAny(automatons: Parameters<typeof findSpans>[0][], sentence: Sentence): boolean {
  return automatons.some((automaton) => findSpans(automaton, sentence).length > 0);
}
