// JPEG (ITU-T T.81 annex B; JFIF 1.02; Exif 3.0 section 4.7)

import { type Bytes, fromLatin1, hasText, view } from './bytes.ts';
import {
  broken,
  type Container,
  drop,
  hopeless,
  keep,
  type Part,
  type Problem,
  rewrite,
  type Step,
  TRUNCATED,
} from './container.ts';
import { withoutKept } from './credit/findings.ts';
import { EXIF_PREFIX, exifFindings } from './exif.ts';
import { keptExif } from './exif-block.ts';
import { Forward } from './forward.ts';
import { profileFindings } from './icc-findings.ts';
import { creditPart } from './jpeg-credit.ts';
import { type Hdr, HdrPicture, type WalkLayer } from './jpeg-hdr.ts';
import {
  isConditioning,
  isFrameHeader,
  isHuffmanTables,
  isNumber,
  isQuantizationTables,
  isScanHeader,
} from './jpeg-headers.ts';
import { ICC, JpegProfile } from './jpeg-icc.ts';
import { isAlone, makeSegment, nextMarker, readSegment, type Segment } from './jpeg-reader.ts';
import { scanEnd } from './jpeg-scan.ts';
import { segmentFindings } from './jpeg-segments.ts';
import { isAbsurdlyLarge, oversize } from './limits.ts';
import { say } from './sentences.ts';
import { isSwallowed } from './swallowed.ts';
import { trailingFindings } from './trailer.ts';
import type { Finding, StripOptions } from './types.ts';
import type { Reading } from './window.ts';

type Walk = {
  file: Blob;
  window: Reading;
  options: StripOptions;
  profile: JpegProfile;
  exifSeen: boolean;
  /** Markers of segments of which credit lines stay: one of each. */
  credited: Set<number>;
  /** The frame header has been met. */
  frame: boolean;
  scans: { start: number; end: number }[];
  /** The segment before was kept with all that its length takes in. */
  isLengthTrusted: boolean;
  hdr: Hdr | null;
  /** What has come so far. */
  parts: Part[];
};
type Decide = (segment: Segment, walk: Walk) => Step[];

const DHT = 0xc4;
const DAC = 0xcc;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
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

export const jpeg: Container = { format: 'jpeg', recognize: (head) => hasText(head, '\xff\xd8\xff'), walk };

function walk(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  return walkAs(
    options.keepHdr === false ? null : new HdrPicture(options.keepCopyright === true),
    file,
    options,
  );
}

async function* walkAs(hdr: Hdr | null, file: Blob, options: StripOptions): AsyncGenerator<Step> {
  const window = new Forward(file);
  const walk: Walk = {
    file,
    window,
    options,
    profile: new JpegProfile(),
    exifSeen: false,
    credited: new Set(),
    frame: false,
    scans: [],
    isLengthTrusted: false,
    hdr,
    parts: [],
  };
  try {
    for await (const step of walkPicture(walk)) {
      if (!('problem' in step)) walk.parts.push(step);
      yield step;
    }
  } finally {
    window.close();
  }
}

/** Reads the file once, front to back; the end of the picture is found by walking its scans, never by searching. */
async function* walkPicture(state: Walk): AsyncGenerator<Step> {
  const { window } = state;
  yield keep(0, 2);
  for (let at = 2; ; ) {
    const { start, end, marker } = await nextMarker(window, at);
    if (start > at) yield* gap(state, at, start);
    if (marker === EOI) return yield* finish(state, start, end);
    if (marker === SOI) return yield* secondPicture(state, start);
    const segment = marker && !isAlone(marker) ? await readSegment(window, marker, start, end) : null;
    if (segment) {
      yield* (SEGMENTS[segment.marker] ?? dropped)(segment, state);
      at = segment.marker === SOS ? yield* scan(state, segment.end) : segment.end;
      state.isLengthTrusted = TABLES.includes(segment.marker) || isProfile(segment);
    } else if (marker && isAlone(marker)) {
      yield drop(start, end, () => [{ kind: 'other', where: say('at_stray') }]);
      at = end;
    } else return yield await cutOff(state);
  }
}

