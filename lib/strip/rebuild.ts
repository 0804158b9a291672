import { type Bytes, concat, readBytes, sameBytes } from './bytes.ts';
import type { Part } from './container.ts';
import type { StripOptions } from './types.ts';

export type Rebuilt = {
  file: File;
  /** The parts that are not in the new file as they were in the old one. */
  changed: Part[];
  removedBytes: number;
};

type Range = { start: number; end: number };
type Zeros = { zeros: number };
type Piece = Bytes | Blob | Zeros | Range;

const NOTHING: Bytes = new Uint8Array(0);
const BLOCK = 1_048_576;
/** Blobs of zeros that files are made of, largest first; what is left over is smaller than the last. */
const ZEROS = [BLOCK, 65_536, 4096];
/** Longer than the signature of any format. */
const HEAD = 64;
/** Read first of a range that may be blank already: one that is not mostly shows it at once. */
const GLANCE = 4096;

/**
 * Puts a file together from its parts, given in order. Kept ranges become slices of the original, neighbours in one slice, so that
 * nothing is copied; a replacement equal to what it replaces counts as kept, and a file that stays the same is not taken apart. `head` are
 * first bytes of the file, as many as have been read already.
 */
export async function rebuild(
  file: File,
  parts: readonly Part[],
  options: StripOptions,
  head: Bytes = NOTHING,
): Promise<Rebuilt> {
  const pieces: Piece[] = [];
  const changed: Part[] = [];
  const isFull = fullness(file);
  let kept = 0;
  for (const part of parts) {
    const fresh = part.isBlank ? await zeros(part, isFull) : await replacement(file, part);
    if (fresh) {
      changed.push(part);
      pieces.push(fresh);
    } else keepRange(pieces, part);
    const length = part.end - part.start;
    kept += fresh ? Math.min(lengthOf(fresh), length) : length;
  }
  const content = isWhole(file, pieces) ? [file] : contentOf(file, await withWholeHead(file, head, pieces));
  return {
    file: named(content, file, options),
    changed,
    removedBytes: file.size - kept,
  };
}

/**
 * Firefox's `createImageBitmap` tells the format from the first part of a Blob alone (seen in 153: JPEG needs 3 bytes there, PNG 8,
 * WebP 12) and refuses the picture when that part is shorter. So the first part is never shorter than any signature.
 */
async function withWholeHead(file: Blob, known: Bytes, pieces: readonly Piece[]): Promise<readonly Piece[]> {
  const [first] = pieces;
  if (!first || pieces.length < 2 || sizeOf(first) >= HEAD) return pieces;
  const head: Bytes[] = [];
  let wanted = HEAD;
  let next = 0;
  for (; wanted > 0 && next < pieces.length; next++) {
    const piece = pieces[next] as Piece;
    const [taken, left] = await split(file, known, piece, wanted);
    head.push(taken);
    wanted -= taken.length;
    if (left) return [concat(head), left, ...pieces.slice(next + 1)];
  }
  return [concat(head), ...pieces.slice(next)];
}

/** The first bytes of a piece, read, and what is left of it. Each blob that need not be made saves a browser a word with another process. */
async function split(file: Blob, known: Bytes, piece: Piece, wanted: number): Promise<[Bytes, Piece?]> {
  if (piece instanceof Uint8Array) return [piece];
  const size = Math.min(wanted, sizeOf(piece));
  const isAll = size === sizeOf(piece);
  if (piece instanceof Blob) return [await readBytes(piece, 0, size), isAll ? undefined : piece.slice(size)];
  if ('zeros' in piece) return [new Uint8Array(size), isAll ? undefined : { zeros: piece.zeros - size }];
  const { start, end } = piece;
  const at = start + size;
  const taken = at <= known.length ? known.slice(start, at) : await readBytes(file, start, at);
  return [taken, isAll ? undefined : { start: at, end }];
}

