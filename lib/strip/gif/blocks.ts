import { type Bytes, concat } from '../bytes.ts';
import type { Window } from '../window.ts';

const LONGEST_BLOCK = 255;

/**
 * Goes through a row of sub-blocks (GIF89a, section 15) from `start` on. `each` gets the window's bytes, where the data of a sub-block starts
 * and ends in them, and where it starts in the file. Gives the place behind the empty sub-block that ends the row; null when the file ends first.
 */
export async function walkBlocks(
  window: Window,
  start: number,
  each: (bytes: Bytes, from: number, to: number, at: number) => void = () => {},
): Promise<number | null> {
  let at = start;
  while (at < window.size) {
    const bytes = await window.from(at, LONGEST_BLOCK + 1);
    let from = 0;
    for (let length = bytes[from]; length !== undefined; length = bytes[from]) {
      if (length === 0) return at + from + 1;
      if (from + 1 + length > bytes.length) break;
      each(bytes, from + 1, from + 1 + length, at + from + 1);
      from += 1 + length;
    }
    if (from === 0) return null;
    at += from;
  }
  return null;
}

/** The data of a row of sub-blocks in one piece. */
export function joinBlocks(row: Uint8Array): Bytes {
  const pieces: Uint8Array[] = [];
  for (let at = 0; row[at]; at += 1 + (row[at] ?? 0))
    pieces.push(row.subarray(at + 1, at + 1 + (row[at] ?? 0)));
  return concat(pieces);
}

/** Data as a row of sub-blocks, with the empty one that ends it. */
export function splitBlocks(data: Uint8Array): Bytes {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += LONGEST_BLOCK) {
    const piece = data.subarray(at, at + LONGEST_BLOCK);
    pieces.push(Uint8Array.of(piece.length), piece);
  }
  return concat([...pieces, Uint8Array.of(0)]);
}
