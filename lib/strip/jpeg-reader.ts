import { type Bytes, concat, view } from './bytes.ts';
import type { Reading } from './window.ts';

/** One segment (ITU-T T.81 section B.1.1.4). `start` is before its fill bytes, `bytes` are without them, `payload` follows the length. */
export type Segment = { marker: number; start: number; end: number; bytes: Bytes; payload: Bytes };

/** Markers that stand alone, without a length (table B.1): restart markers and TEM. */
export function isAlone(marker: number): boolean {
  return isRestart(marker) || marker === 0x01;
}

export function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** The next marker at or after `at`: fill bytes before it are its own, anything else before it is a gap (section B.1.1.2). */
export async function nextMarker(
  window: Reading,
  at: number,
): Promise<{ start: number; end: number; marker?: number }> {
  let start = at;
  while (start < window.size) {
    const bytes = await window.from(start, 2);
    const ff = bytes.indexOf(0xff);
    if (ff < 0) {
      start += bytes.length;
      continue;
    }
    let code = ff;
    while (bytes[code] === 0xff) code++;
    const marker = bytes[code];
    if (marker === undefined) {
      if (start + code >= window.size) break;
      start += code - 1;
    } else if (marker === 0) start += code + 1;
    else return { start: start + ff, end: start + code + 1, marker };
  }
  return { start: window.size, end: window.size };
}

/** The segment of which the marker ends at `at`; null when the file ends before it. */
export async function readSegment(
  window: Reading,
  marker: number,
  start: number,
  at: number,
): Promise<Segment | null> {
  const size = await window.copy(at, at + 2);
  const length = size.length === 2 ? view(size).getUint16(0) : 0;
  if (length < 2 || at + length > window.size) return null;
  const payload = await window.copy(at + 2, at + length);
  const bytes = concat([Uint8Array.of(0xff, marker), size, payload]);
  return { marker, start, end: at + length, bytes, payload };
}

/** A segment ready to be written. */
export function makeSegment(marker: number, ...payload: Uint8Array[]): Bytes {
  const body = concat(payload);
  const length = body.length + 2;
  return concat([Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body]);
}
