import type { SiteReview } from '../store/types.ts';
import { reviewsCalendar } from '../watch/calendar.ts';
import type { PopupSite } from './view.ts';

/** The next review as a calendar file, for the address of a download. `now` is ms since 1970. */
export function reviewFile({ id, name }: PopupSite, { dueAt }: SiteReview, now: number): string {
  const calendar = reviewsCalendar([{ site: id, name, dueAt }], 'quarter', now);
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(calendar)}`;
}
