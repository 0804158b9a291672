// PNG and APNG (W3C PNG Third Edition, section 5 "Datastream structure" and section 11 "Chunk specifications")

import { hasText, view } from './bytes.ts';
import {
  broken,
  type Container,
  drop,
  hopeless,
  keep,
  type Part,
  rewrite,
  type Step,
  TRUNCATED,
} from './container.ts';
import { withoutKept } from './credit/findings.ts';
import { exifFindings } from './exif.ts';
import { keptExif } from './exif-block.ts';
import { profileFindings } from './icc-findings.ts';
import { isAbsurdlyLarge, oversize } from './limits.ts';
import { type Chunk, isSumRight, makeChunk, readChunk } from './png-chunks.ts';
import { creditText, isXmpText } from './png-credit.ts';
import { holdsMore, SEQUENCE } from './png-cut-off.ts';
import { chunkFindings } from './png-findings.ts';
import { cleanProfile, profileIn } from './png-profile.ts';
import { type Header, headerOf, NO_HEADER } from './png-rows.ts';
import { say } from './sentences.ts';
import { trailingFindings } from './trailer.ts';
import type { StripOptions } from './types.ts';
import { Window } from './window.ts';

type Walk = {
  file: Blob;
  window: Window;
  options: StripOptions;
  /** Types of which there may be one. */
  seen: Set<string>;
  /** The IDAT and fdAT chunks, and the first of them that is of the present frame. */
  pixels: Chunk[];
  frameAt: number;
  /** Of the present frame. */
  header: Header;
  /** An XMP packet stays. */
  hasXmp: boolean;
};
type Decide = (chunk: Chunk, walk: Walk) => Step[] | Promise<Step[]>;

/**
 * What happens to each chunk. One that is not here is dropped: it is not needed to draw the picture. The numbers are the data lengths a
 * chunk can have: with another one decoders pass it over, and something could hide in it.
 */
const CHUNKS: Record<string, Decide> = {
  IHDR: header,
  PLTE: keepOfLength(3, 768),
  tRNS: keepOfLength(1, 256),
  IDAT: pixels,
  IEND: end,
  acTL: keepOfLength(8, 8), // animation: sequence numbers stay as they are
  fcTL: frame,
  fdAT: pixels,
  gAMA: keepOfLength(4, 4),
  cHRM: keepOfLength(32, 32),
  sRGB: keepOfLength(1, 1),
  cICP: keepOfLength(4, 4),
  mDCV: keepOfLength(24, 24),
  cLLI: keepOfLength(8, 8),
  sBIT: keepOfLength(1, 4),
  bKGD: keepOfLength(1, 6),
  pHYs: keepOfLength(9, 9),
  iCCP: profileOnly, // colours stay; names and dates go
  eXIf: orientationOnly, // browsers turn the picture by it
  tEXt: credit, // author and copyright, for those who keep them
  zTXt: credit,
  iTXt: credit,
};

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const HEADER_LENGTH = 13;
const FRAME_LENGTH = 26;
/** Small files are read at once; of large ones only the chunk headers are. */
const SMALL_FILE = 262_144;
const HEADERS_ONLY = 32;
/** Larger blocks of Exif or colour are not read: no camera or editor writes them. */
const LARGEST_BLOCK = 16_777_216;
/** Longer texts are not read: no editor writes them. */
const LONGEST_TEXT = 1_048_576;
const WRONG_SUM = say('wrong_sum');

export const png: Container = { format: 'png', recognize: (head) => hasText(head, SIGNATURE), walk };

/** Walks the chunk headers; pixels are not read. */
async function* walk(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  const window = new Window(file, file.size <= SMALL_FILE ? SMALL_FILE : HEADERS_ONLY);
  const state: Walk = {
    file,
    window,
    options,
    seen: new Set(),
    pixels: [],
    frameAt: 0,
    header: NO_HEADER,
    hasXmp: false,
  };
  yield keep(0, SIGNATURE.length);
  let at = SIGNATURE.length;
  while (!state.seen.has('IEND')) {
    const chunk = await readChunk(window, at);
    if (!chunk || chunk.end > file.size) return yield* cutShort(state, chunk, at);
    if (!state.seen.has('IHDR') && chunk.type !== 'IHDR') return yield hopeless(say('no_header'));
    yield* await (CHUNKS[chunk.type] ?? unknown)(chunk, state);
    state.seen.add(chunk.type);
    at = chunk.end;
  }
  if (state.pixels.length === 0) yield hopeless(say('no_picture'));
  if (at < file.size) yield drop(at, file.size, () => trailingFindings(file, at, file.size));
}

/**
 * The file ends, or stops making sense, before the picture does. What there is of the picture is kept, unless a wrong length has made other
 * things part of it: whole chunks have a checksum against that, the one that is cut off has not.
 */
async function* cutShort(walk: Walk, chunk: Chunk | null, at: number): AsyncGenerator<Step> {
  const { file, window, pixels } = walk;
  const problem = chunk || at >= file.size ? TRUNCATED : say('bad_lengths');
  for (const each of pixels) if (!(await isSumRight(window, each))) return yield hopeless(problem);
  const isCutOff = (chunk?.type === 'IDAT' || chunk?.type === 'fdAT') && chunk.dataAt < file.size;
  if (isCutOff) {
    if (await holdsMore(walk, chunk)) return yield hopeless(problem);
    yield keep(at, file.size);
  }
  yield isCutOff || pixels.length > 0 ? broken(problem) : hopeless(problem);
}

