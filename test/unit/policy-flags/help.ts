import { findFlags } from '../../../lib/policy/flags/find.ts';
import { policyFromMarkdown } from '../../../lib/policy/text/index.ts';
import type { FlagHit, FlagRule, PolicyText } from '../../../lib/policy/types.ts';

/** A rule with nothing but what a test says of it. */
export function ruleWith(changes: Partial<FlagRule>): FlagRule {
  return {
    flag: 'test-flag',
    topic: 'training',
    colour: 'red',
    weight: 1,
    title: 'A rule of a test',
    why: 'Tests need rules.',
    advice: 'None.',
    phrases: ['use CONTENT'],
    matches: [],
    near: [],
    ...changes,
  };
}

/** Is the one rule found in the text? Markdown, so that lists and headings can be given. */
export function found(rule: Partial<FlagRule>, text: string): boolean {
  return findFlags(policyFromMarkdown(text), 'terms', [ruleWith(rule)]).length > 0;
}

/** The flags of `rules/flags` in a text. */
export function flagsIn(text: string): string[] {
  return findFlags(policyFromMarkdown(text), 'privacy').map((hit) => hit.flag);
}

/** A document of one clause that no segmenter has been over. */
export function oneClause(plain: string): PolicyText {
  return { plain, clauses: [{ text: plain, heading: [], start: 0, end: plain.length }], language: 'en' };
}

export function hit(rule: Pick<FlagRule, 'flag' | 'colour' | 'weight'>, quote = rule.flag): FlagHit {
  const { flag, colour, weight } = rule;
  return { flag, colour, weight, quote, document: 'privacy', start: 0, end: quote.length };
}
