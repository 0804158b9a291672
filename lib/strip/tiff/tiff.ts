// TIFF (Adobe, "TIFF Revision 6.0" and Technical Notes 1 and 2) and BigTIFF

import { type Bytes, concat, hasText, readBytes } from '../bytes.ts';
import {
  broken,
  type Container,
  hopeless,
  type Step,
  type StripInner,
  TRUNCATED,
  unfit,
} from '../container.ts';
import { withoutKept } from '../credit/findings.ts';
import { isAbsurdlyLarge, oversize } from '../limits.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { type Said, say } from '../sentences.ts';
import type { Finding, StripOptions } from '../types.ts';
import { type Directories, entryOf, numberOf, readDirectories } from './directories.ts';
import { type Budget, goneFindings } from './findings.ts';
import { isKept, writePage } from './page.ts';
import { Plan } from './plan.ts';
import { rawPhoto } from './raw.ts';
import { type Directory, type Entry, Reader } from './reader.ts';
import { readSegments, type Segments } from './segments.ts';
import { COMPRESSIONS, EMBEDDED, TAG } from './tags.ts';

/** Byte order and version: TIFF, BigTIFF, and raw photos that are built alike. */
const HEADERS = ['II*\0', 'MM\0*', 'II+\0\x08\0', 'MM\0+\0\x08', 'IIRO', 'IIRS', 'MMOR', 'IIU\0'];
/** Pixels that are JPEG are read whole; no scanner writes larger pieces. */
const LARGEST_SEGMENT = 268_435_456;
/** Bytes of values that are read to be told. */
const MOST_TOLD = 4_194_304;
const REDUCED = 1;
const OLD_REDUCED = 2;

export const tiff: Container = {
  format: 'tiff',
  recognize: (head) => HEADERS.some((header) => hasText(head, header)),
  walk,
};

type Walk = {
  file: Blob;
  reader: Reader;
  plan: Plan;
  options: StripOptions;
  inner: StripInner;
  directories: Directories;
  budget: Budget;
  /** What the lines tell that stay on request. */
  told: Finding[];
};

/** Reads the directories; of the pixels only those that are JPEG or WebP. */
async function* walk(file: Blob, options: StripOptions, inner: StripInner): AsyncGenerator<Step> {
  try {
    const reader = await Reader.open(file);
    const directories = await readDirectories(reader);
    const raw = await rawPhoto(reader, directories);
    if (raw) return yield unfit(raw);
    if (directories.pages.length === 0) return yield hopeless(say('no_picture'));
    const state: Walk = {
      file,
      reader,
      plan: new Plan(file),
      options,
      inner,
      directories,
      budget: { left: MOST_TOLD },
      told: [],
    };
    yield* pictures(state);
    if (directories.isChainBroken) yield broken(BAD_LENGTHS);
    if (state.plan.claims.truncated) yield broken(TRUNCATED);
    yield* state.plan.parts();
  } catch (error) {
    if (!(error instanceof Misfit || error instanceof RangeError)) throw error;
    yield hopeless(error instanceof Misfit ? error.problem : BAD_LENGTHS);
  }
}

/** Every picture of the chain; small versions of another one go. */
async function* pictures(walk: Walk): AsyncGenerator<Step> {
  const { reader, plan, directories } = walk;
  plan.claims.add(0, reader.header);
  const kept: Directory[] = [];
  const small = new Map<Directory, Directory[]>();
  for (const page of directories.pages) {
    const last = kept.at(-1);
    if (last && (await isSmall(reader, page))) small.get(last)?.push(page);
    else {
      kept.push(page);
      small.set(page, []);
    }
  }
  for (const [i, page] of kept.entries()) {
    yield* await picture(walk, page, kept[i + 1]?.at ?? 0, small.get(page) ?? []);
  }
  for (const directory of [...directories.inner, ...directories.exif, ...directories.gps])
    forget(walk, directory);
}

