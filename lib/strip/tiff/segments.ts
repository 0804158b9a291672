import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { entryOf, numberOf } from './directories.ts';
import type { Directory, Entry, Reader } from './reader.ts';
import { TAG } from './tags.ts';

/** The strips or tiles of a picture (TIFF 6.0 sections 3 and 15). */
export type Segments = {
  /** The two entries that say where they are, and how many of their values count. */
  entries: Entry[];
  count: number;
  /** Bytes of the file that hold pixels. */
  ranges: { start: number; end: number }[];
  /** Bits of each sample of a pixel. */
  bits: number[];
  /** There are fewer than the size of the picture asks for. */
  areMissing: boolean;
};

const MOST = 500_000;
/** Cameras for science see some hundred colours. */
const MOST_SAMPLES = 1024;
const UNCOMPRESSED = 1;
const YCBCR = 6;

type Grid = {
  bits: number[];
  /** Segments in the picture. */
  count: number;
  /** Bytes that segment `i` needs when its pixels are not compressed. */
  needs: (i: number) => number;
};

/** Where the pixels of a picture stand. Throws `Misfit` when that cannot be told. */
export async function readSegments(reader: Reader, page: Directory): Promise<Segments> {
  const isTiled = entryOf(page, TAG.tileWidth) !== undefined;
  const offsets = (isTiled && entryOf(page, TAG.tileOffsets)) || entryOf(page, TAG.stripOffsets);
  const lengths = (isTiled && entryOf(page, TAG.tileCounts)) || entryOf(page, TAG.stripCounts);
  const grid = await readGrid(reader, page, isTiled);
  const isPlain =
    (await numberOf(reader, page, TAG.compression, UNCOMPRESSED)) === UNCOMPRESSED &&
    (await numberOf(reader, page, TAG.photometric, 0)) !== YCBCR;
  if (!offsets || grid.count > MOST || !(lengths || isPlain)) throw new Misfit(BAD_LENGTHS);
  // The size of the picture or that of its pieces is wrong, and with it which bytes are pixels.
  if (offsets.count > grid.count) throw new Misfit(BAD_LENGTHS);
  const starts = await reader.numbers(offsets, grid.count);
  if (starts.length === 0) throw new Misfit(BAD_LENGTHS);
  const said = lengths ? await reader.numbers(lengths, grid.count) : [];
  const length = (i: number) => {
    if (!isPlain) return said[i] ?? 0;
    const needed = grid.needs(i);
    return lengths ? Math.min(said[i] ?? 0, needed) : needed;
  };
  // Decoders take a single strip to be as long as it has to be, whatever is said.
  if (isPlain && lengths && grid.count === 1 && length(0) < grid.needs(0)) throw new Misfit(BAD_LENGTHS);
  const ranges = starts
    .map((start, i) => ({ start, end: start + length(i) }))
    .filter(({ start, end }) => start > 0 && end > start);
  // Numbers that all lead out of the file are none.
  const somewhere = starts.filter((start) => start > 0);
  if (somewhere.length > 0 && somewhere.every((start) => start >= reader.size)) throw new Misfit(BAD_LENGTHS);
  if (lieOverEachOther(ranges)) throw new Misfit(say('shared_bytes'));
  return {
    entries: lengths ? [offsets, lengths] : [offsets],
    count: grid.count,
    bits: grid.bits,
    ranges,
    areMissing: starts.length < grid.count || (lengths !== undefined && said.length < grid.count),
  };
}

/** One that begins in another is longer than it says, or shorter. Two that begin together are the same: empty tiles mostly are. */
function lieOverEachOther(ranges: Segments['ranges']): boolean {
  const sorted = ranges.toSorted((a, b) => a.start - b.start);
  return sorted.some(({ start }, i) => {
    const before = sorted[i - 1];
    return before !== undefined && start > before.start && start < before.end;
  });
}

async function readGrid(reader: Reader, page: Directory, isTiled: boolean): Promise<Grid> {
  const number = (tag: number, otherwise: number) => numberOf(reader, page, tag, otherwise);
  const [width, height] = [await number(TAG.width, 0), await number(TAG.height, 0)];
  const columns = isTiled ? await number(TAG.tileWidth, 0) : width;
  const rows = isTiled
    ? await number(TAG.tileHeight, 0)
    : Math.min(await number(TAG.rowsPerStrip, height), height);
  if (width * height * columns * rows === 0) throw new Misfit(BAD_LENGTHS);
  const bits = await bitsOf(reader, page);
  const isPlanar = (await number(TAG.planes, 1)) === 2;
  const together = bits.reduce((sum, each) => sum + each, 0);
  if (together === 0) throw new Misfit(BAD_LENGTHS);
  const perPlane = Math.ceil(width / columns) * Math.ceil(height / rows);
  return {
    bits,
    count: perPlane * (isPlanar ? bits.length : 1),
    needs: (i) => {
      const left = isTiled ? rows : Math.min(rows, height - (i % perPlane) * rows);
      const depth = isPlanar ? (bits[Math.floor(i / perPlane)] ?? 0) : together;
      return left * Math.ceil((columns * depth) / 8);
    },
  };
}

async function bitsOf(reader: Reader, page: Directory): Promise<number[]> {
  const samples = Math.max(await numberOf(reader, page, TAG.samples, 1), 1);
  if (samples > MOST_SAMPLES) throw new Misfit(BAD_LENGTHS);
  const entry = entryOf(page, TAG.bits);
  const bits = entry ? await reader.numbers(entry, samples) : [];
  return Array.from({ length: samples }, (_, i) => bits[i] ?? bits[0] ?? 1);
}
