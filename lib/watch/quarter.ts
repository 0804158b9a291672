import type { Cadence } from '../store/types.ts';

const MONTHS: Record<Cadence, number> = { month: 1, quarter: 3, 'half-year': 6 };

/** A quarter, unless the person chose otherwise. */
export const USUAL: Cadence = 'quarter';

/** How many calendar months lie between two looks. */
export function monthsOf(cadence: Cadence): number {
  return MONTHS[cadence];
}

/**
 * `months` calendar months after `at` (ms since 1970), or before it when negative: at the same time of day, in UTC so that no time
 * zone or summer time moves it. Where the month is too short, its last day: 30 November and three months lead to 28 or 29 February.
 */
export function addMonths(at: number, months: number): number {
  const day = new Date(at);
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(day.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day.getUTCDate(), lastDay));
  return moved.getTime();
}

/** When the next look is due after one at `at` (ms since 1970). */
export function nextLook(at: number, cadence: Cadence = USUAL): number {
  return addMonths(at, monthsOf(cadence));
}