async function isSmall(reader: Reader, page: Directory): Promise<boolean> {
  const isReduced = ((await numberOf(reader, page, TAG.subfile, 0)) & REDUCED) !== 0;
  const hasPixels = entryOf(page, TAG.stripOffsets) || entryOf(page, TAG.tileOffsets);
  return isReduced || !hasPixels || (await numberOf(reader, page, TAG.oldSubfile, 0)) === OLD_REDUCED;
}

async function picture(walk: Walk, page: Directory, next: number, small: Directory[]): Promise<Step[]> {
  const { reader, plan, options } = walk;
  const compression = await numberOf(reader, page, TAG.compression, 1);
  const isEmbedded = EMBEDDED.includes(compression);
  if (!isEmbedded && !COMPRESSIONS.includes(compression)) return [unfit(say('a_tiff_packing', compression))];
  const segments = await readSegments(reader, page);
  const [width, height] = [
    await numberOf(reader, page, TAG.width, 0),
    await numberOf(reader, page, TAG.height, 0),
  ];
  const steps: Step[] = isAbsurdlyLarge(width, height) ? [oversize(width, height)] : [];
  if (segments.areMissing) steps.push(broken(say('part_missing')));
  await writePage(page, segments, next, walk, () => pageFindings(walk, page, small));
  for (const entry of page.entries) if (!isKept(entry, options)) forbid(plan, entry);
  for (const directory of small) forget(walk, directory);
  if (isEmbedded) return [...steps, ...(await cleanSegments(walk, segments))];
  for (const { start, end } of segments.ranges) plan.claims.add(start, end - start);
  return steps;
}

/** Strips and tiles that are whole JPEG or WebP files: cleaned each for itself, and filled up with zeros behind their end. */
async function cleanSegments({ file, plan, inner }: Walk, { ranges }: Segments): Promise<Step[]> {
  const problems = new Set<Said>();
  for (const { start, end } of ranges) {
    if (end - start > LARGEST_SEGMENT || start >= file.size) throw new Misfit(BAD_LENGTHS);
    if (end > file.size) plan.claims.truncated = true;
    const until = Math.min(end, file.size);
    const {
      status,
      usable,
      file: clean,
      findings,
      problems: found,
    } = await inner(new File([file.slice(start, until)], ''));
    if (!usable) throw new Misfit(found[0] ?? BAD_LENGTHS);
    for (const problem of found) problems.add(problem);
    if (status === 'clean') plan.claims.add(start, until - start);
    else
      plan.rewrite({
        start,
        end: until,
        replace: () => padded(clean, until - start),
        findings: () => findings,
      });
  }
  return [...problems].map(broken);
}

async function padded(clean: Blob, length: number): Promise<Bytes> {
  return concat([await readBytes(clean, 0, clean.size), new Uint8Array(length - clean.size)]);
}

/** The directory goes with what only it refers to. */
function forget({ plan }: Walk, { at, end, entries }: Directory): void {
  plan.claims.forbid(at, end - at);
  for (const entry of entries) if (!isKept(entry, {})) forbid(plan, entry);
}

/** A value that goes must not be part of anything that stays. */
function forbid({ claims }: Plan, { at, length, isInline }: Entry): void {
  if (!isInline) claims.forbid(at, length);
}

async function pageFindings(walk: Walk, page: Directory, small: readonly Directory[]): Promise<Finding[]> {
  const { reader, options, directories } = walk;
  const going = ({ entries }: Directory) => entries.filter((entry) => !isKept(entry, options));
  const isFirst = page === directories.pages[0];
  const found = goneFindings(
    reader,
    {
      ifd0: [page, ...small].flatMap(going).filter(({ tag }) => tag !== TAG.exif && tag !== TAG.gps),
      exif: isFirst ? directories.exif.flatMap(({ entries }) => entries) : [],
      gps: isFirst ? directories.gps.flatMap(({ entries }) => entries) : [],
    },
    walk.budget,
  );
  const gone = await withoutKept(found, walk.told);
  return small.length > 0 ? [{ kind: 'thumbnail', where: 'TIFF thumbnail' }, ...gone] : gone;
}
