import { type Bytes, concat } from './bytes.ts';
import { blankProfileIdentity } from './icc.ts';

export const ICC = 'ICC_PROFILE\0';
/** Marker, length, name, and the number of this chunk and of all chunks. */
export const ICC_HEADER = 4 + ICC.length + 2;

/**
 * A profile spread over several APP2 segments (ICC.1:2022 annex B.4). Segments are added as they are met; when the walk is over, each
 * can be had again with its share of the blanked profile.
 */
export class JpegProfile {
  private readonly segments: Bytes[] = [];
  private cleaned: Map<Bytes, Bytes> | undefined;

  add(segment: Bytes): void {
    this.segments.push(segment);
  }

  /** The profile out of all segments, as far as they are in order. */
  whole(): Bytes {
    return concat(this.inOrder().map((each) => each.subarray(ICC_HEADER)));
  }

  private inOrder(): Bytes[] {
    return this.segments.toSorted((a, b) => number(a) - number(b));
  }

  /** The segment with the identity of the profile blanked; empty when the segments do not make up a profile. */
  clean(segment: Bytes): Bytes {
    this.cleaned ??= this.cleanAll();
    return this.cleaned.get(segment) ?? new Uint8Array(0);
  }

  private cleanAll(): Map<Bytes, Bytes> {
    const cleaned = new Map<Bytes, Bytes>();
    const inOrder = this.inOrder();
    const complete = inOrder.every(
      (each, i) => number(each) === i + 1 && each[ICC_HEADER - 1] === inOrder.length,
    );
    const profile = complete && blankProfileIdentity(this.whole());
    if (!profile) return cleaned;
    let at = 0;
    for (const each of inOrder) {
      const share = each.length - ICC_HEADER;
      cleaned.set(each, concat([each.subarray(0, ICC_HEADER), profile.subarray(at, at + share)]));
      at += share;
    }
    return cleaned;
  }
}

function number(segment: Bytes): number {
  return segment[ICC_HEADER - 2] ?? 0;
}
