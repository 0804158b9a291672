import { lastRead, readingOf } from '../reading.ts';
import type { SiteView } from '../view.ts';
import { ageOf, dateOf } from './dates.ts';

/** When the site's policies are looked at next: the quarterly review, or another try after a failed one. */
export function planOf({ review, now }: SiteView): string {
  const reading = readingOf(review);
  if (reading.kind === 'waiting' && reading.started) return 'First reading under way';
  if (!review || reading.kind === 'waiting') return 'Not read yet';
  const failing = review.documents.some(({ failure }) => failure);
  const name = failing ? 'Next try' : 'Next review';
  return review.dueAt <= now ? `${name}: due now` : `${name}: ${dateOf(review.dueAt)}`;
}

/** "Last read 3 days ago", by the document read last; undefined when none ever was. */
export function lastReadOf({ review, now }: SiteView): string | undefined {
  const at = lastRead(review?.documents ?? []);
  return at === undefined ? undefined : `Last read ${ageOf(at, now)}`;
}
