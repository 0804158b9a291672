import type { Site } from '../sites/types.ts';
import type { Cadence, DocumentState, SiteReview } from '../store/types.ts';
import { dueAt } from './due.ts';

/** The review of a site that was never looked at. */
export function newReview(site: Site, now: number): SiteReview {
  return { site: site.id, dueAt: now, usedSince: now, documents: documentsOf(site, []) };
}

/**
 * The review with the documents that the catalogue names today. One that moved to another address keeps what is known of it, but
 * is looked at again; one that is gone from the catalogue is gone from the review.
 */
export function withCatalogue(review: SiteReview, site: Site): SiteReview {
  return { ...review, documents: documentsOf(site, review.documents) };
}

function documentsOf(site: Site, known: readonly DocumentState[]): DocumentState[] {
  return site.policies.map(({ kind, url }) => {
    const before = known.find((document) => document.kind === kind);
    if (before?.url === url) return before;
    const { updated, since } = before ?? {};
    return { kind, url, updated, since };
  });
}

/**
 * The review as it is when an attempt at `wanted` begins. Every attempt counts as failed until it has succeeded: a page that
 * kills the worker each time is then asked for less and less often, like any other that cannot be read.
 */
export function attempting(
  review: SiteReview,
  wanted: readonly DocumentState[],
  now: number,
  cadence: Cadence,
): SiteReview {
  const documents = review.documents.map((document) =>
    wanted.includes(document)
      ? { ...document, triedAt: now, failures: (document.failures ?? 0) + 1 }
      : document,
  );
  return { ...review, documents, dueAt: dueAt(documents, now, cadence) };
}
