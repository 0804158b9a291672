import { FLAG_RULES } from '../../rules/flags/index.ts';
import { compareTexts, flagChanges } from './compare/index.ts';
import { findFlags, type KnownClauses } from './flags/find.ts';
import { scoreHits } from './score/index.ts';
import type { DocumentKind, FlagHit, FlagRule, PolicyChange, PolicyText } from './types.ts';

export { fingerprint } from './compare/index.ts';
export { extractPolicy } from './extract/index.ts';
export { findFlags } from './flags/find.ts';
export { findPhrase } from './flags/phrase.ts';
export { checkPhrase, type PhraseProblem } from './rules/check.ts';
export { type RuleChoices, withChoices } from './rules/choices.ts';
export { engineVersion } from './rules/version.ts';
export { ENGINE, scoreDocuments as scorePolicy } from './score/index.ts';
export { policyFromMarkdown } from './text/index.ts';
export type * from './types.ts';
export { MOST_OWN_PHRASES } from './types.ts';

/**
 * What changed between two readings of one document of a site.
 *
 * @param before the earlier text
 * @param after the later text
 * @param document which document it is; flags and scores are those of this document alone
 * @param options `settled`: the later text was the same on several looks, so that one cut short is believed;
 *   `rules`: those of `withChoices`, where the person has chosen
 * @returns the kind of change, its clauses with what concerns a creator first, flags gained and lost, and the score of each side
 */
export function comparePolicies(
  before: PolicyText,
  after: PolicyText,
  document: DocumentKind = 'privacy',
  { settled = false, rules = FLAG_RULES }: { settled?: boolean; rules?: readonly FlagRule[] } = {},
): PolicyChange {
  const { touched, ...change } = compareTexts(before, after, settled);
  const known: KnownClauses = new Map();
  const was = findFlags(before, document, rules, known);
  const now = findFlags(after, document, rules, known);
  const counts = ({ flag }: FlagHit) => !rules.some((rule) => rule.off && rule.flag === flag);
  const isReadable = change.kind !== 'unreadable';
  return {
    ...change,
    ...flagChanges(was.filter(counts), now.filter(counts), touched),
    scoreBefore: scoreHits(was, [document], rules).score,
    scoreAfter: isReadable ? scoreHits(now, [document], rules).score : null,
  };
}
