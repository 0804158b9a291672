import { languageTag, t } from '../../i18n.ts';

const DAY = 86_400_000;
const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** "22 February 2027", for a moment in ms since 1970, in the person's own time zone. */
export function dateOf(at: number): string {
  return new Intl.DateTimeFormat(languageTag(), LONG).format(at);
}

/** "14:05", in the person's own time zone. */
export function timeOf(at: number): string {
  return new Intl.DateTimeFormat(languageTag(), { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** "22 February 2027" for an ISO `YYYY-MM-DD` (a day, not a moment: no time zone moves it); the text itself when it is no date. */
export function dateOfDay(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(at)) return iso;
  return new Intl.DateTimeFormat(languageTag(), { ...LONG, timeZone: 'UTC' }).format(at);
}

/** How long ago `at` was, by calendar days: "today at 14:05", "yesterday", "12 days ago", then the date itself. */
export function ageOf(at: number, now: number): string {
  const days = calendarDays(at, now);
  // A moment in the future means the clock was set back: only the date is sure.
  if (at > now || days > 31) return t('age_on', dateOf(at));
  if (days === 0) return t('age_today', timeOf(at));
  return new Intl.RelativeTimeFormat(languageTag(), { numeric: 'auto' }).format(-days, 'day');
}

function calendarDays(from: number, to: number): number {
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
