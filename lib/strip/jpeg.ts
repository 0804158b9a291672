// JPEG (ITU-T T.81 annex B; JFIF 1.02; Exif 3.0 section 4.7)
import { type Bytes, concat, fromLatin1, hasText, view } from './bytes.ts';
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
import { EXIF_PREFIX, orientationBlock } from './exif.ts';
import { profileFindings } from './icc.ts';
import { orientationOf } from './ifd.ts';
import {
  isConditioning,
  isFrameHeader,
  isHuffmanTables,
  isNumber,
  isQuantizationTables,
  isScanHeader,
} from './jpeg-headers.ts';
import { ICC, JpegProfile } from './jpeg-icc.ts';
import { isRestart, scanEnd } from './jpeg-scan.ts';
import { segmentFindings } from './jpeg-segments.ts';
import { isAbsurdlyLarge, oversize } from './limits.ts';
import { trailingFindings } from './trailer.ts';
import type { StripOptions } from './types.ts';
import { Window } from './window.ts';

type Segment = { marker: number; start: number; end: number; bytes: Bytes; payload: Bytes };
type Walk = { options: StripOptions; profile: JpegProfile; exifSeen: boolean; frame: boolean; scans: number };
type Decide = (segment: Segment, walk: Walk) => Step[];

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const SPAN = 1 << 20;
/** Every SOFn; 0xc4, 0xc8 and 0xcc between them are something else. */
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
const BAD_HEADER = 'A header of the picture is damaged.';

/**
 * What happens to each segment, by marker. A segment that is not here is dropped: no decoder needs it. Those that are kept whole are
 * held to the exact length their content declares, so that nothing else can hide in them.
 */
const SEGMENTS: Record<number, Decide> = {
  ...Object.fromEntries(FRAMES.map((marker) => [marker, frame])), // SOF
  196: keepIf(isHuffmanTables), // DHT
  204: keepIf(isConditioning), // DAC
  219: keepIf(isQuantizationTables), // DQT
  220: keepIf(isNumber), // DNL
  221: keepIf(isNumber), // DRI
  [SOS]: keepIf(isScanHeader),
  224: densityOnly, // JFIF: decoders guess the colour space by its presence
  225: orientationOnly, // Exif: browsers turn the picture by it
  226: profileOnly, // ICC: colours
  238: adobeOnly, // Adobe: says how CMYK and RGB are stored
};

export const jpeg: Container = { format: 'jpeg', recognize: (head) => hasText(head, '\xff\xd8\xff'), walk };

/** Reads the file once, front to back; the end of the picture is found by walking its scans, never by searching. */
async function* walk(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  const window = new Window(file, SPAN);
  const state: Walk = { options, profile: new JpegProfile(), exifSeen: false, frame: false, scans: 0 };
  yield keep(0, 2);
  for (let at = 2; ; ) {
    const found = await nextMarker(window, at);
    if (found.start > at) yield gap(file, at, found.start);
    if (found.marker === undefined) return yield state.scans > 0 ? broken(TRUNCATED) : hopeless(TRUNCATED);
    const { start, marker } = found;
    at = found.end;
    if (marker === EOI) return yield* finish(file, state, start, at);
    if (marker === SOI) return yield* secondPicture(file, state, start);
    if (isRestart(marker) || marker === 0x01) {
      yield drop(start, at, () => [{ kind: 'other', where: 'JPEG stray marker' }]);
      continue;
    }
    const segment = await readSegment(window, marker, start, at);
    if (!segment) return yield state.scans > 0 ? broken(TRUNCATED) : hopeless(TRUNCATED);
    yield* (SEGMENTS[marker] ?? dropped)(segment, state);
    at = segment.end;
    if (marker === SOS) {
      if (!state.frame) return yield hopeless('The picture data comes before its header.');
      const scan = await scanEnd(window, at);
      yield keep(at, scan.end);
      if (scan.end === at) yield broken('A part of the picture is missing.');
      if (scan.damaged) yield broken('The picture data is damaged.');
      state.scans++;
      at = scan.end;
    }
  }
}

/** The next marker at or after `at`: fill bytes before it are its own, anything else before it is a gap (section B.1.1.2). */
async function nextMarker(
  window: Window,
  at: number,
): Promise<{ start: number; end: number; marker?: number }> {
  let start = at;
  while (start < window.size) {
    const bytes = await window.from(start, 2);
    const ff = bytes.indexOf(0xff);
    if (ff < 0) {
      start += bytes.length;
      continue;
    }
    let code = ff;
    while (bytes[code] === 0xff) code++;
    const marker = bytes[code];
    if (marker === undefined) {
      if (start + code >= window.size) break;
      start += Math.max(ff, code - 1);
    } else if (marker === 0) start += code + 1;
    else return { start: start + ff, end: start + code + 1, marker };
  }
  return { start: window.size, end: window.size };
}

