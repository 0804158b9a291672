// BMP (Microsoft, "Bitmap Storage": BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER, BITMAPV4HEADER, BITMAPV5HEADER)

import { type Bytes, guessText, hasText, view } from '../bytes.ts';
import {
  blank,
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
  unfit,
} from '../container.ts';
import { blankProfileIdentity } from '../icc.ts';
import { profileFindings } from '../icc-findings.ts';
import { isAbsurdlyLarge, oversize } from '../limits.ts';
import { BAD_LENGTHS } from '../misfit.ts';
import { say } from '../sentences.ts';
import { isSwallowed } from '../swallowed.ts';
import { trailingFindings } from '../trailer.ts';
import type { Finding, StripOptions } from '../types.ts';
import { Window } from '../window.ts';
import { size, words } from '../words.ts';
import {
  AT,
  cleanColours,
  cleanHeader,
  FILE_HEADER,
  HEADERS,
  type Layout,
  readLayout,
  SPACE,
  V5,
} from './header.ts';

/*
 * What happens to each part, all in its old place:
 * - headers: kept, with the true size of the file and reserved fields empty
 * - masks and colours, pixels: kept, but for the bytes between the colours
 * - embedded colour profile: kept, its names and dates blanked
 * - path of a linked colour profile: goes, for no browser follows it
 * - what lies between these becomes zeros, and what stands behind them goes
 */

const SHARED = say('shared_bytes');
const FIRST_READ = 2048;
const LARGEST_PROFILE = 16_777_216;
const LONGEST_PATH = 1024;
/** Some programs fill the file up to a multiple of four bytes. */
const PADDING = 3;

export const bmp: Container = {
  format: 'bmp',
  recognize: (head) =>
    hasText(head, 'BM') && head.length >= 26 && HEADERS.includes(view(head).getUint32(AT.header, true)),
  walk,
};

/** Reads the headers, and pixels only when they are run-length coded. */
async function* walk(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  const window = new Window(file, FIRST_READ);
  const length = FILE_HEADER + view(await window.copy(0, FILE_HEADER + 4)).getUint32(AT.header, true);
  const header = await window.copy(0, length);
  const layout = header.length === length ? await readLayout(window, header) : null;
  if (!layout) return yield header.length < length ? hopeless(TRUNCATED) : unfit(say('a_rare_bmp'));
  const { pixelsAt, pixelsEnd, width, height } = layout;
  if (pixelsAt < length) return yield hopeless(BAD_LENGTHS);
  if (pixelsAt >= file.size) return yield hopeless(TRUNCATED);
  if (pixelsEnd === null || pixelsEnd > file.size) yield await cutOff(file, header, layout);
  if (isAbsurdlyLarge(width, height)) yield oversize(width, height);
  if (hasSpace(header, SPACE.embedded) && profileEnd(header) > file.size) yield broken(TRUNCATED);
  if (await isOverlaid(file, header, layout)) yield hopeless(SHARED);
  yield* parts(window, file, header, layout, await profilePart(window, header, options));
}

/**
 * The file has fewer pixels than its header says. It is cut off when the header knows of as many bytes; else there is no telling what passes
 * for pixels. Run-length coded ones may lack their end and be whole.
 */
async function cutOff(file: Blob, header: Bytes, { pixelsAt, pixelsEnd }: Layout): Promise<Problem> {
  if (pixelsEnd === null)
    return (await isSwallowed(file, pixelsAt, file.size)) ? hopeless(TRUNCATED) : broken(TRUNCATED);
  const isLonger = view(header).getUint32(AT.fileSize, true) >= pixelsEnd;
  return isLonger ? broken(TRUNCATED) : hopeless(BAD_LENGTHS);
}

