import { type Bytes, concat, fromLatin1 } from './bytes.ts';
import { keep, type Part, rewrite } from './container.ts';
import type { Finding } from './types.ts';

/** A piece of a block: its place there, what it becomes (one character per byte), and what it told. */
export type Edit = { start: number; end: number; fresh: string; findings: Finding[] };

/** Edits closer together than this are written with what is between them: many slices cost more than a copy. */
const NEAR = 262_144;

/** The parts of a block that stands at `at` in the file, edited. The edits are in order. */
export function* partsOf(block: Bytes, at: number, edits: readonly Edit[]): Generator<Part> {
  let done = 0;
  for (const group of neighbours(edits)) {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) continue;
    if (first.start > done) yield keep(at + done, at + first.start);
    const fresh = written(block, group);
    const findings = group.flatMap((each) => each.findings);
    yield rewrite(
      at + first.start,
      at + last.end,
      () => fresh,
      () => findings,
    );
    done = last.end;
  }
  if (done < block.length) yield keep(at + done, at + block.length);
}

function neighbours(edits: readonly Edit[]): Edit[][] {
  const groups: Edit[][] = [];
  for (const each of edits) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && each.start - last.end < NEAR) group.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** The range from the first edit to the last, edited. */
function written(block: Bytes, edits: readonly Edit[]): Bytes {
  let at = edits[0]?.start ?? 0;
  const pieces: Uint8Array[] = [];
  for (const { start, end, fresh } of edits) {
    pieces.push(block.subarray(at, start), fromLatin1(fresh));
    at = end;
  }
  return concat(pieces);
}
