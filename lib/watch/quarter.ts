/**
 * Three calendar months after `at` (ms since 1970), at the same time of day, in UTC so that no time zone or summer time moves it.
 * Where the month is too short, its last day: 30 November leads to 28 or 29 February.
 */
export function quarterAfter(at: number): number {
  return addMonths(at, 3);
}

/** `months` calendar months after `at`, or before it when negative. */
export function addMonths(at: number, months: number): number {
  const day = new Date(at);
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(day.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day.getUTCDate(), lastDay));
  return moved.getTime();
}
