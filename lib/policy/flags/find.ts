import { ruleBook } from '../rules/book.ts';
import type { CompiledPhrase, CompiledRule, RuleBook } from '../rules/compile.ts';
import type { Span } from '../rules/match.ts';
import { nameFinder, ownNames } from '../rules/names.ts';
import { OWN_NAME } from '../rules/openings.ts';
import { findSpan } from '../rules/run.ts';
import { readWords } from '../rules/words.ts';
import type { DocumentKind, FlagHit, FlagRule, PolicyText } from '../types.ts';
import { contextOf, type Document, documentOf, type Reading, readingsOf } from './context.ts';
import { holdsNegator, isDisclaimed, isHypothetical, isNegated } from './negation.ts';
import { actorOf, holds, holdsTwo, isOnlyARight, isUserDuty, matchesAny, takesBack } from './reading.ts';
import { mayNameSections, sectionFinder } from './sections.ts';

/** What a clause says: a rule, where in the clause, and whether it is only named there. */
type Said = { rule: FlagRule; from: number; to: number; isNamed: boolean };
type Found = { hit: FlagHit; isNamed: boolean };
/** What clauses say that were read before with the same rules, by all that they are read by. */
export type KnownClauses = Map<string, Said[]>;

/**
 * Finds what a document says of each flag.
 * @param text the document, as `policyFromMarkdown` or `extractPolicy` give it.
 * @param document which document it is, noted in every hit.
 * @param rules the rules to look for; those of `rules/flags` when left out.
 * @param known clauses of another version, read with the same rules: those that stand here too are not read again. What is
 *   read is added.
 * @returns hits in the order of the text. Each quote is a whole sentence or list item, verbatim.
 * @throws RuleError if a phrase of `rules` is not in the language of rules/README.md.
 */
export function findFlags(
  text: PolicyText,
  document: DocumentKind,
  rules?: readonly FlagRule[],
  known: KnownClauses = new Map(),
): FlagHit[] {
  const book = ruleBook(rules);
  const words = text.clauses.map((clause) => readWords(clause.text));
  const names = ownNames(words);
  const classes = new Map(book.classes).set(OWN_NAME, nameFinder(names));
  const read = documentOf(text, words, classes);
  const found: Found[] = text.clauses.flatMap(({ start }, nth) => {
    const key = `${names} ${contextOf(read, nth)}`;
    const said = known.get(key) ?? saidIn(read, nth, book);
    known.set(key, said);
    return said.map(({ rule, from, to, isNamed }) => ({
      hit: hitOf(rule, { start: start + from, end: start + to }, text, document),
      isNamed,
    }));
  });
  found.push(...ofSections(read, book, document));
  found.sort((one, other) => one.hit.start - other.hit.start);
  const stated = new Set(found.filter(({ isNamed }) => !isNamed).map(({ hit }) => hit.flag));
  // A title or a paragraph's name speaks for a flag only where no sentence states it.
  return found.filter(({ hit, isNamed }) => !isNamed || !stated.has(hit.flag)).map(({ hit }) => hit);
}

function saidIn(read: Document, nth: number, book: RuleBook): Said[] {
  const begin = read.text.clauses[nth]?.start ?? 0;
  return readingsOf(read, nth).flatMap((reading) =>
    rulesIn(book, reading).map(({ rule, weak }) => ({
      rule,
      from: reading.start - begin,
      to: reading.end - begin,
      isNamed: weak || reading.title || reading.label,
    })),
  );
}

/** More sentences that name sections than any terms have: each of them can mean the whole document. */
const MOST_NAMING = 20;

/** What sentences say by naming sections: "Sections 5 and 8 survive", of which one holds the licence. */
function ofSections(read: Document, book: RuleBook, document: DocumentKind): Found[] {
  const { clauses } = read.text;
  const sectionsOf = sectionFinder(read.text);
  const naming = clauses.flatMap((clause, nth) => (mayNameSections(clause) ? [nth] : []));
  return book.rules.flatMap((rule) => {
    if (rule.sectionPhrases.length === 0) return [];
    const says = remembered((nth) =>
      readingsOf(read, nth).some((one) => carriesAny(rule, rule.sectionSays, one)),
    );
    const told = naming.flatMap((nth) => {
      const reading = readingsOf(read, nth).find((one) => carriesAny(rule, rule.sectionPhrases, one));
      return reading ? [{ nth, reading }] : [];
    });
    return told
      .slice(0, MOST_NAMING)
      .filter(({ nth }) => sectionsOf(nth).some(says))
      .map(({ reading }) => ({ hit: hitOf(rule.rule, reading, read.text, document), isNamed: false }));
  });
}

