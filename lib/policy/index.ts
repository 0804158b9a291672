import { compareTexts, flagChanges } from './compare/index.ts';
import { findFlags } from './flags/find.ts';
import { scoreHits } from './score/index.ts';
import type { DocumentKind, PolicyChange, PolicyText } from './types.ts';

export { fingerprint } from './compare/index.ts';
export { extractPolicy } from './extract/index.ts';
export { findFlags } from './flags/find.ts';
export { ENGINE, scoreDocuments as scorePolicy } from './score/index.ts';
export { policyFromMarkdown } from './text/index.ts';
export type * from './types.ts';

/**
 * What changed between two readings of one document of a site.
 *
 * @param before the earlier text
 * @param after the later text
 * @param document which document it is; flags and scores are those of this document alone
 * @param options `settled`: the later text was the same on several looks, so that one cut short is believed
 * @returns the kind of change, its clauses with what concerns a creator first, flags gained and lost, and the score of each side
 */
export function comparePolicies(
  before: PolicyText,
  after: PolicyText,
  document: DocumentKind = 'privacy',
  { settled } = { settled: false },
): PolicyChange {
  const { touched, ...change } = compareTexts(before, after, settled);
  const [was, now] = [findFlags(before, document), findFlags(after, document)];
  const isReadable = change.kind !== 'unreadable';
  return {
    ...change,
    ...flagChanges(was, now, touched),
    scoreBefore: scoreHits(was, [document]).score,
    scoreAfter: isReadable ? scoreHits(now, [document]).score : null,
  };
}
