import { siteById } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';
import type { LookResult } from '../store/index.ts';
import type { SiteReview, StoredChange } from '../store/types.ts';
import type { WatchDeps } from './deps.ts';
import { attempting, newReview, withCatalogue } from './documents.ts';
import { dueAt, dueDocuments } from './due.ts';
import { type Finding, findEach } from './findings.ts';
import { headlineOf } from './headline.ts';
import { reportProblem } from './report.ts';

/**
 * Looks at a site's documents: at those that are due, or at all of them when the person asks. A site that was never looked at gets
 * its review. What was found is stored in one piece, so that a worker killed on the way leaves either all of it or nothing; run
 * again, it finds the same once.
 */
export function lookAt(site: Site, which: 'due' | 'all', deps: WatchDeps): Promise<void> {
  return deps.exclusive(`look:${site.id}`, async () => {
    const now = deps.now();
    const stored = (await deps.store.readReview(site.id)) ?? newReview(site, now);
    const review = withCatalogue(stored, site);
    const wanted = which === 'all' ? review.documents : dueDocuments(review, now);
    if (wanted.length === 0 && !scoredByOlderEngine(review, deps)) return;
    await deps.store.saveReview(attempting(review, wanted, now));
    const findings = await findEach(review, wanted, deps, now);
    await deps.store.saveLook(asLook(site, review, findings, deps, now));
  });
}

/** Looks at whatever is due, one site after the other. A site that goes wrong does not keep the others from their look. */
export async function lookAtDue(deps: WatchDeps): Promise<void> {
  for (const review of await deps.store.allReviews()) {
    const site = siteById(review.site);
    if (site) await lookAt(site, 'due', deps).catch(reportProblem);
  }
}

function asLook(
  site: Site,
  review: SiteReview,
  findings: readonly Finding[],
  deps: WatchDeps,
  now: number,
): LookResult {
  const documents = findings.map(({ document }) => document);
  const texts = findings.flatMap(({ document: { kind }, verdict: { text } }) => (text ? { kind, text } : []));
  const scorecard = texts.length > 0 ? deps.engine.scorePolicy(texts) : undefined;
  const changes = findings.flatMap(({ document, verdict }): StoredChange[] => {
    const { change } = verdict;
    if (!change) return [];
    const headline = headlineOf(site, document, change, deps.titleOf);
    return [{ site: site.id, kind: document.kind, foundAt: now, change, headline, read: false }];
  });
  return {
    review: { ...review, documents, dueAt: dueAt(documents, now), scorecard },
    snapshots: findings.flatMap(({ verdict }) => verdict.snapshot ?? []),
    changes,
  };
}

function scoredByOlderEngine({ scorecard }: SiteReview, { engine }: WatchDeps): boolean {
  return scorecard !== undefined && scorecard.engine !== engine.ENGINE;
}
