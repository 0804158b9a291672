import type { Bytes } from './bytes.ts';

/**
 * Each read of a file costs a browser a millisecond or two, however little it is. So of a file that is being cleaned, little is read once and
 * remembered for a while: all of a small file, the beginning of a large one, and what is around a place where it is read again and again.
 */
const WHOLE = 1_048_576;
const LARGEST_BLOCK = 65_536;
const SMALLEST_BLOCK = 4096;
/** A block is this part of a file, so that a few of them are less than a hundredth of it. */
const BLOCKS = 256;
/** Reads no further apart than this are of one neighbourhood. */
const NEAR = 4096;
/** Some look backwards: this part of a block is before the place that is asked for. */
const BEHIND = 1 / 8;
const MOST_BLOCKS = 24;
/** Places at even distances that are read before they are asked for. */
const FORESEEN = 8;

type Range = { start: number; end: number };
type Block = Range & { bytes: Promise<Bytes> };
/** Latest use last. */
type Memory = Block[];

const memories = new WeakMap<Blob, Memory>();

/** While `work` goes on, {@link readBytes} remembers what it reads of this file. */
export async function remembering<T>(file: Blob, work: () => Promise<T>): Promise<T> {
  memories.set(file, memories.get(file) ?? []);
  try {
    return await work();
  } finally {
    memories.delete(file);
  }
}

/** Is all of such a file read at once? */
export function isSmall({ size }: Blob): boolean {
  return size <= WHOLE;
}

/** Bytes `start` to `end` (exclusive, clamped to the blob) as an array of our own. Rejects when the file cannot be read. */
export async function readBytes(blob: Blob, start: number, end: number): Promise<Bytes> {
  const memory = memories.get(blob);
  const to = Math.min(end, blob.size);
  const isTooMuch = to - start >= LARGEST_BLOCK && !isSmall(blob);
  if (!memory || isTooMuch || start < 0 || start >= to) return readApart(blob, start, end);
  const block = recalled(memory, start, to) ?? remember(memory, blob, start, to);
  return (await block.bytes).slice(start - block.start, to - block.start);
}

function recalled(memory: Memory, start: number, end: number): Block | undefined {
  const block = memory.find((each) => each.start <= start && each.end >= end);
  if (block) memory.push(...memory.splice(memory.indexOf(block), 1));
  return block;
}

function remember(memory: Memory, blob: Blob, start: number, end: number): Block {
  const range = around(memory, blob, start, end);
  const next = foreseen(memory, range, blob.size);
  const block = blockOf(blob, range);
  memory.push(...next.map((each) => blockOf(blob, each)), block);
  memory.splice(0, memory.length - MOST_BLOCKS);
  return block;
}

function blockOf(blob: Blob, range: Range): Block {
  const bytes = readApart(blob, range.start, range.end);
  // One that fails is missed only by whoever asks for it.
  bytes.catch(() => {});
  return { ...range, bytes };
}

/** Chunks of one length stand at even distances: after the third header the next ones are read at once. */
function foreseen(memory: Memory, { start, end }: Range, size: number): Range[] {
  const [before, last] = memory.slice(-2);
  const step = last ? start - last.start : 0;
  if (!before || !last || step <= end - start || last.start - before.start !== step) return [];
  const next = Array.from({ length: FORESEEN }, (_, i) => ({
    start: start + step * (i + 1),
    end: end + step * (i + 1),
  }));
  return next.filter((each) => each.end <= size);
}

/** What is read instead. Places far from all others are mostly headers with much between them: of those no more than is asked for. */
function around(memory: Memory, blob: Blob, start: number, end: number): Range {
  if (isSmall(blob)) return { start: 0, end: blob.size };
  const isNear = memory.some((each) => start <= each.end + NEAR && end >= each.start - NEAR);
  if (!isNear && start > 0) return { start, end };
  const block = Math.min(Math.max(Math.floor(blob.size / BLOCKS), SMALLEST_BLOCK), LARGEST_BLOCK);
  const from = Math.max(0, Math.floor(start - block * BEHIND));
  return { start: from, end: Math.min(Math.max(from + block, end), blob.size) };
}

/**
 * Every touch of the browser's byte machinery. In a Firefox content script a buffer made by the page's side of the wall can be
 * read but not sliced or passed on ("Permission denied to access property constructor"), so each one is copied once, here.
 */
async function readApart(blob: Blob, start: number, end: number): Promise<Bytes> {
  const isAll = start === 0 && end >= blob.size;
  const bytes = new Uint8Array(await (isAll ? blob : blob.slice(start, end)).arrayBuffer());
  return isOurs(bytes) ? bytes : new Uint8Array(bytes);
}

/** Asks for the very property that is denied beyond the wall. */
function isOurs(bytes: Bytes): boolean {
  try {
    return bytes.constructor === Uint8Array;
  } catch {
    return false;
  }
}
