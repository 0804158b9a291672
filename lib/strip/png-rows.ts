import { view } from './bytes.ts';
import type { Watch } from './zlib-end.ts';

/** What the header says of the pixels (PNG Third Edition, section 11.2.1). */
export type Header = { width: number; height: number; depth: number; colour: number; interlace: number };

/** Before it is read. */
export const NO_HEADER: Header = { width: 0, height: 0, depth: 0, colour: 0, interlace: 0 };

/** Of the data of an IHDR chunk. */
export function headerOf(bytes: Uint8Array): Header {
  const data = view(bytes);
  const [depth, colour, interlace] = [data.getUint8(8), data.getUint8(9), data.getUint8(12)];
  return { width: data.getUint32(0), height: data.getUint32(4), depth, colour, interlace };
}

/** Samples of a pixel, by the type of its colour. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const LAST_FILTER = 4;
const WHOLE: readonly Pass[] = [[0, 0, 1, 1]];
/** Where each pass of an interlaced picture starts, and how far apart its pixels are: columns, rows (section 8.1). */
const PASSES: readonly Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];
type Pass = readonly [x: number, y: number, columns: number, rows: number];

/** Looks at unpacked pixels: every row begins with the number of a filter, of which there are five (section 9.1), and behind the last row there is nothing. */
export function rowCheck(header: Header): Watch {
  const rows = rowLengths(header);
  return {
    at: 0,
    look(byte) {
      const { value, done } = rows.next();
      this.at += 1 + (value ?? 0);
      return !done && byte <= LAST_FILTER;
    },
  };
}

/** Bytes of each row, in order, without the filter. */
function* rowLengths({ width, height, depth, colour, interlace }: Header): Generator<number, undefined> {
  const bits = depth * (SAMPLES[colour] ?? 1);
  for (const [x, y, columns, rows] of interlace === 0 ? WHOLE : PASSES) {
    const length = Math.ceil((Math.ceil((width - x) / columns) * bits) / 8);
    if (length <= 0) continue;
    for (let row = y; row < height; row += rows) yield length;
  }
}
