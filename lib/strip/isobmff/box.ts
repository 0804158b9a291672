import { latin1, readBytes, view } from '../bytes.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';

/** One box (ISO/IEC 14496-12 section 4.2). Offsets are from the start of the bytes it was read from; `end` is exclusive. */
export type Box = { type: string; start: number; dataAt: number; end: number };

/** The file makes sense, but is of a kind that cannot be cleaned. The message is its name: "an encrypted video". */
export class Unsupported extends Misfit {}

const HEADER = 8;
const LONG_HEADER = 16;
/** More boxes in one box than any camera writes; a hostile file could hold millions. */
export const MOST_BOXES = 200_000;
const SPACE = ['free', 'skip', 'wide'];

/** The header of the top-level box at `start`, which may claim to reach beyond the end of the file; null when none can be there. */
export async function readTopHeader(file: Blob, start: number): Promise<Box | null> {
  const box = readHeader(await readBytes(file, start, start + LONG_HEADER), 0, file.size - start);
  return box && { type: box.type, start, dataAt: start + box.dataAt, end: start + box.end };
}

/** A length of zero means: up to `limit` (section 4.2). */
function readHeader(bytes: Uint8Array, start: number, limit: number): Box | null {
  if (start + HEADER > bytes.length) return null;
  const data = view(bytes);
  const type = fourLetters(bytes, start + 4);
  const size = data.getUint32(start);
  if (size === 0) return { type, start, dataAt: start + HEADER, end: limit };
  if (size !== 1) return size < HEADER ? null : { type, start, dataAt: start + HEADER, end: start + size };
  if (start + LONG_HEADER > bytes.length) return null;
  const long = Number(data.getBigUint64(start + HEADER));
  return long < LONG_HEADER ? null : { type, start, dataAt: start + LONG_HEADER, end: start + long };
}

/**
 * The boxes from `start` to `end`. A zero in the place of a length ends them, as in QuickTime (QuickTime File Format, "User data atoms").
 * Throws `Misfit` when one reaches beyond `end`.
 */
export function boxesIn(bytes: Uint8Array, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  const data = view(bytes);
  let at = start;
  while (at + HEADER <= end && data.getUint32(at) !== 0) {
    const box = readHeader(bytes, at, end);
    if (!box || box.end > end || boxes.length === MOST_BOXES) throw new Misfit(BAD_LENGTHS);
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** The first box of a type on each level: `find(bytes, trak, 'mdia', 'hdlr')`. */
export function find(bytes: Uint8Array, { dataAt, end }: Box, ...path: string[]): Box | undefined {
  const [type, ...further] = path;
  const box = boxesIn(bytes, dataAt, end).find((each) => each.type === type);
  return box && further.length > 0 ? find(bytes, box, ...further) : box;
}

/** Free space (section 8.1.2, and QuickTime's placeholder for a longer header). */
export function isSpace(type: string): boolean {
  return SPACE.includes(type);
}

/** The four letters at `at`. */
export function fourLetters(bytes: Uint8Array, at: number): string {
  return latin1(bytes, at, at + 4);
}
