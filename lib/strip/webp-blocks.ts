// What becomes of the profile, the Exif and the XMP of a WebP (RFC 9649, section 2.7.1)

import { type Bytes, concat, fromLatin1, hasText } from './bytes.ts';
import { type Part, rewrite, type Step } from './container.ts';
import { withoutKept } from './credit/findings.ts';
import { keptXmp } from './credit/xmp.ts';
import { EXIF_PREFIX, exifFindings } from './exif.ts';
import { keptExif } from './exif-block.ts';
import { blankProfileIdentity } from './icc.ts';
import { profileFindings } from './icc-findings.ts';
import { type Chunk, makeChunk } from './riff.ts';
import type { Finding, StripOptions } from './types.ts';
import { chunkFindings } from './webp-findings.ts';
import type { Window } from './window.ts';
import { xmpFindings } from './xmp.ts';

/** What has been seen of a file so far. */
export type Walk = {
  file: Blob;
  window: Window;
  options: StripOptions;
  /** Where the file ends by its own word, or does in fact when that is sooner. */
  end: number;
  /** Bytes that the clean file has fewer than this one, before `end`. */
  removed: number;
  seen: Set<string>;
  /** The chunk before. */
  last: string;
  /** The chunks with pixels, in and out of frames. */
  pictures: Chunk[];
  /** Flags of VP8X (section 2.7.1): as they are, and as they will be. */
  flags: number;
  newFlags: number;
};
/** What becomes of a chunk. */
export type Decide = (chunk: Chunk, walk: Walk) => AsyncGenerator<Step>;

/** Flags of VP8X (section 2.7.1). */
export const FLAG = { profile: 0x20, exif: 0x08, xmp: 0x04 } as const;
/** Larger blocks of Exif or colour are not read: no camera or editor writes them. */
const LARGEST_BLOCK = 16_777_216;
const NOTHING: Bytes = new Uint8Array(0);

/** Takes a chunk out. */
export function dropped(chunk: Chunk, walk: Walk): Part {
  return replaced(chunk, walk, NOTHING, findingsIn(chunk, walk));
}

/** Puts `fresh` in the place of a chunk. */
function replaced({ start, end }: Chunk, walk: Walk, fresh: Bytes, findings: Part['findings']): Part {
  const until = Math.min(end, walk.end);
  walk.removed += until - start - fresh.length;
  return rewrite(start, until, () => fresh, findings);
}

function findingsIn({ name, dataAt, dataEnd }: Chunk, { window }: Walk): () => Promise<Finding[]> {
  const read = (bytes: number) => window.copy(dataAt, Math.min(dataAt + bytes, dataEnd));
  return () => chunkFindings(name, dataEnd - dataAt, read);
}

/** The profile without the names and dates in it. */
export async function* profileOnly(chunk: Chunk, walk: Walk): AsyncGenerator<Step> {
  const isUseful = isUsable(chunk, walk);
  const old = isUseful ? await walk.window.copy(chunk.dataAt, chunk.dataEnd) : NOTHING;
  const isWanted = isUseful && walk.options.keepColourProfile !== false;
  const profile = isWanted ? blankProfileIdentity(old) : null;
  if (!profile) walk.newFlags &= ~FLAG.profile;
  const fresh = profile ? makeChunk('ICCP', profile) : NOTHING;
  yield replaced(chunk, walk, fresh, () => profileFindings(old));
}

/**
 * Chromium 156 and Firefox 153 do not turn a WebP by it, other readers do, so it stays for them. With or without the prefix that JPEG has,
 * as it came: readers that know only one of them go on seeing what they saw.
 */
export async function* orientationOnly(chunk: Chunk, walk: Walk): AsyncGenerator<Step> {
  const isRead = (walk.flags & FLAG.exif) !== 0 && isUsable(chunk, walk);
  const data = isRead ? await walk.window.copy(chunk.dataAt, chunk.dataEnd) : NOTHING;
  const prefix = hasText(data, EXIF_PREFIX) ? EXIF_PREFIX : '';
  const kept = keptExif(data.subarray(prefix.length), walk.options);
  if (!kept) return yield dropped(chunk, walk);
  walk.newFlags |= FLAG.exif;
  const fresh = makeChunk('EXIF', concat([fromLatin1(prefix), kept]));
  const findings = findingsIn(chunk, walk);
  yield replaced(chunk, walk, fresh, () => withoutKept(findings(), exifFindings(kept)));
}

/** Author and copyright, for those who keep them. */
export async function* creditOnly(chunk: Chunk, walk: Walk): AsyncGenerator<Step> {
  const { options, flags } = walk;
  const isRead = options.keepCopyright === true && (flags & FLAG.xmp) !== 0 && isUsable(chunk, walk);
  const kept = isRead ? keptXmp(await walk.window.copy(chunk.dataAt, chunk.dataEnd)) : null;
  if (!kept) return yield dropped(chunk, walk);
  walk.newFlags |= FLAG.xmp;
  const findings = findingsIn(chunk, walk);
  yield replaced(chunk, walk, makeChunk('XMP ', kept), () => withoutKept(findings(), xmpFindings(kept)));
}

/** The first of its name: readers pass over the others. */
function isUsable({ name, start, end }: Chunk, { seen }: Walk): boolean {
  return !seen.has(name) && end - start <= LARGEST_BLOCK;
}
