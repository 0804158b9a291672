/** No server keeps us away for longer than this at once. */
const LONGEST = 7 * 86_400_000;

/**
 * How long a server asks to be left alone, in ms: 0 to a week (RFC 9110, section 10.2.3 "Retry-After": seconds, or a date).
 *
 * @param value the header as it came
 * @param now ms since 1970
 * @returns undefined without the header, or when it is neither a number nor a date
 */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST);
}