async function readSegment(
  window: Window,
  marker: number,
  start: number,
  at: number,
): Promise<Segment | null> {
  const size = await window.copy(at, at + 2);
  const length = size.length === 2 ? view(size).getUint16(0) : 0;
  if (length < 2 || at + length > window.size) return null;
  const payload = await window.copy(at + 2, at + length);
  const bytes = concat([Uint8Array.of(0xff, marker), size, payload]);
  return { marker, start, end: at + length, bytes, payload };
}

function* finish(file: Blob, state: Walk, start: number, end: number): Generator<Part | Problem> {
  yield keep(start, end);
  if (state.scans === 0) yield hopeless('There is no picture in the file.');
  if (end < file.size) yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

/** A picture starts where the first has not ended: decoders stop here, and what follows is another picture. */
function* secondPicture(file: Blob, state: Walk, start: number): Generator<Part | Problem> {
  yield drop(start, file.size, () => trailingFindings(file, start, file.size));
  yield state.scans > 0 ? broken(TRUNCATED) : hopeless(TRUNCATED);
}

function gap(file: Blob, start: number, end: number): Part {
  return drop(start, end, async () => {
    const found = await trailingFindings(file, start, end);
    return found.map(({ value }) => ({ kind: 'other', where: 'between JPEG segments', value }));
  });
}

function dropped({ marker, start, end, payload }: Segment): Step[] {
  return [drop(start, end, () => segmentFindings(marker, payload))];
}

function keepIf(fits: (payload: Bytes) => boolean): Decide {
  return ({ start, end, payload }) => [fits(payload) ? keep(start, end) : hopeless(BAD_HEADER)];
}

function frame({ start, end, payload }: Segment, walk: Walk): Step[] {
  if (!isFrameHeader(payload)) return [hopeless(BAD_HEADER)];
  if (walk.frame) return [hopeless('The file holds two pictures in one.')];
  walk.frame = true;
  const height = view(payload).getUint16(1);
  const width = view(payload).getUint16(3);
  return isAbsurdlyLarge(width, height) ? [keep(start, end), oversize(width, height)] : [keep(start, end)];
}

/** JFIF 1.02: version, unit, densities; then a thumbnail, which goes. */
function densityOnly(segment: Segment): Step[] {
  const { start, end, payload } = segment;
  if (!hasText(payload, 'JFIF\0') || payload.length < 14) return dropped(segment);
  const fresh = concat([fromLatin1('\xff\xe0\0\x10'), payload.subarray(0, 12), new Uint8Array(2)]);
  const thumbnail = payload.length > 14;
  return [
    rewrite(
      start,
      end,
      () => fresh,
      () => (thumbnail ? [{ kind: 'thumbnail', where: 'JPEG JFIF' }] : []),
    ),
  ];
}

/** Only the first Exif segment counts, as in browsers. */
function orientationOnly(segment: Segment, walk: Walk): Step[] {
  const { marker, start, end, payload } = segment;
  if (!hasText(payload, EXIF_PREFIX) || walk.exifSeen) return dropped(segment);
  walk.exifSeen = true;
  const orientation = orientationOf(payload.subarray(EXIF_PREFIX.length));
  if (orientation === 1) return dropped(segment);
  const block = orientationBlock(orientation);
  const header = Uint8Array.of(0xff, marker, 0, 2 + EXIF_PREFIX.length + block.length);
  const fresh = concat([header, fromLatin1(EXIF_PREFIX), block]);
  return [
    rewrite(
      start,
      end,
      () => fresh,
      () => segmentFindings(marker, payload),
    ),
  ];
}

function profileOnly(segment: Segment, walk: Walk): Step[] {
  const { start, end, bytes, payload } = segment;
  if (!hasText(payload, ICC)) return dropped(segment);
  if (walk.options.keepColourProfile === false) return [drop(start, end, profileFindings)];
  walk.profile.add(bytes);
  const fresh = () => walk.profile.clean(bytes);
  return [rewrite(start, end, fresh, profileFindings)];
}

function adobeOnly(segment: Segment): Step[] {
  const { start, end, payload } = segment;
  if (!hasText(payload, 'Adobe') || payload.length < 12) return dropped(segment);
  const fresh = concat([fromLatin1('\xff\xee\0\x0e'), payload.subarray(0, 12)]);
  return [rewrite(start, end, () => fresh)];
}
