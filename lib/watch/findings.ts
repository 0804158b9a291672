import type { DocumentState, SiteReview } from '../store/types.ts';
import type { WatchDeps } from './deps.ts';
import { judge, type Reading, readAgain, type Verdict } from './judge.ts';

/** A document as it stands after the look, and what was found of it. */
export type Finding = { document: DocumentState; verdict: Verdict };

/**
 * Reads the documents of a review that are wanted, and compares them with what we had. The others are given as they were, read again
 * when the engine has changed.
 */
export async function findEach(
  review: SiteReview,
  wanted: readonly DocumentState[],
  deps: WatchDeps,
  now: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const document of review.documents) {
    const stored = await deps.store.latestSnapshot(review.site, document.kind);
    const before = stored && (await readAgain(stored, deps.engine));
    if (wanted.includes(document)) {
      const reading = await read(document, deps);
      const verdict = await judge({ site: review.site, document, before, now }, reading, deps.engine);
      findings.push({ document: afterLook(document, verdict, now), verdict });
    } else {
      const snapshot = before === stored ? undefined : before;
      findings.push({ document, verdict: { snapshot, text: before?.text } });
    }
  }
  return findings;
}

async function read(document: DocumentState, deps: WatchDeps): Promise<Reading> {
  const fetched = await deps.fetchPolicy(document);
  if (!fetched.ok) return fetched;
  const { html, url } = fetched;
  const extraction = deps.engine.extractPolicy(html, url);
  return extraction.ok ? { ...extraction, html } : extraction;
}

function afterLook(document: DocumentState, { failure, text }: Verdict, now: number): DocumentState {
  const { kind, url, readAt, failures = 0 } = document;
  const updated = text?.updated ? { updated: text.updated } : {};
  return failure
    ? { kind, url, ...(readAt ? { readAt } : {}), triedAt: now, failure, failures: failures + 1, ...updated }
    : { kind, url, readAt: now, triedAt: now, ...updated };
}
