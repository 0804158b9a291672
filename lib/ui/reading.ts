import type { Scorecard } from '../policy/types.ts';
import type { DocumentState, SiteReview } from '../store/types.ts';

/** How much is known of a site's policies. */
export type Reading =
  /** Nothing is known yet; `started` when a first attempt is under way. */
  | { kind: 'waiting'; started: boolean }
  /** Documents were tried and none was ever read: there is no grade. */
  | { kind: 'unreadable'; documents: DocumentState[] }
  /** There is a score. `missing` documents were never read; `stale` ones were read, but not at the last attempt. */
  | { kind: 'scored'; card: Scorecard; missing: DocumentState[]; stale: DocumentState[] };

/** What a stored review amounts to. A scorecard without a grade counts as unreadable. */
export function readingOf(review: SiteReview | undefined): Reading {
  if (!review) return { kind: 'waiting', started: false };
  const { documents, scorecard } = review;
  if (scorecard?.grade) {
    return {
      kind: 'scored',
      card: scorecard,
      missing: documents.filter((each) => each.readAt === undefined && each.failure),
      stale: documents.filter((each) => each.readAt !== undefined && each.failure),
    };
  }
  const failed = documents.filter((each) => each.failure);
  if (failed.length > 0) return { kind: 'unreadable', documents: failed };
  return { kind: 'waiting', started: documents.some(({ triedAt }) => triedAt !== undefined) };
}

/** The last moment any document was read, in ms since 1970. */
export function lastRead(documents: readonly DocumentState[]): number | undefined {
  const times = documents.flatMap(({ readAt }) => readAt ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}
