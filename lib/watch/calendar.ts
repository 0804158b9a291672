import { t } from '../i18n.ts';
import type { Cadence } from '../store/types.ts';
import { monthsOf } from './quarter.ts';

/** The next review of one site: `dueAt` in ms since 1970. */
export type PlannedReview = { site: string; name: string; dueAt: number };

/** The longest line of a calendar, in bytes without its line break. */
const LINE = 75;

/**
 * A calendar (iCalendar, RFC 5545) with one event a site: a whole day, on the day of the next review and again each time one is due.
 * Taken in again, it moves the events that are there instead of doubling them.
 *
 * @param now when it is made, ms since 1970
 * @returns the text of an `.ics` file
 */
export function reviewsCalendar(reviews: readonly PlannedReview[], cadence: Cadence, now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Meshwarden//Policy reviews//EN',
    ...reviews.flatMap((review) => eventOf(review, cadence, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ site, name, dueAt }: PlannedReview, cadence: Cadence, now: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:review-${site}@meshwarden.org`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART;VALUE=DATE:${stamp(dueAt).slice(0, 'YYYYMMDD'.length)}`,
    `RRULE:FREQ=MONTHLY;INTERVAL=${monthsOf(cadence)}${lastDays(dueAt)}`,
    `SUMMARY:${escaped(t('watch_calendar_title', name))}`,
    `DESCRIPTION:${escaped(t('watch_calendar_text'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A rule of months passes over those without a 31st (RFC 5545, section 3.3.10): they are to take their last day instead. */
function lastDays(at: number): string {
  const days = [28, 29, 30, 31].filter((day) => day <= new Date(at).getUTCDate());
  return days.length > 1 ? `;BYMONTHDAY=${days};BYSETPOS=-1` : '';
}

/** RFC 5545, section 3.3.5 "Date-Time", in UTC. */
function stamp(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** RFC 5545, section 3.3.11 "Text". */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
}

/** RFC 5545, section 3.1 "Content Lines": broken into pieces of 75 bytes at most, between letters and not within one. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let text = '';
  let left = LINE;
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    if (size > left) {
      text += '\r\n ';
      left = LINE - 1;
    }
    text += letter;
    left -= size;
  }
  return text;
}
