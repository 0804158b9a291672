import type { Site } from '../sites/types.ts';
import type { DocumentState, ReadFailure, SiteReview, Snapshot } from '../store/types.ts';
import type { WatchDeps } from './deps.ts';
import { earlierVersion } from './earlier.ts';
import { judge, type Reading, readAgain, type Verdict } from './judge.ts';
import { findPolicyLinks } from './links.ts';

/** A document as it stands after the look, and what was found of it. `backTo`: the date of the earlier version that is back. */
export type Finding = { document: DocumentState; verdict: Verdict; backTo?: string };

/**
 * Reads the documents of a review that are wanted, and compares them with what we had. The others are given as they were, read again
 * when the engine has changed.
 */
export async function findEach(
  site: Site,
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
      findings.push(await findOne(site, document, before, deps, now));
    } else {
      const snapshot = before === stored ? undefined : before;
      findings.push({ document, verdict: { snapshot, text: before?.text } });
    }
  }
  return findings;
}

async function findOne(
  site: Site,
  document: DocumentState,
  before: Snapshot | undefined,
  deps: WatchDeps,
  now: number,
): Promise<Finding> {
  const reading = await read(document, before, deps);
  const verdict = await judge({ site: site.id, document, before, now }, reading, deps.engine);
  const maybeAt = verdict.failure && (await otherPlaces(site, document, verdict.failure, deps));
  const backTo = verdict.change && verdict.snapshot && (await earlierVersion(verdict.snapshot, deps));
  return { document: { ...afterLook(document, verdict, now), maybeAt }, verdict, backTo };
}

async function read(
  document: DocumentState,
  before: Snapshot | undefined,
  deps: WatchDeps,
): Promise<Reading> {
  // Validators are of the page that was at this address; another page's would make a change look like none.
  const validators = before?.url === document.url ? before.validators : undefined;
  const fetched = await deps.fetchPolicy({ url: document.url, validators });
  if (!fetched.ok || 'unchanged' in fetched) return fetched;
  const { html, url } = fetched;
  const extraction = deps.engine.extractPolicy(html, url);
  if (extraction.ok) return { ...extraction, html, validators: fetched.validators };
  // A page without text is filled by scripts, which only a browser's window runs.
  return { ok: false, reason: extraction.reason === 'empty' ? 'needs-visit' : extraction.reason };
}

/** Failures that may mean that the document is now somewhere else. */
const LOST: readonly ReadFailure[] = [
  'gone',
  'error-page',
  'not-a-policy',
  'other-document',
  'redirected-away',
];

/** Where the vendor's home page says that the document is. Looked for once, and never read without a person's word. */
async function otherPlaces(
  site: Site,
  { kind, url, maybeAt }: DocumentState,
  failure: ReadFailure,
  deps: WatchDeps,
): Promise<string[] | undefined> {
  if (maybeAt || !LOST.includes(failure)) return maybeAt;
  const home = await deps.fetchPolicy({ url: site.home });
  return home.ok && 'html' in home ? findPolicyLinks(home.html, home.url, kind, url) : undefined;
}

function afterLook(document: DocumentState, verdict: Verdict, now: number): DocumentState {
  const { kind, url, readAt, failures = 0 } = document;
  const { failure, text, snapshot, retryAfter, doubt = document.doubt } = verdict;
  const since = snapshot?.firstSeen ?? document.since;
  const known = { kind, url, triedAt: now, updated: text?.updated, since };
  return failure
    ? { ...known, readAt, failure, failures: failures + 1, retryAfter, doubt }
    : { ...known, readAt: now };
}
