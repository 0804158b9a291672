import type { Cadence, DocumentState, SiteReview } from '../store/types.ts';
import { nextLook, USUAL } from './quarter.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long to wait after the first, second, ... attempt that led to nothing. The last one is for all that follow. */
const WAITS = [MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY, 2 * DAY, 4 * DAY, 7 * DAY];

/** When a look is due: a while after the moment it is counted from. */
type Wait = { from: number; until: number };

/**
 * Is it time to look at this document? `now` is ms since 1970.
 *
 * A moment that lies ahead means that the clock was set back since. It is waited for as long as the wait itself is, no longer:
 * so a small jump costs no second look, and a big one does not put the next look off for years.
 */
export function isDue(document: DocumentState, now: number, cadence: Cadence = USUAL): boolean {
  const wait = waitOf(document, cadence);
  if (!wait) return true;
  const { from, until } = wait;
  return now >= until || from - now > until - from;
}

/** The documents of a review that are to be looked at now. */
export function dueDocuments(review: SiteReview, now: number, cadence: Cadence = USUAL): DocumentState[] {
  return review.documents.filter((document) => isDue(document, now, cadence));
}

/** When the first of these documents is due; one look ahead for a site without documents. */
export function dueAt(documents: readonly DocumentState[], now: number, cadence: Cadence = USUAL): number {
  const times = documents.map((document) => waitOf(document, cadence)?.until ?? now);
  return times.length > 0 ? Math.min(...times) : nextLook(now, cadence);
}

/** Never shorter than the server itself asked for. */
function waitOf(document: DocumentState, cadence: Cadence): Wait | undefined {
  const { readAt, triedAt, failures = 0, retryAfter = 0 } = document;
  if (failures > 0 && triedAt !== undefined) {
    const wait = WAITS[Math.min(failures, WAITS.length) - 1] ?? DAY;
    return { from: triedAt, until: triedAt + Math.max(wait, retryAfter) };
  }
  return readAt === undefined ? undefined : { from: readAt, until: nextLook(readAt, cadence) };
}
