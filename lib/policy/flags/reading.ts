import type { Finder, Sentence, Span } from '../rules/match.ts';
import { classEnds, startsClass } from '../rules/members.ts';
import { findSpan } from '../rules/run.ts';
import type { Topic } from '../types.ts';

/** Whose doing a statement is, as far as the sentence says. */
export type Actor = 'provider' | 'user' | 'third-party' | 'unsaid';

/** How many words after "the right to" still name what the right is about. */
const RIGHT_REACH = 12;
const HAVE = new Set(['have', 'has', 'retain', 'retains', 'keep', 'keeps', 'maintain', 'maintains']);
/** Who has a right without being named as the provider: "the platform has the right to review". */
const OPERATORS = new Set(['platform', 'company', 'operator', 'site', 'website', 'service', 'administrator']);
/** How many words before "right" may stand "reserve". */
const RESERVE_REACH = 6;

/** Does the sentence hold a member of the class? */
export function holds(name: string, sentence: Sentence): boolean {
  return classEnds(name, sentence).some((ends) => ends.length > 0);
}

/**
 * Does the sentence hold two different members of the class, by their first word? What a class within it holds is one: Google
 * and Firebase are the same company. True where no class is asked for.
 */
export function holdsTwo(name: string | undefined, sentence: Sentence): boolean {
  if (name === undefined) return true;
  const { list, before } = sentence.words;
  const isName = (at: number) => at >= 0 && startsClass(name, sentence, at);
  // "Microsoft Azure": what follows a name with no mark between is a part of it.
  const isAnother = (at: number) => isName(at) && !(isName(at - 1) && !before[at]);
  const leaves = sentence.classes.get(name)?.automaton.leaves ?? [];
  const families = leaves.flatMap((leaf) => (leaf.type === 'class' ? [leaf.name] : []));
  const whose = (word: string, at: number) =>
    families.find((family) => startsClass(family, sentence, at)) ?? word;
  return new Set(list.flatMap((word, at) => (isAnother(at) ? [whose(word, at)] : []))).size > 1;
}

/** "You agree to:", "Users are responsible for:": does a lead-in make what follows, from word `own` on, a duty of the user? */
export function isUserDuty(sentence: Sentence, own: number): boolean {
  return classEnds('DUTY', sentence).some((ends, at) => at < own && ends.includes(own));
}

/** True if any of the phrases matches anywhere in the sentence. */
export function matchesAny(finders: readonly Finder[], sentence: Sentence): boolean {
  return finders.some((finder) => findSpan(finder, sentence) !== undefined);
}

/** Does an exception other than "as the law requires" take back what the sentence promises about `topic`? */
export function takesBack(sentence: Sentence, topic: Topic): boolean {
  const lawful = classEnds('LAWFUL-EXCEPTION', sentence);
  return classEnds('EXCEPTION', sentence).some(
    (ends, at) =>
      ends.length > 0 && !lawful[at]?.length && !(topic !== 'sharing' && isOfSharing(sentence, at)),
  );
}

/** How many words before an exception "or share" may stand. */
const SHARING_REACH = 10;
const JOINS = new Set(['or', 'and', 'nor']);

/** "We do not train on your files, or share them with others, except to provide the service": the exception is one to sharing alone. */
function isOfSharing(sentence: Sentence, exception: number): boolean {
  if (sentence.words.list[exception] !== 'except') return false;
  for (let at = exception - 1; at >= Math.max(1, exception - SHARING_REACH); at -= 1) {
    if (startsClass('TRAIN', sentence, at)) return false;
    if (startsClass('SHARE', sentence, at) && JOINS.has(sentence.words.list[at - 1] ?? '')) return true;
  }
  return false;
}

/** The nearest subject before the match says who acts; what the match itself starts with comes first. */
export function actorOf(sentence: Sentence, match: Span): Actor {
  for (let at = match.start; at >= 0; at -= 1) {
    const acts = classEnds('USER-ACTS', sentence)[at] ?? [];
    if (acts.some((end) => !isToldSomething(sentence, end)) && !isObject(sentence, at)) return 'user';
    if (startsClass('THIRD-PARTY-ACTS', sentence, at)) return 'third-party';
    if (startsClass('PROVIDER', sentence, at)) return 'provider';
  }
  return 'unsaid';
}

const PREPOSITIONS = new Set(['with', 'by', 'to', 'from', 'for', 'among', 'between', 'against']);
const BEFORE_NOUN = new Set(['other', 'the', 'all', 'our', 'any', 'some']);

/** "Content shared with other users may remain": the users are whom it is shared with, and do nothing. */
function isObject({ words: { list, before } }: Sentence, at: number): boolean {
  const noun = BEFORE_NOUN.has(list[at - 1] ?? '') ? at - 1 : at;
  return PREPOSITIONS.has(list[noun - 1] ?? '') && !before[noun];
}

const TOLD = new Set(['know', 'note', 'understand', 'remember', 'realize', 'acknowledge']);

/** "You should know that": what follows is said to the reader, not asked of them. */
function isToldSomething({ words: { list } }: Sentence, at: number): boolean {
  return TOLD.has(list[at] ?? '') || (list[at] === 'be' && list[at + 1] === 'aware');
}

/** A right to object, a choice about something or a question whether it happens does not say that it does. */
export function isOnlyARight(sentence: Sentence, match: Span): boolean {
  // "You can opt out of the sale (we do not sell data)": what stands in brackets is said outright.
  if ((sentence.words.before[match.start] ?? '').endsWith('(')) return false;
  return classEnds('RIGHT-TO', sentence).some((ends, at) => {
    const near = ends.some((end) => end <= match.end && match.start - end < RIGHT_REACH);
    return at < match.end && near && !isReserved(sentence, at) && !isOwnList(sentence, at);
  });
}

/** How many words before "categories of" the provider's verb may stand. */
const LIST_REACH = 4;

/** "We share certain categories of data" says that they are shared; "the categories of data sold" only asks. */
function isOwnList(sentence: Sentence, at: number): boolean {
  if (sentence.words.list[at] !== 'categories') return false;
  for (let verb = at - 1; verb >= Math.max(0, at - LIST_REACH); verb -= 1) {
    if (!startsClass('SHARE', sentence, verb)) continue;
    return actorOf(sentence, { start: verb, end: at }) === 'provider';
  }
  return false;
}

/** "We reserve the right to sell", "we still have the following rights:": those are the provider's own. */
function isReserved(sentence: Sentence, right: number): boolean {
  const from = Math.max(0, right - RESERVE_REACH);
  const before = sentence.words.list.slice(from, right);
  if (before.some((word) => word.startsWith('reserv'))) return true;
  const has = before.findLastIndex((word) => HAVE.has(word));
  if (has < 0) return false;
  return (
    OPERATORS.has(before[has - 1] ?? '') ||
    actorOf(sentence, { start: from + has, end: right }) === 'provider'
  );
}
