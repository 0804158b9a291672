// What becomes of each segment of a JPEG (ITU-T T.81 annex B; JFIF 1.02; Exif 3.0 section 4.7)

import { type Bytes, fromLatin1, hasText, view } from './bytes.ts';
import { drop, hopeless, keep, type Part, rewrite, type Step } from './container.ts';
import { withoutKept } from './credit/findings.ts';
import { EXIF_PREFIX, exifFindings } from './exif.ts';
import { keptExif } from './exif-block.ts';
import { profileFindings } from './icc-findings.ts';
import { creditPart } from './jpeg-credit.ts';
import type { Hdr } from './jpeg-hdr.ts';
import {
  isConditioning,
  isFrameHeader,
  isHuffmanTables,
  isNumber,
  isQuantizationTables,
  isScanHeader,
} from './jpeg-headers.ts';
import { ICC, JpegProfile } from './jpeg-icc.ts';
import { makeSegment, type Segment } from './jpeg-reader.ts';
import { segmentFindings } from './jpeg-segments.ts';
import { isAbsurdlyLarge, oversize } from './limits.ts';
import { say } from './sentences.ts';
import type { Finding, StripOptions } from './types.ts';

/** What decides beside a segment itself: what came before it, and what the person wants. */
export type Seen = {
  options: StripOptions;
  profile: JpegProfile;
  exifSeen: boolean;
  /** Markers of segments of which credit lines stay: one of each. */
  credited: Set<number>;
  /** The frame header has been met. */
  frame: boolean;
  hdr: Hdr | null;
};
type Decide = (segment: Segment, seen: Seen) => Step[];

const DHT = 0xc4;
const DAC = 0xcc;
export const SOS = 0xda;
const DQT = 0xdb;
const DNL = 0xdc;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP13 = 0xed;
const APP14 = 0xee;
/** Every SOFn; what is missing between them is something else. */
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
/** Segments that are kept as they are. */
const TABLES = [DHT, DAC, DQT, DRI, ...FRAMES];
const BAD_HEADER = say('bad_header');

/**
 * What happens to each segment, by marker. A segment that is not here is dropped: no decoder needs it. Those that are kept whole are
 * held to the exact length their content declares, so that nothing else can hide in them.
 */
const SEGMENTS: Record<number, Decide> = {
  ...Object.fromEntries(FRAMES.map((marker) => [marker, frame])), // SOF
  [DHT]: keepIf(isHuffmanTables),
  [DAC]: keepIf(isConditioning),
  [DQT]: keepIf(isQuantizationTables),
  [DNL]: keepIf(isNumber),
  [DRI]: keepIf(isNumber),
  [SOS]: keepIf(isScanHeader),
  [APP0]: densityOnly, // JFIF: decoders guess the colour space by its presence
  [APP1]: orientationOnly, // Exif: browsers turn the picture by it
  [APP2]: profileOnly, // ICC: colours
  [APP13]: creditOnly, // Photoshop: author and copyright, for those who keep them
  [APP14]: adobeOnly, // Adobe: says how CMYK and RGB are stored
};

/** At the beginning of a picture. `hdr` keeps what belongs to a gain map; null for those who do not want one. */
export function nothingSeen(hdr: Hdr | null, options: StripOptions): Seen {
  return { options, profile: new JpegProfile(), exifSeen: false, credited: new Set(), frame: false, hdr };
}

/** What becomes of a segment: its part, and what is wrong with it. `seen` is brought up to date. */
export function decide(segment: Segment, seen: Seen): Step[] {
  return (SEGMENTS[segment.marker] ?? dropped)(segment, seen);
}

/** Is such a segment kept with all that its length takes in? */
export function isKeptWhole(segment: Segment): boolean {
  return TABLES.includes(segment.marker) || isProfile(segment);
}

function dropped({ marker, start, end, payload }: Segment): Step[] {
  return [drop(start, end, () => segmentFindings(marker, payload))];
}

/** The segments that tie a picture to its HDR gain map stay with it. */
function droppedUnlessHdr(segment: Segment, seen: Seen): Step[] {
  const part = seen.hdr?.take(segment, seen.credited.has(segment.marker));
  if (!part) return creditOnly(segment, seen);
  seen.credited.add(segment.marker);
  return [part];
}

/** Author and copyright in XMP and IPTC, for those who keep them; of the first of each. */
function creditOnly(segment: Segment, { options, credited }: Seen): Step[] {
  const isWanted = options.keepCopyright === true && !credited.has(segment.marker);
  const part = isWanted ? creditPart(segment) : null;
  if (!part) return dropped(segment);
  credited.add(segment.marker);
  return [part];
}

function rewritten(
  { start, end, bytes }: Segment,
  replace: Part['replace'],
  findings?: Part['findings'],
): Part {
  return { ...rewrite(start, end, replace, findings), old: bytes };
}

function keepIf(fits: (payload: Bytes) => boolean): Decide {
  return ({ start, end, payload }) => [fits(payload) ? keep(start, end) : hopeless(BAD_HEADER)];
}

function frame({ start, end, payload }: Segment, seen: Seen): Step[] {
  if (!isFrameHeader(payload)) return [hopeless(BAD_HEADER)];
  if (seen.frame) return [hopeless(say('two_pictures'))];
  seen.frame = true;
  const height = view(payload).getUint16(1);
  const width = view(payload).getUint16(3);
  return isAbsurdlyLarge(width, height) ? [keep(start, end), oversize(width, height)] : [keep(start, end)];
}

/** JFIF 1.02: version, unit, densities; then a thumbnail, which goes. */
function densityOnly(segment: Segment): Step[] {
  const { marker, payload } = segment;
  if (!hasText(payload, 'JFIF\0') || payload.length < 14) return dropped(segment);
  const fresh = makeSegment(marker, payload.subarray(0, 12), new Uint8Array(2));
  const thumbnail: Finding[] = payload.length > 14 ? [{ kind: 'thumbnail', where: 'JPEG JFIF' }] : [];
  return [
    rewritten(
      segment,
      () => fresh,
      () => thumbnail,
    ),
  ];
}

/** Only the first Exif segment counts, as in browsers. */
function orientationOnly(segment: Segment, seen: Seen): Step[] {
  const { marker, payload } = segment;
  if (!hasText(payload, EXIF_PREFIX) || seen.exifSeen) return droppedUnlessHdr(segment, seen);
  seen.exifSeen = true;
  const block = keptExif(payload.subarray(EXIF_PREFIX.length), seen.options);
  if (!block) return dropped(segment);
  const fresh = makeSegment(marker, fromLatin1(EXIF_PREFIX), block);
  const findings = () => withoutKept(segmentFindings(marker, payload), exifFindings(block));
  return [rewritten(segment, () => fresh, findings)];
}

function isProfile({ marker, payload }: Segment): boolean {
  return marker === APP2 && hasText(payload, ICC);
}

function profileOnly(segment: Segment, seen: Seen): Step[] {
  const { start, end, bytes } = segment;
  if (!isProfile(segment)) return droppedUnlessHdr(segment, seen);
  seen.profile.add(bytes);
  const findings = () => profileFindings(seen.profile.whole());
  if (seen.options.keepColourProfile === false) return [drop(start, end, findings)];
  const fresh = () => seen.profile.clean(bytes);
  return [rewritten(segment, fresh, findings)];
}

function adobeOnly(segment: Segment): Step[] {
  const { marker, payload } = segment;
  if (!hasText(payload, 'Adobe') || payload.length < 12) return dropped(segment);
  const fresh = makeSegment(marker, payload.subarray(0, 12));
  return [rewritten(segment, () => fresh)];
}
