import { type Bytes, fromLatin1, readBytes } from '../bytes.ts';
import { keep, type Part, rewrite } from '../container.ts';
import type { Finding } from '../types.ts';

/** Bytes written over those of the file: nothing moves. */
export type Patch = { start: number; bytes: Uint8Array; findings: Finding[] };

/** Patches closer together than this are written with what is between them: many slices cost more than a copy. */
const NEAR = 262_144;

/** The parts of a file from its beginning to `end` with patches, which are in order. */
export function* patched(file: Blob, patches: readonly Patch[], end: number): Generator<Part> {
  let at = 0;
  for (const group of neighbours(patches)) {
    const [start, last] = [group[0]?.start ?? 0, endOf(group.at(-1))];
    if (start > at) yield keep(at, start);
    yield rewrite(
      start,
      last,
      () => written(file, start, last, group),
      () => group.flatMap(({ findings }) => findings),
    );
    at = last;
  }
  if (end > at) yield keep(at, end);
}

function endOf(patch: Patch | undefined): number {
  return patch ? patch.start + patch.bytes.length : 0;
}

function neighbours(patches: readonly Patch[]): Patch[][] {
  const groups: Patch[][] = [];
  for (const patch of patches) {
    const group = groups.at(-1);
    if (group && patch.start - endOf(group.at(-1)) < NEAR) group.push(patch);
    else groups.push([patch]);
  }
  return groups;
}

async function written(file: Blob, start: number, end: number, patches: readonly Patch[]): Promise<Bytes> {
  const bytes = await readBytes(file, start, end);
  for (const patch of patches) bytes.set(patch.bytes, patch.start - start);
  return bytes;
}

/** A text in the place of a longer one. A path gets "./" before it, which leads to the same file; any other text blanks behind it. */
export function filled(text: string, length: number, isPath = false): Bytes {
  const missing = Math.max(length - text.length, 0);
  if (!isPath || missing === 1) return fromLatin1(text.slice(0, length).padEnd(length, isPath ? '\0' : ' '));
  const odd = missing % 2 === 0 ? '' : './/';
  return fromLatin1(odd + './'.repeat((missing - odd.length) / 2) + text);
}
