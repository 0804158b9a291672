import type { Part } from '../container.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';

export type Range = { start: number; end: number };
/** `length` bytes from `at` on. */
export type Extent = { at: number; length: number };

const SHARED = say('shared_bytes');

/** The bytes of media data that somebody needs. What nobody claims is not part of the picture, whatever else it is. */
export class Claims {
  /** A claim reaches beyond the end of the file. */
  truncated = false;
  /** There is a picture or a sound in the file. */
  hasMedia = false;
  private readonly size: number;
  private readonly ranges: Range[] = [];
  private readonly inner: Range[] = [];
  private readonly rewritten: Part[] = [];
  private readonly explained: Range[] = [];
  private readonly forbidden: Range[] = [];

  /** `size`: length of the file in bytes. */
  constructor(size: number) {
    this.size = size;
  }

  /** Claims `length` bytes from `start` on. */
  add(start: number, length: number): void {
    if (length === 0) return;
    this.hasMedia = true;
    const end = start + length;
    if (end > this.size) this.truncated = true;
    if (start >= this.size) return;
    const last = this.ranges.at(-1);
    if (last && last.end === start) last.end = Math.min(end, this.size);
    else this.ranges.push({ start, end: Math.min(end, this.size) });
  }

  /** Claims the range of a part that is written anew, and for which nobody else has a use. */
  rewrite(part: Part): void {
    if (part.end > this.size) this.truncated = true;
    else this.rewritten.push(part);
  }

  /** Claims `length` bytes from `start` on that stand within a box which is written anew. */
  addInner(start: number, length: number): void {
    if (length === 0) return;
    this.hasMedia = true;
    this.inner.push({ start, end: start + length });
  }

  /** Says that a finding tells already what stands in `length` bytes from `start` on. */
  explain(start: number, length: number): void {
    this.explained.push({ start, end: start + length });
  }

  /** Says that `length` bytes from `start` on are private: when they are claimed too, the file cannot be cleaned. */
  forbid(start: number, length: number): void {
    this.explain(start, length);
    this.forbidden.push({ start, end: start + length });
  }

  /** Which of the ranges, asked for in order, has been explained. */
  explainer(): (range: Range) => boolean {
    return sweep(merge(this.explained));
  }

  /** What is claimed of each of the places where media data can stand, in order. Throws `Misfit` when something else is claimed. */
  within(places: readonly Range[]): Part[][] {
    const merged = merge(this.ranges);
    const claimed = [...merged, ...this.rewritten].toSorted((a, b) => a.start - b.start);
    if (claimed.some(({ start }, i) => start < (claimed[i - 1]?.end ?? 0))) throw new Misfit(SHARED);
    if (merge([...merged, ...this.inner]).some(sweep(merge(this.forbidden)))) throw new Misfit(SHARED);
    let next = 0;
    const found = places.map((place) => {
      const inside: Part[] = [];
      for (let range = claimed[next]; range && range.start < place.end; range = claimed[++next]) {
        if (range.start < place.start || range.end > place.end) throw new Misfit(BAD_LENGTHS);
        inside.push(range);
      }
      return inside;
    });
    if (next < claimed.length) throw new Misfit(BAD_LENGTHS);
    return found;
  }
}

/** Tells whether a range meets one of `sorted`. To be asked in order. */
function sweep(sorted: readonly Range[]): (range: Range) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((sorted[next]?.end ?? end) <= start) next++;
    return (sorted[next]?.start ?? end) < end;
  };
}

/** Sorted, and in one where they touch. */
function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
