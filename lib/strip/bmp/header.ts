import { fromLatin1, hasText, view } from '../bytes.ts';
import type { Window } from '../window.ts';
import { runsEnd } from './rle.ts';

export const FILE_HEADER = 14;
/** Lengths of the header that follows: OS/2, Windows, and what Adobe and Microsoft made longer. */
export const HEADERS = [12, 40, 52, 56, 108, 124];
const CORE = 12;
const INFO = 40;
export const V5 = 124;
const COLOUR = 4;
const COMPRESSION = { none: 0, rle8: 1, rle4: 2, masks: 3, masksAndAlpha: 6 };
const DEPTHS = [1, 2, 4, 8, 16, 24, 32];
/** Places of fields, from the start of the file. */
export const AT = {
  ...{ fileSize: 2, reserved: 6, pixels: 10, header: 14, width: 18, height: 22, depth: 28, compression: 30 },
  ...{ colours: 46, space: 70, profile: 126, profileSize: 130, lastReserved: 134 },
} as const;
/** Colour spaces of the fifth version, as they stand in the file. */
export const SPACE = { sRgb: 'BGRs', linked: 'KNIL', embedded: 'DEBM' } as const;

export type Layout = {
  width: number;
  height: number;
  /** Where the colours start that pixels have numbers of, and where masks and colours end. */
  coloursAt: number;
  headerEnd: number;
  pixelsAt: number;
  /** Null when the file ends before the pixels do. */
  pixelsEnd: number | null;
};

/** Where the parts of a file are, by its headers; null when its pixels are of a kind that is not known. */
export async function readLayout(window: Window, head: Uint8Array): Promise<Layout | null> {
  const data = view(head);
  const length = data.getUint32(AT.header, true);
  const isCore = length === CORE;
  const width = isCore ? data.getUint16(18, true) : data.getInt32(AT.width, true);
  const height = isCore ? data.getUint16(20, true) : Math.abs(data.getInt32(AT.height, true));
  const depth = data.getUint16(isCore ? 24 : AT.depth, true);
  const compression = isCore ? COMPRESSION.none : data.getUint32(AT.compression, true);
  const pixelsAt = data.getUint32(AT.pixels, true);
  if (width <= 0 || height === 0 || !DEPTHS.includes(depth)) return null;
  const masks = length === INFO ? ({ 3: 12, 6: 16 }[compression] ?? 0) : 0;
  const used = isCore ? 0 : data.getUint32(AT.colours, true);
  const colours = depth > 8 ? 0 : Math.min(used || 2 ** depth, 2 ** depth);
  const headerEnd = Math.min(FILE_HEADER + length + masks + colours * (isCore ? 3 : 4), pixelsAt);
  const coloursAt = isCore ? headerEnd : Math.min(FILE_HEADER + length + masks, headerEnd);
  const layout = { width, height, coloursAt, headerEnd, pixelsAt };
  const { rle8, rle4 } = COMPRESSION;
  if (compression === rle8 || compression === rle4)
    return { ...layout, pixelsEnd: await runsEnd(window, pixelsAt, compression === rle8 ? 1 : 2) };
  if (!Object.values(COMPRESSION).includes(compression)) return null;
  return { ...layout, pixelsEnd: pixelsAt + 4 * Math.ceil((width * depth) / 32) * height };
}

/** Colours of four bytes, the last of which nobody reads: zeros there, unless it is the same for all. */
export function cleanColours(colours: Uint8Array): Uint8Array<ArrayBuffer> {
  const fresh = new Uint8Array(colours);
  const isReserved = (i: number) => i % COLOUR === COLOUR - 1;
  if (!fresh.some((byte, i) => isReserved(i) && byte !== fresh[COLOUR - 1])) return fresh;
  return fresh.map((byte, i) => (isReserved(i) ? 0 : byte));
}

/** The headers with true size, empty reserved fields and no profile but one that is kept. `end`: length of the new file. */
export function cleanHeader(header: Uint8Array, hasProfile: boolean, end: number): Uint8Array<ArrayBuffer> {
  const fresh = new Uint8Array(header);
  const data = view(fresh);
  data.setUint32(AT.fileSize, end, true);
  data.setUint32(AT.reserved, 0, true);
  if (data.getUint32(AT.header, true) !== V5) return fresh;
  data.setUint32(AT.lastReserved, 0, true);
  if (hasProfile) return fresh;
  data.setUint32(AT.profile, 0, true);
  data.setUint32(AT.profileSize, 0, true);
  const isProfiled = hasText(fresh, SPACE.linked, AT.space) || hasText(fresh, SPACE.embedded, AT.space);
  if (isProfiled) fresh.set(fromLatin1(SPACE.sRgb), AT.space);
  return fresh;
}
