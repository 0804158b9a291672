import { readingOf } from '../reading.ts';
import type { SiteView } from '../view.ts';
import { dateOf } from './dates.ts';

/** When the site's policies are looked at next: the quarterly review, or another try after a failed one. */
export function planOf({ review, permitted, now }: SiteView): string {
  const reading = readingOf(review);
  if (!review || reading.kind === 'waiting') return permitted ? 'First reading under way' : 'Not read yet';
  const failing = review.documents.some(({ failure }) => failure);
  const name = failing ? 'Next try' : 'Next review';
  return review.dueAt <= now ? `${name}: due now` : `${name}: ${dateOf(review.dueAt)}`;
}
