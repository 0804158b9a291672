import { type Bytes, readBytes, sameBytes } from './bytes.ts';
import type { Part } from './container.ts';
import type { StripOptions } from './types.ts';

export type Rebuilt = {
  file: File;
  /** The parts that are not in the new file as they were in the old one. */
  changed: Part[];
  removedBytes: number;
};

type Range = { start: number; end: number };
type Piece = Bytes | Range;

/**
 * Puts a file together from its parts, given in order. Kept ranges become slices of the original, neighbours in one slice, so that
 * nothing is copied; a replacement equal to what it replaces counts as kept, and a file that stays the same is not taken apart.
 */
export async function rebuild(file: File, parts: readonly Part[], options: StripOptions): Promise<Rebuilt> {
  const pieces: Piece[] = [];
  const changed: Part[] = [];
  let kept = 0;
  for (const part of parts) {
    const bytes = await replacement(file, part);
    if (bytes) {
      changed.push(part);
      pieces.push(bytes);
    } else keepRange(pieces, part);
    const length = part.end - part.start;
    kept += bytes ? Math.min(bytes.length, length) : length;
  }
  const content = isWhole(file, pieces) ? [file] : pieces.map((piece) => contentOf(file, piece));
  return { file: named(content, file, options), changed, removedBytes: file.size - kept };
}

/** Null when the part stays as it is. */
async function replacement(file: Blob, part: Part): Promise<Bytes | null> {
  const bytes = await part.replace?.();
  if (!bytes || bytes.length !== part.end - part.start) return bytes ?? null;
  return sameBytes(bytes, await readBytes(file, part.start, part.end)) ? null : bytes;
}

function keepRange(pieces: Piece[], { start, end }: Range): void {
  const last = pieces.at(-1);
  if (last && isRange(last) && last.end === start) last.end = end;
  else pieces.push({ start, end });
}

function isRange(piece: Piece): piece is Range {
  return !(piece instanceof Uint8Array);
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

function contentOf(file: Blob, piece: Piece): BlobPart {
  return isRange(piece) ? file.slice(piece.start, piece.end) : piece;
}

/** A file's `lastModified` is mostly the time of capture, so the copy gets the present time unless told otherwise. */
function named(content: BlobPart[], { name, type, lastModified }: File, options: StripOptions): File {
  return new File(content, name, options.freshTimestamp === false ? { type, lastModified } : { type });
}
