import { t } from '../../i18n.ts';
import type { DocumentState } from '../../store/types.ts';
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
  if (at === undefined) return undefined;
  const since = unchangedSince(review?.documents ?? []);
  const read = t('plan_last_read', ageOf(at, now));
  return since === undefined ? read : `${read} ${t('plan_unchanged', dateOf(since))}`;
}

/** Since when no document has changed: every one was read at its last attempt, and stood before that. */
function unchangedSince(documents: readonly DocumentState[]): number | undefined {
  const stood = documents.flatMap(({ failure, readAt = 0, since }) =>
    !failure && since !== undefined && since < readAt ? since : [],
  );
  return stood.length > 0 && stood.length === documents.length ? Math.max(...stood) : undefined;
}
