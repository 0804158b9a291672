import { t } from '../i18n.ts';
import type { Cadence } from '../store/types.ts';
import { type CalendarEvent, calendarOf } from './events.ts';
import { monthsOf } from './quarter.ts';

/** The next review of one site: `dueAt` in ms since 1970. */
export type PlannedReview = { site: string; name: string; dueAt: number };

/**
 * A calendar (iCalendar, RFC 5545) with one event a site: a whole day, on the day of the next review and again each time one is due.
 * Taken in again, it moves the events that are there instead of doubling them.
 *
 * @param now when it is made, ms since 1970
 * @returns the text of an `.ics` file
 */
export function reviewsCalendar(reviews: readonly PlannedReview[], cadence: Cadence, now: number): string {
  return calendarOf(
    reviews.map((review) => eventOf(review, cadence)),
    'Policy reviews',
    now,
  );
}

function eventOf({ site, name, dueAt }: PlannedReview, cadence: Cadence): CalendarEvent {
  return {
    uid: `review-${site}`,
    on: dueAt,
    rule: `FREQ=MONTHLY;INTERVAL=${monthsOf(cadence)}${lastDays(dueAt)}`,
    title: t('watch_calendar_title', name),
    text: t('watch_calendar_text'),
  };
}

/** A rule of months passes over those without a 31st (RFC 5545, section 3.3.10): they are to take their last day instead. */
function lastDays(at: number): string {
  const days = [28, 29, 30, 31].filter((day) => day <= new Date(at).getUTCDate());
  return days.length > 1 ? `;BYMONTHDAY=${days};BYSETPOS=-1` : '';
}
