import { type Bytes, concat, fromLatin1, latin1, readBytes } from './bytes.ts';
import { hopeless, keep, type Part, rewrite, type Step } from './container.ts';
import type { Finding } from './types.ts';

/** What becomes of a line: undefined: it stays; null: it goes, with its end; else what stands in for it. One character per byte. */
export type Fresh = string | null | undefined;

export type LineRules = {
  /** A quick look at a line that needs no change: the numbers that most of a file consists of. */
  isPlain(bytes: Uint8Array, start: number, end: number): boolean;
  /** What becomes of any other line. `tell` takes what it told. */
  change(line: string, tell: (finding: Finding) => void): Fresh;
  /** A backslash at the end of a line joins the next one to it. */
  isContinued?: boolean;
};

/** A piece of a block: its place there, what it becomes, and what it told. */
type Edit = { start: number; end: number; fresh: string; findings: Finding[] };

const STEP = 4_194_304;
/** No program reads longer lines. */
const LONGEST_LINE = 268_435_456;
/** Lines that change closer together than this are written with what is between them: many slices cost more than a copy. */
const NEAR = 262_144;
/** More than anybody reads. */
const MOST_FINDINGS = 500;
const [LF, CR, BACKSLASH] = [10, 13, 92];

/** Goes through the lines of a text from `start` to the end of the file (`end` when given), a window at a time. */
export async function* walkLines(
  file: Blob,
  rules: LineRules,
  start = 0,
  end: number = file.size,
): AsyncGenerator<Step> {
  const told = { left: MOST_FINDINGS };
  for (let at = start, step = STEP; at < end; ) {
    const block = await readBytes(file, at, Math.min(at + step, end));
    const isLast = at + block.length >= end;
    const edits: Edit[] = [];
    const done = editLines(block, rules, isLast, edits, told);
    if (done === 0 && !isLast) {
      step *= 2;
      if (step > LONGEST_LINE) return yield hopeless('A line of the file is too long to be read.');
      continue;
    }
    yield* parts(block.subarray(0, done), at, edits);
    at += done;
    step = STEP;
    if (done === 0) return;
  }
}

/** Collects what changes in the whole lines of a block. Gives where the last of them ends. */
function editLines(
  block: Bytes,
  rules: LineRules,
  isLast: boolean,
  edits: Edit[],
  told: { left: number },
): number {
  let at = 0;
  while (at < block.length) {
    const end = lineEnd(block, at, rules.isContinued === true);
    if (end === block.length && !isLast) break;
    // A line end of two bytes could be cut in two by the end of the block.
    if (end === block.length - 1 && block[end] === CR && !isLast) break;
    const next = end + (block[end] === CR && block[end + 1] === LF ? 2 : 1);
    if (!rules.isPlain(block, at, end)) edit(block, at, end, next, rules, edits, told);
    at = Math.min(next, block.length);
  }
  return at;
}

function lineEnd(block: Uint8Array, start: number, isContinued: boolean): number {
  let at = start;
  for (; at < block.length; at++) {
    const byte = block[at];
    if (byte !== LF && byte !== CR) continue;
    if (!isContinued || block[at - 1] !== BACKSLASH || at === start) return at;
    if (byte === CR && block[at + 1] === LF) at++;
  }
  return at;
}

function edit(
  block: Bytes,
  start: number,
  end: number,
  next: number,
  rules: LineRules,
  edits: Edit[],
  told: { left: number },
): void {
  const findings: Finding[] = [];
  const line = latin1(block, start, end);
  const fresh = rules.change(line, (finding) => {
    if (told.left-- > 0) findings.push(finding);
  });
  if (fresh === undefined || fresh === line) return;
  edits.push({
    start,
    end: fresh === null ? Math.min(next, block.length) : end,
    fresh: fresh ?? '',
    findings,
  });
}

function* parts(block: Bytes, at: number, edits: readonly Edit[]): Generator<Part> {
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
