import { siteById } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';
import type { DocumentState, SiteReview, StoredChange } from '../store/types.ts';
import type { WatchDeps } from './deps.ts';
import { attempting, newReview, withCatalogue } from './documents.ts';
import { dueAt, dueDocuments } from './due.ts';
import { headlineOf } from './headline.ts';
import { judge, type Reading, type Verdict } from './judge.ts';
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

/** A document and what was found of it; without a verdict when it was not looked at. */
type Finding = { document: DocumentState; text?: Verdict['text']; verdict?: Verdict };

async function findEach(
  review: SiteReview,
  wanted: readonly DocumentState[],
  deps: WatchDeps,
  now: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const document of review.documents) {
    const before = await deps.store.latestSnapshot(review.site, document.kind);
    if (wanted.includes(document)) {
      const reading = await read(document, deps);
      const verdict = await judge({ site: review.site, document, before, now }, reading, deps.engine);
      findings.push({ document: afterLook(document, verdict, now), text: verdict.text, verdict });
    } else {
      findings.push({ document, text: before?.text });
    }
  }
  return findings;
}

async function read(document: DocumentState, deps: WatchDeps): Promise<Reading> {
  const fetched = await deps.fetchPolicy(document);
  return fetched.ok ? deps.engine.extractPolicy(fetched.html, fetched.url) : fetched;
}

function afterLook(document: DocumentState, { failure, text }: Verdict, now: number): DocumentState {
  const { kind, url, readAt, failures = 0 } = document;
  const updated = text?.updated ? { updated: text.updated } : {};
  return failure
    ? { kind, url, ...(readAt ? { readAt } : {}), triedAt: now, failure, failures: failures + 1, ...updated }
    : { kind, url, readAt: now, triedAt: now, ...updated };
}

function asLook(site: Site, review: SiteReview, findings: readonly Finding[], deps: WatchDeps, now: number) {
  const documents = findings.map(({ document }) => document);
  const texts = findings.flatMap(({ document, text }) => (text ? { kind: document.kind, text } : []));
  const scorecard = texts.length > 0 ? deps.engine.scorePolicy(texts) : undefined;
  const changes = findings.flatMap(({ document, verdict }): StoredChange[] => {
    if (!verdict?.change) return [];
    const { change } = verdict;
    const headline = headlineOf(site, document, change, deps.titleOf);
    return [{ site: site.id, kind: document.kind, foundAt: now, change, headline, read: false }];
  });
  return {
    review: { ...review, documents, dueAt: dueAt(documents, now), scorecard },
    snapshots: findings.flatMap(({ verdict }) => verdict?.snapshot ?? []),
    changes,
  };
}

function scoredByOlderEngine({ scorecard }: SiteReview, { engine }: WatchDeps): boolean {
  return scorecard !== undefined && scorecard.engine !== engine.ENGINE;
}
