import type { FlagHit } from '../types.ts';
import type { Span } from './index.ts';

/**
 * Which flags a change brought and took. A flag counts by the document: one that still stands elsewhere is not lost. And
 * only words that changed count: a flag that is read in an unchanged clause has come from the reading, not the policy.
 *
 * @param before hits in the earlier text
 * @param after hits in the later text
 * @param touched where the clauses stand that changed, in each text
 * @returns one hit a flag, in the order of the hits given
 */
export function flagChanges(
  before: FlagHit[],
  after: FlagHit[],
  touched: { before: Span[]; after: Span[] },
): { flagsGained: FlagHit[]; flagsLost: FlagHit[] } {
  return { flagsGained: only(after, touched.after, before), flagsLost: only(before, touched.before, after) };
}

function only(hits: FlagHit[], spans: Span[], others: FlagHit[]): FlagHit[] {
  const seen = new Set(others.map((hit) => hit.flag));
  return hits.filter((hit) => {
    const fresh = !seen.has(hit.flag) && spans.some((span) => span.start < hit.end && hit.start < span.end);
    if (fresh) seen.add(hit.flag);
    return fresh;
  });
}
