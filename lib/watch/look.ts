import type { DocumentKind } from '../policy/types.ts';
import { siteById } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';
import type { LookResult } from '../store/index.ts';
import type { Cadence, DocumentState, SiteReview, StoredChange } from '../store/types.ts';
import type { WatchDeps } from './deps.ts';
import { attempting, newReview, withCatalogue } from './documents.ts';
import { dueAt, dueDocuments } from './due.ts';
import { type Finding, findEach } from './findings.ts';
import { headlineOf } from './headline.ts';
import { isWatched } from './pin.ts';
import { reportProblem } from './report.ts';

/**
 * Looks at a site's documents: at those that are due, or at all of them when the person asks. A site that was never looked at gets
 * its review. What was found is stored in one piece, so that a worker killed on the way leaves either all of it or nothing; run
 * again, it finds the same once.
 */
export function lookAt(site: Site, which: 'due' | 'all', deps: WatchDeps): Promise<void> {
  return deps.exclusive(`look:${site.id}`, async () => {
    const now = deps.now();
    const { cadence } = await deps.store.readSettings();
    const stored = (await deps.store.readReview(site.id)) ?? newReview(site, now);
    const review = withCatalogue(stored, site);
    const wanted = which === 'all' ? review.documents : dueDocuments(review, now, cadence);
    if (wanted.length === 0 && !needsScore(review, deps)) return;
    await deps.store.saveReview(attempting(review, wanted, now, cadence));
    const findings = await findEach(site, review, wanted, deps, now);
    await deps.store.saveLook(asLook(site, review, findings, deps, now, cadence));
  });
}

/** Looks at whatever is due, one site after the other. A site that goes wrong does not keep the others from their look. */
export async function lookAtDue(deps: WatchDeps): Promise<void> {
  for (const review of await deps.store.allReviews()) {
    const site = siteById(review.site);
    if (site && isWatched(review)) await lookAt(site, 'due', deps).catch(reportProblem);
  }
}

/**
 * Reads a document from the page that the person has opened, if it is one that cannot be read otherwise. A page that is no policy
 * (not signed in, not loaded, another one) leaves everything as it was.
 */
export function lookAtVisited(site: Site, kind: DocumentKind, html: string, deps: WatchDeps): Promise<void> {
  return deps.exclusive(`look:${site.id}`, async () => {
    const now = deps.now();
    const stored = await deps.store.readReview(site.id);
    if (!stored) return;
    const review = withCatalogue(stored, site);
    const wanted = review.documents.filter((each) => each.kind === kind && each.failure === 'needs-visit');
    if (wanted.length === 0) return;
    const { cadence } = await deps.store.readSettings();
    const page: WatchDeps = { ...deps, fetchPolicy: async ({ url }) => ({ ok: true, html, url }) };
    const findings = await findEach(site, review, wanted, page, now);
    const isRead = findings.some(({ document, verdict }) => document.kind === kind && !verdict.failure);
    if (isRead) await deps.store.saveLook(asLook(site, review, findings, deps, now, cadence));
  });
}

/** Puts every review's next look where the person's choice has it. */
export async function dueAnew(cadence: Cadence, deps: WatchDeps): Promise<void> {
  for (const { site } of await deps.store.allReviews()) {
    await deps.exclusive(`look:${site}`, async () => {
      const review = await deps.store.readReview(site);
      if (!review) return;
      const next = dueAt(review.documents, deps.now(), cadence);
      await deps.store.saveReview({ ...review, dueAt: next });
    });
  }
}

function asLook(
  site: Site,
  review: SiteReview,
  findings: readonly Finding[],
  deps: WatchDeps,
  now: number,
  cadence: Cadence,
): LookResult {
  const documents = findings.map(({ document }) => document);
  const texts = findings.flatMap(({ document: { kind }, verdict: { text } }) => (text ? { kind, text } : []));
  const scorecard = texts.length > 0 ? deps.engine.scorePolicy(texts) : undefined;
  const changes = findings.flatMap(({ document, verdict, backTo }): StoredChange[] => {
    const { change } = verdict;
    if (!change) return [];
    const news = { site: site.id, kind: document.kind, change, backTo };
    return [{ ...news, foundAt: now, headline: headlineOf(news, deps.titleOf), read: false }];
  });
  return {
    review: { ...review, documents, dueAt: dueAt(documents, now, cadence), scorecard },
    snapshots: findings.flatMap(({ verdict }) => verdict.snapshot ?? []),
    changes,
  };
}

/** Read, but scored by an older engine, or not at all: a review that was imported comes without its score. */
function needsScore({ documents, scorecard }: SiteReview, { engine }: WatchDeps): boolean {
  return documents.some(wasRead) && scorecard?.engine !== engine.ENGINE;
}

function wasRead({ readAt }: DocumentState): boolean {
  return readAt !== undefined;
}
