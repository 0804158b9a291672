import { type Bytes, fromLatin1, hasText } from './bytes.ts';
import { type Part, rewrite } from './container.ts';
import { withoutKept } from './credit/findings.ts';
import { keptResources } from './credit/iptc.ts';
import { keptXmp } from './credit/xmp.ts';
import { XMP } from './jpeg-hdr-metadata.ts';
import { makeSegment, type Segment } from './jpeg-reader.ts';
import { PHOTOSHOP, segmentFindings } from './jpeg-segments.ts';

/** The segments that hold credit lines beside Exif, and what makes new ones with nothing else in them. */
const KEPT: readonly (readonly [starts: string, kept: (block: Uint8Array) => Bytes | null])[] = [
  [XMP, keptXmp],
  [PHOTOSHOP, keptResources],
];
const HEADER = 4;

/** The segment with nothing in it but its credit lines; null when there are none. */
export function creditSegment({ marker, payload }: Segment): Bytes | null {
  const known = KEPT.find(([starts]) => hasText(payload, starts));
  const kept = known?.[1](payload.subarray(known[0].length));
  return known && kept ? makeSegment(marker, fromLatin1(known[0]), kept) : null;
}

/** The part for a segment of which credit lines stay; null for any other. */
export function creditPart(segment: Segment): Part | null {
  const { marker, payload, start, end } = segment;
  const fresh = creditSegment(segment);
  if (!fresh) return null;
  const findings = () =>
    withoutKept(segmentFindings(marker, payload), segmentFindings(marker, fresh.subarray(HEADER)));
  return rewrite(start, end, () => fresh, findings);
}
