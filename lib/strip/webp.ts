// WebP (RFC 9649, section 2 "WebP Container Specification")

import { concat, fromLatin1, hasText, view } from './bytes.ts';
import { broken, type Container, drop, hopeless, keep, rewrite, type Step, TRUNCATED } from './container.ts';
import { isAbsurdlyLarge, oversize } from './limits.ts';
import { type Chunk, chunkHeader, HEADER, makeChunk, readChunk } from './riff.ts';
import { say } from './sentences.ts';
import { hasSwallowed } from './swallowed.ts';
import { trailingFindings } from './trailer.ts';
import type { StripOptions } from './types.ts';
import {
  creditOnly,
  type Decide,
  dropped,
  FLAG,
  orientationOnly,
  profileOnly,
  type Walk,
} from './webp-blocks.ts';
import { Window } from './window.ts';

/** What happens to each chunk. One that is not here is dropped: it is not needed to draw the picture. */
const CHUNKS: Record<string, Decide> = {
  VP8X: extendedHeader,
  'VP8 ': pixels,
  VP8L: pixels,
  ALPH: pixels,
  ANIM: keepOfLength(6),
  ANMF: frame,
  ICCP: profileOnly, // colours stay; names and dates go
  EXIF: orientationOnly, // some readers turn the picture by it
  'XMP ': creditOnly, // author and copyright, for those who keep them
};
const IN_FRAME = ['ALPH', 'VP8 ', 'VP8L'];

/** Chunks that no reader needs and whose lengths writers get wrong. */
const METADATA = ['EXIF', 'XMP ', 'XMP\0'];
const PROMISED = [
  [FLAG.profile, 'ICCP'],
  [FLAG.exif, 'EXIF'],
  [FLAG.xmp, 'XMP '],
] as const;
/** Chunks whose names in the midst of pixel data mean that its length is wrong. */
const NEIGHBOURS = ['ANMF', 'ICCP', ...METADATA];
const RIFF_HEADER = 12;
const FRAME_HEADER = 16;
const VP8X_LENGTH = 10;
const HEADERS_ONLY = 64;
const BAD_LENGTHS = say('bad_lengths');

export const webp: Container = {
  format: 'webp',
  recognize: (head) => hasText(head, 'RIFF') && hasText(head, 'WEBP', 8),
  walk,
};

/** Walks the chunk headers; pixels are not read. */
async function* walk(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  const window = new Window(file, HEADERS_ONLY);
  const declared = view(await window.copy(0, RIFF_HEADER)).getUint32(4, true) + HEADER;
  const end = Math.min(declared, file.size);
  const state: Walk = {
    file,
    window,
    options,
    end,
    removed: 0,
    seen: new Set(),
    last: '',
    pictures: [],
    flags: 0,
    newFlags: 0,
  };
  yield rewrite(0, RIFF_HEADER, () =>
    concat([chunkHeader('RIFF', declared - HEADER - state.removed), fromLatin1('WEBP')]),
  );
  let at = RIFF_HEADER;
  while (at < end) {
    const chunk = await readChunk(window, at);
    if (!chunk || chunk.dataEnd > end) {
      yield* await cutShort(state, chunk, at, declared);
      break;
    }
    yield* (CHUNKS[chunk.name] ?? unknown)(chunk, state);
    state.seen.add(chunk.name);
    state.last = chunk.name;
    at = Math.min(chunk.end, end);
  }
  if (state.pictures.length === 0) yield hopeless(say('no_picture'));
  if (isMissing(state) && (await haveSwallowed(state))) yield hopeless(BAD_LENGTHS);
  if (declared > file.size) yield broken(TRUNCATED);
  if (end < file.size) yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

/**
 * A chunk overruns the end, or none can start here. When the length of metadata is wrong the picture is still whole; else a length of the
 * picture itself is, and there is no telling what has become part of it.
 */
async function cutShort(walk: Walk, chunk: Chunk | null, at: number, declared: number): Promise<Step[]> {
  const isOfMetadata = METADATA.includes(chunk?.name ?? '') || METADATA.includes(walk.last);
  const isPictureWhole = isOfMetadata && !(await haveSwallowed(walk));
  if (!isPictureWhole) return [hopeless(declared > walk.file.size ? TRUNCATED : BAD_LENGTHS)];
  walk.removed += declared - at;
  return [broken(BAD_LENGTHS)];
}

/** Is there not a chunk that the header promises? A picture that is too long can have taken it in. */
function isMissing({ flags, seen }: Walk): boolean {
  return PROMISED.some(([flag, name]) => (flags & flag) !== 0 && !seen.has(name));
}

function haveSwallowed({ file, pictures }: Walk): Promise<boolean> {
  return hasSwallowed(
    file,
    pictures.map(({ dataAt, dataEnd }) => [dataAt, dataEnd]),
    NEIGHBOURS,
  );
}

async function* unknown(chunk: Chunk, walk: Walk): AsyncGenerator<Step> {
  yield dropped(chunk, walk);
}

/** Copied but for two flags: rebuilding it from the other chunks makes files that do not decode. */
async function* extendedHeader(chunk: Chunk, walk: Walk): AsyncGenerator<Step> {
  const data = await walk.window.copy(chunk.dataAt, Math.min(chunk.dataEnd, chunk.dataAt + VP8X_LENGTH));
  if (data.length < VP8X_LENGTH || walk.seen.has('VP8X')) return yield hopeless(BAD_LENGTHS);
  walk.flags = data[0] ?? 0;
  walk.newFlags = walk.flags & ~(FLAG.exif | FLAG.xmp);
  walk.removed += chunk.end - chunk.start - HEADER - VP8X_LENGTH;
  const fresh = () => makeChunk('VP8X', data.with(0, walk.newFlags));
  yield rewrite(chunk.start, chunk.end, fresh);
  const [width, height] = [1 + uint24(data, 4), 1 + uint24(data, 7)];
  if (isAbsurdlyLarge(width, height)) yield oversize(width, height);
}

function uint24(data: Uint8Array, at: number): number {
  return view(data).getUint16(at, true) + ((data[at + 2] ?? 0) << 16);
}

async function* pixels(chunk: Chunk, walk: Walk): AsyncGenerator<Step> {
  walk.pictures.push(chunk);
  yield keep(chunk.start, Math.min(chunk.end, walk.end));
}

function keepOfLength(length: number): Decide {
  return async function* (chunk, walk) {
    if (chunk.dataEnd - chunk.dataAt === length) yield keep(chunk.start, chunk.end);
    else yield dropped(chunk, walk);
  };
}

/** One picture of an animation, a little RIFF of its own (section 2.7.1.1): what else is in it goes, and its length is set anew. */
async function* frame(chunk: Chunk, walk: Walk): AsyncGenerator<Step> {
  const dataAt = chunk.dataAt + FRAME_HEADER;
  if (dataAt > chunk.dataEnd) return yield hopeless(BAD_LENGTHS);
  const before = walk.removed;
  let length = chunk.dataEnd - chunk.dataAt;
  yield rewrite(chunk.start, chunk.dataAt, () => chunkHeader('ANMF', length));
  yield keep(chunk.dataAt, dataAt);
  let at = dataAt;
  while (at < chunk.dataEnd) {
    const inner = await readChunk(walk.window, at);
    if (!inner || inner.dataEnd > chunk.dataEnd) return yield hopeless(BAD_LENGTHS);
    if (IN_FRAME.includes(inner.name)) yield* pixels(inner, walk);
    else yield dropped(inner, walk);
    at = Math.min(inner.end, walk.end);
  }
  length -= walk.removed - before;
}
