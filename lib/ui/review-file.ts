import type { SiteReview } from '../store/types.ts';
import { reviewsCalendar } from '../watch/calendar.ts';
import type { SiteView } from './view.ts';

/** The reviews to come, as often as the person has them made, as a calendar file for the address of a download. */
export function reviewFile({ site: { id, name }, cadence, now }: SiteView, { dueAt }: SiteReview): string {
  const calendar = reviewsCalendar([{ site: id, name, dueAt }], cadence, now);
  return `data:text/calendar;charset=utf-8,${encodeURIComponent(calendar)}`;
}
