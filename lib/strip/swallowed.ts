import { latin1, readBytes } from './bytes.ts';

const STEP = 1 << 20;
const OVERLAP = 64;

/** Coded pixels hold a run of this many characters once in 20 terabytes, and what looks like the head of a movie once in a terabyte. */
const RUN = 32;
const MOVIE = /ftyp[A-Za-z\d ]{4}/;
/** At its end, where most of what does not belong there stands, a run of this many letters, or the end of what phones add, once in 30,000 pictures. */
const WORDS = /[A-Za-z ]{12}|SEFT|AXS!/;
const TAIL = 4096;
/** Coded pixels end in a run of these once in some thousand pictures: enough where it is known that something is wrong. */
const LAST_WORDS = /[A-Za-z ]{8}|[ -~]{16}|(?:[A-Za-z ]\0){5}/;
const LAST = 64;
/** What metadata and trailing data start with, in every format: long enough that of 100,000 pictures of 10 MB two have one by chance. */
const STARTS = [
  'Exif\0\0',
  'JFIF\0',
  'ICC_PROFILE',
  'Photoshop',
  'http:',
  '<x:xmpmeta',
  '<x:xapmeta',
  'PK\x03\x04\x0a\0',
  'PK\x03\x04\x14\0',
  'PK\x03\x04\x2d\0',
  'cbipcbbl',
];

/**
 * When the lengths of a file do not add up or it ends too soon, what passes for coded pixels can have swallowed its neighbours. Tells
 * whether the range holds text, the start of metadata, or one of `names` of the format's own. It reads the range whole.
 */
export async function isSwallowed(
  file: Blob,
  start: number,
  end: number,
  names: readonly string[] = [],
): Promise<boolean> {
  const decoder = new TextDecoder('latin1');
  const words = [...STARTS, ...names];
  if (WORDS.test(decoder.decode(await readBytes(file, Math.max(start, end - TAIL), end)))) return true;
  for (let at = start; at < end; at += STEP) {
    const bytes = await readBytes(file, at, Math.min(at + STEP + OVERLAP, end));
    if (holdsText(bytes)) return true;
    const text = decoder.decode(bytes);
    if (MOVIE.test(text) || words.some((word) => text.includes(word))) return true;
  }
  return false;
}

/** Is there a run of characters of text? Looks at every 32nd byte only, for no run can pass between two of these. */
export function holdsText(bytes: Uint8Array): boolean {
  for (let at = RUN - 1; at < bytes.length; at += RUN) {
    if (!isText(bytes[at])) continue;
    let start = at;
    while (at - start < RUN && isText(bytes[start - 1])) start--;
    while (at + 1 - start < RUN && isText(bytes[at + 1])) at++;
    if (at + 1 - start >= RUN) return true;
  }
  return false;
}

function isText(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13);
}

/** The same for coded pixels that have a wrong length for sure: a few letters at their end are enough. */
export async function isSwallowedForSure(
  file: Blob,
  start: number,
  end: number,
  names: readonly string[] = [],
): Promise<boolean> {
  const last = await readBytes(file, Math.max(start, end - LAST), end);
  return LAST_WORDS.test(latin1(last)) || isSwallowed(file, start, end, names);
}

/** The same for any of several ranges. */
export async function hasSwallowed(
  file: Blob,
  ranges: readonly (readonly [start: number, end: number])[],
  names: readonly string[],
): Promise<boolean> {
  for (const [start, end] of ranges) if (await isSwallowedForSure(file, start, end, names)) return true;
  return false;
}
