import { t } from '../../i18n.ts';
import { lastRead, readingOf } from '../reading.ts';
import type { SiteView } from '../view.ts';
import { ageOf, dateOf } from './dates.ts';

/** When the site's policies are looked at next: the quarterly review, or another try after a failed one. */
export function planOf({ review, now }: Pick<SiteView, 'review' | 'now'>): string {
  const reading = readingOf(review);
  if (reading.kind === 'waiting' && reading.started) return t('plan_reading');
  if (!review || reading.kind === 'waiting') return t('plan_unread');
  const due = review.dueAt <= now ? t('plan_now') : dateOf(review.dueAt);
  const failing = review.documents.some(({ failure }) => failure);
  return failing ? t('plan_next_try', due) : t('plan_next_review', due);
}

/** "Last read 3 days ago", by the document read last; undefined when none ever was. */
export function lastReadOf({ review, now }: Pick<SiteView, 'review' | 'now'>): string | undefined {
  const at = lastRead(review?.documents ?? []);
  return at === undefined ? undefined : t('plan_last_read', ageOf(at, now));
}