function sizeOf(piece: Piece): number {
  if (piece instanceof Blob) return piece.size;
  if (piece instanceof Uint8Array) return piece.length;
  return 'zeros' in piece ? piece.zeros : piece.end - piece.start;
}

/** How many bytes stand in for a part. Zeros count as taken out. */
function lengthOf(fresh: Bytes | Blob | Zeros): number {
  if (fresh instanceof Blob) return fresh.size;
  return fresh instanceof Uint8Array ? fresh.length : 0;
}

/** Null when the part stays as it is. A replacement that is a file is taken for another one without a look. */
async function replacement(file: Blob, part: Part): Promise<Bytes | Blob | null> {
  const bytes = await part.replace?.();
  if (!bytes || bytes instanceof Blob) return bytes ?? null;
  const length = part.end - part.start;
  if (bytes.length !== length) return bytes;
  const old = part.old?.length === length ? part.old : await readBytes(file, part.start, part.end);
  return sameBytes(bytes, old) ? null : bytes;
}

type IsFull = (part: Part) => Promise<boolean>;

/** Null when the range holds nothing but zeros already. */
async function zeros(part: Part, isFull: IsFull): Promise<Zeros | null> {
  return (await isFull(part)) ? { zeros: part.end - part.start } : null;
}

/**
 * Tells of ranges whether they hold more than zeros. Those that have nothing to tell are all of a kind, the samples of tracks that go: an
 * hour of an action camera has thousands. Once one of them is full, the others are not looked at: zeros in the place of zeros change nothing.
 */
function fullness(file: Blob): IsFull {
  let areFull = false;
  return async (part) => {
    if (areFull && !part.findings) return true;
    const isFull = await holdsMore(file, part);
    areFull ||= isFull && !part.findings;
    return isFull;
  };
}

/** Reads no further than the first byte that is not zero. */
async function holdsMore(file: Blob, { start, end }: Range): Promise<boolean> {
  for (let at = start, step = GLANCE; at < end; at += step, step = BLOCK) {
    const bytes = await readBytes(file, at, Math.min(at + step, end));
    if (bytes.some((byte) => byte !== 0)) return true;
  }
  return false;
}

function keepRange(pieces: Piece[], { start, end }: Range): void {
  const last = pieces.at(-1);
  if (last && isRange(last) && last.end === start) last.end = end;
  else pieces.push({ start, end });
}

function isRange(piece: Piece): piece is Range {
  return 'start' in piece;
}

function isWhole(file: Blob, [first, ...others]: readonly Piece[]): boolean {
  return (
    first !== undefined &&
    others.length === 0 &&
    isRange(first) &&
    first.start === 0 &&
    first.end === file.size
  );
}

function contentOf(file: Blob, pieces: readonly Piece[]): BlobPart[] {
  const zeros = zeroMaker();
  return pieces.flatMap((piece): BlobPart[] => {
    if ('zeros' in piece) return zeros(piece.zeros);
    return [isRange(piece) ? file.slice(piece.start, piece.end) : piece];
  });
}

/** Makes any number of zeros out of a few blobs that are used over and over: each that is made costs a browser a word with another process. */
function zeroMaker(): (length: number) => BlobPart[] {
  const blobs = new Map<number, Blob>();
  const blobOf = (size: number) => {
    const blob = blobs.get(size) ?? new Blob([new Uint8Array(size)]);
    blobs.set(size, blob);
    return blob;
  };
  return (length) => {
    let left = length;
    const parts = ZEROS.flatMap((size) => {
      const count = Math.floor(left / size);
      left -= count * size;
      return count > 0 ? Array<BlobPart>(count).fill(blobOf(size)) : [];
    });
    return left > 0 ? [...parts, new Uint8Array(left)] : parts;
  };
}

/** A file's `lastModified` is mostly the time of capture, so the copy gets the present time unless told otherwise. */
function named(content: BlobPart[], { name, type, lastModified }: File, options: StripOptions): File {
  return new File(content, name, options.freshTimestamp === false ? { type, lastModified } : { type });
}