/** An upper-case first letter says that the picture cannot be drawn without the chunk (section 5.4). */
function isCritical({ type }: Chunk): boolean {
  return /^[A-Z]/.test(type);
}

function unknown(chunk: Chunk, walk: Walk): Step[] {
  return isCritical(chunk) ? [hopeless(say('unknown_part', chunk.type))] : [dropped(chunk, walk)];
}

function dropped({ type, start, dataAt, dataEnd, end }: Chunk, { window }: Walk): Part {
  const read = (bytes: number) => window.copy(dataAt, Math.min(dataAt + bytes, dataEnd));
  return drop(start, end, () => chunkFindings(type, dataEnd - dataAt, read));
}

function keepOfLength(least: number, most: number): Decide {
  return async (chunk, walk) => {
    const length = chunk.dataEnd - chunk.dataAt;
    if (length < least || length > most) return unknown(chunk, walk);
    if (await isSumRight(walk.window, chunk)) return [keep(chunk.start, chunk.end)];
    // Decoders pass over one that they can do without.
    return isCritical(chunk) ? [keep(chunk.start, chunk.end), broken(WRONG_SUM)] : [dropped(chunk, walk)];
  };
}

async function header(chunk: Chunk, walk: Walk): Promise<Step[]> {
  if (walk.seen.has('IHDR')) return [hopeless(say('two_pictures'))];
  const steps = await keepOfLength(HEADER_LENGTH, HEADER_LENGTH)(chunk, walk);
  if (chunk.dataEnd - chunk.dataAt !== HEADER_LENGTH) return steps;
  walk.header = headerOf(await walk.window.copy(chunk.dataAt, chunk.dataEnd));
  const { width, height } = walk.header;
  return isAbsurdlyLarge(width, height) ? [...steps, oversize(width, height)] : steps;
}

/** A frame can be smaller than the picture (section 11.3.5.2). */
async function frame(chunk: Chunk, walk: Walk): Promise<Step[]> {
  const steps = await keepOfLength(FRAME_LENGTH, FRAME_LENGTH)(chunk, walk);
  if (chunk.dataEnd - chunk.dataAt !== FRAME_LENGTH) return steps;
  const data = view(await walk.window.copy(chunk.dataAt, chunk.dataEnd));
  walk.frameAt = walk.pixels.length;
  walk.header = { ...walk.header, width: data.getUint32(SEQUENCE), height: data.getUint32(SEQUENCE + 4) };
  return steps;
}

/** Only of small files, which are read whole, the checksum of the pixels is looked at. */
async function pixels(chunk: Chunk, walk: Walk): Promise<Step[]> {
  const isSmall = walk.file.size <= SMALL_FILE;
  if (isSmall && !(await isSumRight(walk.window, chunk))) return [hopeless(WRONG_SUM)];
  walk.pixels.push(chunk);
  return [keep(chunk.start, chunk.end)];
}

function end({ start, end }: Chunk): Step[] {
  return [rewrite(start, end, () => makeChunk('IEND', new Uint8Array(0)))];
}

async function profileOnly(chunk: Chunk, walk: Walk): Promise<Step[]> {
  const { start, end, dataAt, dataEnd } = chunk;
  const unwanted = walk.options.keepColourProfile === false;
  if (!(await isUsable(chunk, walk))) return [drop(start, end, () => profileFindings())];
  const findings = async () => profileFindings(await profileIn(await walk.window.copy(dataAt, dataEnd)));
  if (unwanted) return [drop(start, end, findings)];
  const fresh = async () => {
    const data = await cleanProfile(await walk.window.copy(dataAt, dataEnd));
    return data ? makeChunk('iCCP', data) : new Uint8Array(0);
  };
  return [rewrite(start, end, fresh, findings)];
}

async function orientationOnly(chunk: Chunk, walk: Walk): Promise<Step[]> {
  if (!(await isUsable(chunk, walk))) return [dropped(chunk, walk)];
  const kept = keptExif(await walk.window.copy(chunk.dataAt, chunk.dataEnd), walk.options);
  const part = dropped(chunk, walk);
  if (!kept) return [part];
  const findings = async () => withoutKept((await part.findings?.()) ?? [], exifFindings(kept));
  return [{ ...part, findings, replace: () => makeChunk('eXIf', kept) }];
}

async function credit(chunk: Chunk, walk: Walk): Promise<Step[]> {
  const { type, dataAt, dataEnd } = chunk;
  const part = dropped(chunk, walk);
  const isWanted = walk.options.keepCopyright === true && dataEnd - dataAt <= LONGEST_TEXT;
  if (!isWanted || !(await isSumRight(walk.window, chunk))) return [part];
  const data = await walk.window.copy(dataAt, dataEnd);
  const kept = isXmpText(data) && walk.hasXmp ? null : await creditText(type, data);
  if (!kept) return [part];
  walk.hasXmp ||= isXmpText(data);
  const told = async () => chunkFindings(kept.type, kept.data.length, async () => kept.data);
  const findings = async () => withoutKept((await part.findings?.()) ?? [], told());
  return [{ ...part, findings, replace: () => makeChunk(kept.type, kept.data) }];
}

/** The first of its type and with a right checksum: decoders pass over the others. */
async function isUsable(chunk: Chunk, { seen, window }: Walk): Promise<boolean> {
  return (
    !seen.has(chunk.type) && chunk.end - chunk.start <= LARGEST_BLOCK && (await isSumRight(window, chunk))
  );
}