function remembered(work: (nth: number) => boolean): (nth: number) => boolean {
  const known = new Map<number, boolean>();
  return (nth) => {
    const answer = known.get(nth) ?? work(nth);
    known.set(nth, answer);
    return answer;
  };
}

function carriesAny(rule: CompiledRule, phrases: readonly CompiledPhrase[], reading: Reading): boolean {
  return phrases.some((phrase) => carries(rule, phrase, reading));
}

type Carried = { rule: FlagRule; weak: boolean };

/** The rules that the sentence carries, without those that add nothing beside another. */
function rulesIn(book: RuleBook, reading: Reading): Carried[] {
  const found = new Map<string, Carried>();
  for (const { rule, phrase } of book.index.candidates(reading.sentence.words.list)) {
    const known = found.get(rule.rule.flag);
    if ((known && (phrase.weak || !known.weak)) || !carries(rule, phrase, reading)) continue;
    const stated = takenBack(rule, reading) ? rule.rule.onTakenBack : limitedTo(rule.rule, reading);
    const other = book.rules.find((one) => one.rule.flag === stated)?.rule;
    if (other) found.set(other.flag, { rule: other, weak: phrase.weak });
  }
  return [...found.values()].filter(
    ({ rule: { yieldsTo = [] } }) => !yieldsTo.some((flag) => found.has(flag)),
  );
}

function carries(rule: CompiledRule, phrase: CompiledPhrase, reading: Reading): boolean {
  if (reading.title && rule.rule.titles !== 'count') return false;
  if (promises(rule.rule) && isUserDuty(reading.sentence, reading.own)) return false;
  // What a lead-in names is named there, and not in each of its items.
  const isHere = (span: Span) => (rule.rule.titles === 'count' ? span.start : span.end - 1) >= reading.own;
  const suits = (span: Span) => isHere(span) && stands(rule.rule, span, phrase, reading);
  return findSpan(phrase.finder, reading.sentence, suits) !== undefined && fits(rule, phrase, reading);
}

/** A licence is granted by the user, all else that is green by the service. */
function promises({ colour, topic }: FlagRule): boolean {
  return colour === 'green' && topic !== 'licence';
}

/** Does this match mean what the rule says, given who acts, what is denied and what is only a right? */
function stands(rule: FlagRule, span: Span, phrase: CompiledPhrase, { sentence, scopes }: Reading): boolean {
  const denied = isNegated(scopes(), span);
  const denies = phrase.negative && holdsNegator(sentence, span);
  if (rule.colour === 'green' && isDisclaimed(sentence, scopes(), span)) return false;
  if (rule.colour === 'green' && denies && rule.actor !== 'anyone' && isHypothetical(sentence, span))
    return false;
  if (denies ? rule.exceptions === 'void' && !denied : denied) return false;
  if (rule.actor !== 'anyone' && ['user', 'third-party'].includes(actorOf(sentence, span))) return false;
  const rights = rule.rights ?? (rule.colour === 'red' ? 'void' : 'count');
  return rights === 'count' || !isOnlyARight(sentence, span);
}

/** Do the rest of the sentence and what stands around it allow the rule? */
function fits(
  { rule, unless, never, about, notAbout }: CompiledRule,
  phrase: CompiledPhrase,
  reading: Reading,
): boolean {
  const { sentence, around, among } = reading;
  if (matchesAny(phrase.firm ? never : unless, sentence)) return false;
  if (!phrase.firm && !holdsTwo(rule.twoOf, sentence) && !holdsTwo(rule.twoOf, among())) return false;
  if (rule.exceptions === 'void' && takesBack(sentence, rule.topic)) return false;
  if (rule.consent === 'void' && holds('CONSENT', sentence)) return false;
  if (notAbout.length > 0 && matchesAny(notAbout, around())) return false;
  return about.length === 0 || matchesAny(about, around());
}

/** The flag itself, or the one that a promise becomes where it holds for some plans only. */
function limitedTo({ flag, onSomePlans }: FlagRule, { sentence, heading }: Reading): string {
  if (!onSomePlans || holds('ALL-PLANS', sentence)) return flag;
  return holds('PLAN', sentence) || holds('PLAN', heading) ? onSomePlans : flag;
}

/** "We do not sell your data. However, we may share it with advertisers": the next sentence takes the promise back. */
function takenBack({ takenBackBy }: CompiledRule, { next }: Reading): boolean {
  return takenBackBy.length > 0 && matchesAny(takenBackBy, next());
}

function hitOf(
  { flag, colour, weight }: FlagRule,
  { start, end }: Span,
  text: PolicyText,
  document: DocumentKind,
): FlagHit {
  return { flag, colour, weight, quote: text.plain.slice(start, end), document, start, end };
}
