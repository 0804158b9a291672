import { boxesIn } from './media-samples.ts';
import type { Range } from './tiff-pixels.ts';

/** Where the numbers stand in boxes that have other things too, from the beginning of their content on: times and sizes, matrices, resolutions. */
const FIELDS: Record<string, readonly (readonly [from: number, to: number])[]> = {
  mvhd: [
    [12, 26],
    [36, 72],
  ],
  tkhd: [
    [12, 16],
    [20, 24],
    [40, 84],
  ],
  mdhd: [[12, 20]],
  ispe: [[4, 12]],
};
/** The same of version 1, whose times take eight bytes. */
const WIDE_FIELDS: typeof FIELDS = {
  mvhd: [
    [20, 38],
    [48, 84],
  ],
  tkhd: [
    [20, 24],
    [28, 36],
    [52, 96],
  ],
  mdhd: [[20, 32]],
};
/** Tables of nothing but numbers: where the first row begins, and the length of one. */
const ROWS: Record<string, readonly [first: number, row: number]> = {
  elst: [8, 12],
  stts: [8, 8],
  ctts: [8, 8],
  stss: [8, 4],
  stsc: [8, 12],
  stsz: [12, 4],
  stco: [8, 4],
  co64: [8, 8],
};
/** Width, height and resolution of the first entry of a track, behind the head of the table and its own. */
const ENTRY = [40, 52] as const;

/** Numbers of a movie or a still (ISO/IEC 14496-12, sections 8.2 to 8.7 and 12.1). */
export function movieNumbers(file: Buffer): Range[] {
  return [...boxesIn(file, 0, file.length)].flatMap(({ type, from, to }) => {
    const own = (file[from] === 1 ? WIDE_FIELDS[type] : undefined) ?? FIELDS[type] ?? [];
    const fields = own.map(([start, end]) => ({ start: from + start, end: from + end }));
    const [first = 0, row = 0] = ROWS[type] ?? [];
    const isOfOneSize = type === 'stsz' && from + 8 <= to && file.readUInt32BE(from + 4) > 0;
    if (row > 0 && from + first <= to && !isOfOneSize) {
      const count = file.readUInt32BE(from + first - 4);
      fields.push({ start: from + first, end: Math.min(from + first + count * row, to) });
    }
    if (type === 'stsd') fields.push({ start: from + ENTRY[0], end: Math.min(from + ENTRY[1], to) });
    return fields;
  });
}
