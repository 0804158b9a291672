import { ruleBook } from '../rules/book.ts';
import type { CompiledPhrase, CompiledRule, RuleBook } from '../rules/compile.ts';
import { findSpans, OWN_NAME, type Sentence, type Span, sentenceOf } from '../rules/match.ts';
import { nameAutomaton, ownNames } from '../rules/names.ts';
import { joinWords, readWords } from '../rules/words.ts';
import type { Clause, DocumentKind, FlagHit, FlagRule, PolicyText } from '../types.ts';
import { actorOf, holds, isNegated, isOnlyARight, matchesAny, negationScopes, takesBack } from './reading.ts';

/** A clause ready to be judged: its own words after those of its lead-in, and what stands around it. */
type Reading = { sentence: Sentence; own: number; scopes: Span[]; around: Sentence; heading: Sentence };

/**
 * Finds what a document says of each flag.
 * @param text the document, as `policyFromMarkdown` or `extractPolicy` give it.
 * @param document which document it is, noted in every hit.
 * @param rules the rules to look for; those of `rules/flags` when left out.
 * @returns hits in the order of the text. Each quote is a whole sentence or list item, verbatim.
 * @throws RuleError if a phrase of `rules` is not in the language of rules/README.md.
 */
export function findFlags(text: PolicyText, document: DocumentKind, rules?: readonly FlagRule[]): FlagHit[] {
  const book = ruleBook(rules);
  const classes = new Map(book.classes).set(OWN_NAME, nameAutomaton(ownNames(text)));
  return text.clauses.flatMap((clause, nth) => {
    if (isHeading(clause, text.clauses[nth + 1])) return [];
    const found = rulesOf(book, readingOf(clause, text.clauses[nth - 1], classes));
    return found.map((rule) => hitOf(rule, clause, text, document));
  });
}

/** A heading names what follows and states nothing. */
function isHeading(clause: Clause, next: Clause | undefined): boolean {
  return (
    next !== undefined && next.heading.length > clause.heading.length && next.heading.at(-1) === clause.text
  );
}

function readingOf(clause: Clause, former: Clause | undefined, classes: Sentence['classes']): Reading {
  const lead = readWords(clause.leadIn ?? '');
  const sentence = sentenceOf(joinWords(lead, readWords(clause.text)), classes);
  const before = former && former.heading.join() === clause.heading.join() ? former.text : '';
  const around = sentenceOf(
    readWords([...clause.heading, clause.leadIn ?? '', before, clause.text].join('. ')),
    classes,
  );
  const heading = sentenceOf(readWords(clause.heading.at(-1) ?? ''), classes);
  return { sentence, own: lead.list.length, scopes: negationScopes(sentence), around, heading };
}

function rulesOf(book: RuleBook, reading: Reading): FlagRule[] {
  const found = new Map<string, FlagRule>();
  for (const { rule, phrase } of book.index.candidates(reading.sentence.words.list)) {
    if (found.has(rule.rule.flag)) continue;
    const spans = findSpans(phrase.automaton, reading.sentence).filter((span) => span.end > reading.own);
    if (
      !spans.some((span) => stands(rule.rule, span, phrase.negative, reading)) ||
      !fits(rule, phrase, reading)
    )
      continue;
    const flag = limitedTo(rule.rule, reading);
    const stated =
      flag === rule.rule.flag ? rule.rule : book.rules.find((other) => other.rule.flag === flag)?.rule;
    if (stated) found.set(stated.flag, stated);
  }
  return [...found.values()].filter((rule) => !(rule.yieldsTo ?? []).some((flag) => found.has(flag)));
}

/** Does this match mean what the rule says, given who acts, what is denied and what is only a right? */
function stands(rule: FlagRule, span: Span, negative: boolean, reading: Reading): boolean {
  const { sentence, scopes } = reading;
  if (!negative && isNegated(scopes, span)) return false;
  if (rule.actor !== 'anyone') {
    const actor = actorOf(sentence, span);
    if (actor === 'user' || actor === 'third-party') return false;
  }
  return rule.colour === 'green' || rule.rights === 'count' || !isOnlyARight(sentence, span);
}

/** Do the rest of the sentence and what stands around it allow the rule? */
function fits(
  { rule, unless, about }: CompiledRule,
  phrase: CompiledPhrase,
  { sentence, around }: Reading,
): boolean {
  if (!phrase.firm && matchesAny(unless, sentence)) return false;
  if (rule.exceptions === 'void' && takesBack(sentence)) return false;
  if (rule.consent === 'void' && holds('CONSENT', sentence)) return false;
  return about.length === 0 || matchesAny(about, around);
}

/** The flag a promise becomes where it holds only for some plans. */
function limitedTo(rule: FlagRule, { sentence, heading }: Reading): string {
  if (!rule.onSomePlans || holds('ALL-PLANS', sentence)) return rule.flag;
  return holds('PLAN', sentence) || holds('PLAN', heading) ? rule.onSomePlans : rule.flag;
}

function hitOf(rule: FlagRule, clause: Clause, text: PolicyText, document: DocumentKind): FlagHit {
  const { flag, colour, weight } = rule;
  const quote = text.plain.slice(clause.start, clause.end);
  return { flag, colour, weight, quote, document, start: clause.start, end: clause.end };
}
