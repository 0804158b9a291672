import type { Window } from '../window.ts';

const LONGEST = 260;

/**
 * The place behind run-length coded pixels, which say themselves where they end ([MS-WMF] sections 3.1.6.1 and 3.1.6.2); null when the file
 * ends first. `perByte`: pixels in a byte, 1 or 2.
 */
export async function runsEnd(window: Window, start: number, perByte: number): Promise<number | null> {
  let at = start;
  while (at + 2 <= window.size) {
    const bytes = await window.from(at, LONGEST);
    let from = 0;
    while (from + LONGEST <= bytes.length || at + bytes.length === window.size) {
      const [count, value] = [bytes[from], bytes[from + 1]];
      if (count === undefined || value === undefined) return null;
      from += 2;
      if (count > 0) continue;
      if (value === 1) return at + from;
      if (value === 2) from += 2;
      if (value > 2) from += 2 * Math.ceil(value / perByte / 2);
    }
    at += from;
  }
  return null;
}