/** The coded data behind a scan header. Gives the place where it ends. */
async function* scan(state: Walk, start: number): AsyncGenerator<Step, number> {
  const { end, damaged } = await scanEnd(state.window, start);
  if (!state.frame) yield hopeless(say('late_header'));
  if (end === start) yield broken(say('part_missing'));
  if (damaged) yield broken(say('bad_pixels'));
  yield keep(start, end);
  state.scans.push({ start, end });
  return end;
}

/** The file ends too soon. What passes for the last scan may be what stood behind it. */
async function cutOff({ file, scans }: Walk): Promise<Problem> {
  const last = scans.at(-1);
  return last && !(await isSwallowed(file, last.start, last.end)) ? broken(TRUNCATED) : hopeless(TRUNCATED);
}

async function* finish(walk: Walk, start: number, end: number): AsyncGenerator<Step> {
  const { file, scans, hdr, parts, options } = walk;
  yield keep(start, end);
  if (scans.length === 0) yield hopeless(say('no_picture'));
  if (end === file.size) return;
  const walkLayer: WalkLayer = (layer, behind) => walkAs(layer, behind, options);
  const behind = hdr instanceof HdrPicture ? await hdr.keepGainMap(file, end, parts, walkLayer) : null;
  if (behind) yield* behind;
  else yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

/** A picture starts where the first has not ended: decoders stop here, and what follows is another picture. */
async function* secondPicture(state: Walk, start: number): AsyncGenerator<Step> {
  const { file } = state;
  yield drop(start, file.size, () => trailingFindings(file, start, file.size));
  yield await cutOff(state);
}

/** Bytes that belong to no segment. Behind one that was kept they mean that its length is wrong, and something else has become part of it. */
function* gap({ file, isLengthTrusted }: Walk, start: number, end: number): Generator<Step> {
  yield drop(start, end, async () => {
    const found = await trailingFindings(file, start, end);
    return found.map(({ value }) => ({ kind: 'other', where: say('at_gaps'), value }));
  });
  if (isLengthTrusted) yield hopeless(say('bad_lengths'));
}

function dropped({ marker, start, end, payload }: Segment): Step[] {
  return [drop(start, end, () => segmentFindings(marker, payload))];
}

/** The segments that tie a picture to its HDR gain map stay with it. */
function droppedUnlessHdr(segment: Segment, walk: Walk): Step[] {
  const part = walk.hdr?.take(segment);
  if (!part) return creditOnly(segment, walk);
  walk.credited.add(segment.marker);
  return [part];
}

/** Author and copyright in XMP and IPTC, for those who keep them; of the first of each. */
function creditOnly(segment: Segment, { options, credited }: Walk): Step[] {
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

function frame({ start, end, payload }: Segment, walk: Walk): Step[] {
  if (!isFrameHeader(payload)) return [hopeless(BAD_HEADER)];
  if (walk.frame) return [hopeless(say('two_pictures'))];
  walk.frame = true;
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
function orientationOnly(segment: Segment, walk: Walk): Step[] {
  const { marker, payload } = segment;
  if (!hasText(payload, EXIF_PREFIX) || walk.exifSeen) return droppedUnlessHdr(segment, walk);
  walk.exifSeen = true;
  const block = keptExif(payload.subarray(EXIF_PREFIX.length), walk.options);
  if (!block) return dropped(segment);
  const fresh = makeSegment(marker, fromLatin1(EXIF_PREFIX), block);
  const findings = () => withoutKept(segmentFindings(marker, payload), exifFindings(block));
  return [rewritten(segment, () => fresh, findings)];
}

function isProfile({ marker, payload }: Segment): boolean {
  return marker === APP2 && hasText(payload, ICC);
}

function profileOnly(segment: Segment, walk: Walk): Step[] {
  const { start, end, bytes } = segment;
  if (!isProfile(segment)) return droppedUnlessHdr(segment, walk);
  walk.profile.add(bytes);
  const findings = () => profileFindings(walk.profile.whole());
  if (walk.options.keepColourProfile === false) return [drop(start, end, findings)];
  const fresh = () => walk.profile.clean(bytes);
  return [rewritten(segment, fresh, findings)];
}

function adobeOnly(segment: Segment): Step[] {
  const { marker, payload } = segment;
  if (!hasText(payload, 'Adobe') || payload.length < 12) return dropped(segment);
  const fresh = makeSegment(marker, payload.subarray(0, 12));
  return [rewritten(segment, () => fresh)];
}
