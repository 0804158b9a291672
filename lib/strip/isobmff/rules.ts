import { type Bytes, view } from '../bytes.ts';
import type { Part } from '../container.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import type { StripOptions } from '../types.ts';
import { type Box, boxesIn, isSpace } from './box.ts';
import type { Claims } from './claims.ts';
import { boxFindings, spaceFindings } from './findings.ts';

/** One track, as far as it decides what becomes of other boxes. */
export type Track = {
  id: number;
  handler: string;
  codec: string;
  isKept: boolean;
  /** Size of a sample in a fragment that does not say (section 8.8.3). */
  defaultSize: number;
};

/** A top-level box written anew: what no rule copies from `source` to `target` stays zero, so nothing passes that was not asked for. */
export type Copy = {
  file: Blob;
  options: StripOptions;
  source: Bytes;
  target: Bytes;
  /** Where the first byte of `source` stands in the file. */
  at: number;
  /** What the bytes that are left out tell. */
  told: NonNullable<Part['findings']>[];
  /** The coded pictures and sound that the copied boxes need. */
  claims: Claims;
  /** The tracks of the file by their numbers. */
  tracks: Map<number, Track>;
  /** The track that the box belongs to. */
  track?: Track;
};

/** What becomes of a box. */
export type Rule = (box: Box, copy: Copy) => void;
export type Rules = Record<string, Rule>;

/** Copies the bytes from `start` to `end` (exclusive). */
export function copyBytes({ source, target }: Copy, start: number, end: number): void {
  target.set(source.subarray(start, end), start);
}

export const keepBox: Rule = ({ start, end }, copy) => copyBytes(copy, start, end);

/** Copies the header and the first `length` bytes: the rest stays zero. */
export function first(length: number): Rule {
  return ({ start, dataAt, end }, copy) => copyBytes(copy, start, Math.min(dataAt + length, end));
}

/** Copies the header and some ranges of the content: `0-4 8-12` is its first four bytes and those from 8 to 11. */
export function only(ranges: string): Rule {
  const parsed = ranges.split(' ').map((range) => range.split('-').map(Number));
  return ({ start, dataAt, end }, copy) => {
    copyBytes(copy, start, dataAt);
    for (const [from = 0, to = 0] of parsed)
      copyBytes(copy, Math.min(dataAt + from, end), Math.min(dataAt + to, end));
  };
}

/** A table: `head` bytes that end in the number of its rows, and rows of `row` bytes. */
export function table(head: number, row: number): Rule {
  return (box, copy) =>
    copyBytes(copy, box.start, box.dataAt + head + rowsOf(box, copy.source, head, row) * row);
}

/** How many rows a table has. Throws `Misfit` when it has no room for them. */
export function rowsOf({ dataAt, end }: Box, source: Uint8Array, head: number, row: number): number {
  const rows = dataAt + head > end ? Number.POSITIVE_INFINITY : view(source).getUint32(dataAt + head - 4);
  if (dataAt + head + rows * row > end) throw new Misfit(BAD_LENGTHS);
  return rows;
}

/** A box of boxes, after `head` bytes of its own: each has its rule, and those without one become free space. */
export function boxes(rules: Rules, head = 0): Rule {
  return (box, copy) => {
    copyBytes(copy, box.start, Math.min(box.dataAt + head, box.end));
    copyBoxes(rules, box.dataAt + head, box.end, copy);
  };
}

export function copyBoxes(rules: Rules, start: number, end: number, copy: Copy): void {
  for (const child of boxesIn(copy.source, start, end)) {
    const rule = Object.hasOwn(rules, child.type) ? rules[child.type] : undefined;
    (rule ?? (isSpace(child.type) ? emptySpace : freeBox))(child, copy);
  }
}

/** Free space stays where it is, so that all offsets stay true, but with nothing in it. */
const emptySpace: Rule = ({ start, dataAt, end }, copy) => {
  copyBytes(copy, start, dataAt);
  if (copy.source.subarray(dataAt, end).some((byte) => byte !== 0))
    copy.told.push(() => spaceFindings(end - dataAt));
};

/** Turns a box into free space of the same size, and tells what was in it. */
export const freeBox: Rule = (box, copy) => {
  blankBox(box, copy);
  const data = copy.source.subarray(box.dataAt, box.end);
  copy.told.push(() => boxFindings(box.type, data, data.length));
};

/** Turns a box into free space of the same size. */
export const blankBox: Rule = ({ start, dataAt }, copy) => {
  copyBytes(copy, start, dataAt);
  rename(copy.target, start + 4, 'free');
};

/** Writes letters over what is there. */
export function rename(target: Uint8Array, at: number, letters: string): void {
  for (let i = 0; i < letters.length; i++) target[at + i] = letters.charCodeAt(i);
}
