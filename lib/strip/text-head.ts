import { latin1 } from './bytes.ts';

/**
 * The lines at the beginning of a text, without one that is cut off at the end of `head`; null when it is no text. `size`: length of the file.
 */
export function headLines(head: Uint8Array, size: number): string[] | null {
  for (const byte of head) if (isControl(byte)) return null;
  const lines = latin1(head)
    .replace(/^\xef\xbb\xbf/, '')
    .split(/\r\n|\r|\n/);
  return head.length < size ? lines.slice(0, -1) : lines;
}

/** Control characters other than white space, which no text has. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32) || byte === 127;
}

/** Most lines are known ones; a few others can be among them. */
export function areMostly<Line>(lines: readonly Line[], isKnown: (line: Line) => boolean): boolean {
  return lines.length > 0 && lines.filter((line) => !isKnown(line)).length * 8 <= lines.length;
}
