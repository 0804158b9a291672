const DAY = 86_400_000;
const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const localDay = new Intl.DateTimeFormat('en-GB', LONG);
const calendarDay = new Intl.DateTimeFormat('en-GB', { ...LONG, timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "22 February 2027", for a moment in ms since 1970, in the person's own time zone. */
export function dateOf(at: number): string {
  return localDay.format(at);
}

/** "14:05", in the person's own time zone. */
export function timeOf(at: number): string {
  return clock.format(at);
}

/** "22 February 2027" for an ISO `YYYY-MM-DD` (a day, not a moment: no time zone moves it); the text itself when it is no date. */
export function dateOfDay(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) ? iso : calendarDay.format(at);
}

/** How long ago `at` was, by calendar days: "today at 14:05", "yesterday", "12 days ago", then the date itself. */
export function ageOf(at: number, now: number): string {
  const days = calendarDays(at, now);
  // A moment in the future means the clock was set back: only the date is sure.
  if (at > now || days > 31) return `on ${dateOf(at)}`;
  if (days === 0) return `today at ${timeOf(at)}`;
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

function calendarDays(from: number, to: number): number {
  return Math.round((midnight(to) - midnight(from)) / DAY);
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
