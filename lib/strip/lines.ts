import { type Bytes, latin1, readBytes } from './bytes.ts';
import { hopeless, type Step } from './container.ts';
import { type Edit, partsOf } from './edits.ts';
import { say } from './sentences.ts';
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

const STEP = 4_194_304;
/** No program reads longer lines. */
const LONGEST_LINE = 268_435_456;
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
      if (step > LONGEST_LINE) return yield hopeless(say('text_long_line'));
      continue;
    }
    yield* partsOf(block.subarray(0, done), at, edits);
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
  const ends = new LineEnds(block);
  let at = 0;
  while (at < block.length) {
    const end = ends.after(at, rules.isContinued === true);
    if (end === block.length && !isLast) break;
    // A line end of two bytes could be cut in two by the end of the block.
    if (end === block.length - 1 && block[end] === CR && !isLast) break;
    const next = end + (block[end] === CR && block[end + 1] === LF ? 2 : 1);
    if (!rules.isPlain(block, at, end)) edit(block, at, end, next, rules, edits, told);
    at = Math.min(next, block.length);
  }
  return at;
}

/** Finds the ends of lines in a block, each byte once. */
class LineEnds {
  private readonly block: Uint8Array;
  private lf = -1;
  private cr = -1;

  constructor(block: Uint8Array) {
    this.block = block;
  }

  /** Where the line that starts at a place ends, before its end of line. */
  after(start: number, isContinued: boolean): number {
    let at = this.next(start);
    while (isContinued && at < this.block.length && at > start && this.block[at - 1] === BACKSLASH)
      at = this.next(at + (this.block[at] === CR && this.block[at + 1] === LF ? 2 : 1));
    return at;
  }

  private next(start: number): number {
    if (this.lf < start) this.lf = this.find(LF, start);
    if (this.cr < start) this.cr = this.find(CR, start);
    return Math.min(this.lf, this.cr);
  }

  private find(byte: number, start: number): number {
    const at = this.block.indexOf(byte, start);
    return at < 0 ? this.block.length : at;
  }
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
