import { blank, drop, keep, type Part } from '../container.ts';
import { Claims, type Range } from '../isobmff/claims.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { trailingFindings } from '../trailer.ts';
import { size } from '../words.ts';

/** Values start at even places (TIFF 6.0 section 2), so one byte can lie between two. */
const ALIGNMENT = 1;

/**
 * What stays of a file, and what is written anew, all in its old place, so that no offset has to change. What nobody asks for becomes zeros,
 * or goes when nothing needed stands behind it.
 */
export class Plan {
  readonly claims: Claims;
  private readonly file: Blob;
  private readonly rewritten = new Map<number, Part>();

  constructor(file: Blob) {
    this.file = file;
    this.claims = new Claims(file.size);
  }

  /** Puts something else in the place of a range, which may be asked for more than once: pictures share values. Throws `Misfit` when it overlaps with another. */
  rewrite(part: Part): void {
    const known = this.rewritten.get(part.start);
    if (known && known.end !== part.end) throw new Misfit(BAD_LENGTHS);
    this.rewritten.set(part.start, known ?? part);
  }

  /** All parts of the file in order. Throws `Misfit` when kept, rewritten and private parts overlap. */
  *parts(): Generator<Part> {
    const rewritten = [...this.rewritten.values()].toSorted((a, b) => a.start - b.start);
    const starts = [0, ...rewritten.map(({ end }) => end)];
    const ends = [...rewritten.map(({ start }) => start), this.file.size];
    const places = starts.map((start, i) => ({ start, end: ends[i] ?? start }));
    if (places.some(({ start, end }) => start > end)) throw new Misfit(BAD_LENGTHS);
    const kept = this.claims
      .within(places)
      .flat()
      .map(({ start, end }) => keep(start, end));
    const isExplained = this.claims.explainer();
    let at = 0;
    for (const part of [...kept, ...rewritten].toSorted((a, b) => a.start - b.start)) {
      if (part.start > at) yield unneeded({ start: at, end: part.start }, isExplained);
      yield part;
      at = part.end;
    }
    if (at < this.file.size) yield this.tail({ start: at, end: this.file.size }, isExplained);
  }

  private tail(range: Range, isExplained: (range: Range) => boolean): Part {
    const { start, end } = range;
    if (end - start <= ALIGNMENT) return keep(start, end);
    const isTold = isExplained(range);
    return drop(start, end, isTold ? undefined : () => trailingFindings(this.file, start, end));
  }
}

function unneeded(range: Range, isExplained: (range: Range) => boolean): Part {
  const { start, end } = range;
  if (end - start <= ALIGNMENT) return keep(start, end);
  const tell = () => [{ kind: 'other' as const, where: say('at_unused'), value: size(end - start) }];
  return blank(start, end, isExplained(range) ? undefined : tell);
}
