import type { QuietHours } from '../store/types.ts';

/**
 * When the quiet hours end that hold at `now` (both ms since 1970, hours in the person's own time zone); undefined outside them. Hours
 * that begin when they end are none.
 */
export function quietUntil(quiet: QuietHours | null, now: number): number | undefined {
  if (!quiet || !isWithin(quiet, new Date(now).getHours())) return undefined;
  const end = new Date(now);
  end.setHours(quiet.to, 0, 0, 0);
  if (end.getTime() <= now) end.setDate(end.getDate() + 1);
  return end.getTime();
}

function isWithin({ from, to }: QuietHours, hour: number): boolean {
  return from <= to ? from <= hour && hour < to : from <= hour || hour < to;
}