/** Does the picture lie over the profile, or over words that stand behind where the header says that it ends? No sane file is like that. */
async function isOverlaid(file: Blob, header: Bytes, { pixelsAt, pixelsEnd }: Layout): Promise<boolean> {
  const { at, length } = profileRange(header);
  const end = Math.min(pixelsEnd ?? file.size, file.size);
  const hasProfile = hasSpace(header, SPACE.embedded) || hasSpace(header, SPACE.linked);
  if (hasProfile && at < end && at + length > pixelsAt) return true;
  const said = view(header).getUint32(AT.fileSize, true);
  return said > pixelsAt && said < end && isSwallowed(file, said, end);
}

async function* parts(
  window: Window,
  file: Blob,
  header: Bytes,
  layout: Layout,
  profile: Part | null,
): AsyncGenerator<Step> {
  const { coloursAt, headerEnd, pixelsAt, pixelsEnd } = layout;
  const pixels = keep(pixelsAt, Math.min(pixelsEnd ?? file.size, file.size));
  const needed = [pixels, ...(profile ? [profile] : [])].toSorted((a, b) => a.start - b.start);
  const end = await paddedEnd(window, Math.max(...needed.map((part) => part.end)));
  const fresh = cleanHeader(header, profile !== null, end);
  yield rewrite(
    0,
    header.length,
    () => fresh,
    () => headerFindings(window, header, profile !== null),
  );
  yield keep(header.length, coloursAt);
  const colours = cleanColours(await window.copy(coloursAt, headerEnd));
  yield rewrite(
    coloursAt,
    headerEnd,
    () => colours,
    () => [{ kind: 'other', where: say('at_unused'), value: size((headerEnd - coloursAt) / 4) }],
  );
  let at = headerEnd;
  for (const part of needed) {
    if (part.start < at) return yield hopeless(BAD_LENGTHS);
    yield gap(at, part.start);
    yield part;
    at = part.end;
  }
  yield keep(at, end);
  if (end < file.size) yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

function gap(start: number, end: number): Part {
  return blank(start, end, () => [{ kind: 'other', where: say('at_unused'), value: size(end - start) }]);
}

async function paddedEnd(window: Window, end: number): Promise<number> {
  const rest = window.size - end;
  if (rest > PADDING) return end;
  return (await window.copy(end, window.size)).every((byte) => byte === 0) ? window.size : end;
}

/** Older headers are shorter, and say nothing of a profile. */
function profileRange(header: Bytes): { at: number; length: number } {
  if (header.length < FILE_HEADER + V5) return { at: 0, length: 0 };
  const data = view(header);
  return { at: FILE_HEADER + data.getUint32(AT.profile, true), length: data.getUint32(AT.profileSize, true) };
}

function profileEnd(header: Bytes): number {
  const { at, length } = profileRange(header);
  return at + length;
}

function hasSpace(header: Bytes, space: string): boolean {
  return header.length === FILE_HEADER + V5 && hasText(header, space, AT.space);
}

/** Null when there is no usable profile, or none is wanted. */
async function profilePart(window: Window, header: Bytes, options: StripOptions): Promise<Part | null> {
  if (options.keepColourProfile === false || !hasSpace(header, SPACE.embedded)) return null;
  const { at, length } = profileRange(header);
  if (length > LARGEST_PROFILE || profileEnd(header) > window.size) return null;
  const old = await window.copy(at, at + length);
  const profile = blankProfileIdentity(old);
  const fresh = () => profile ?? old;
  return profile && rewrite(at, at + length, fresh, () => profileFindings(old));
}

async function headerFindings(window: Window, header: Bytes, hasProfile: boolean): Promise<Finding[]> {
  const isDropped = hasSpace(header, SPACE.embedded) && !hasProfile;
  if (!isDropped && !hasSpace(header, SPACE.linked)) return [];
  const { at, length } = profileRange(header);
  if (isDropped) return profileFindings(await window.copy(at, at + Math.min(length, LARGEST_PROFILE)));
  const path = await window.copy(at, at + Math.min(length, LONGEST_PATH));
  return [{ kind: 'path', where: 'BMP linked profile', value: words(guessText(path).replaceAll('\0', '')) }];
}
