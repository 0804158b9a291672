// ISO base media file format (ISO/IEC 14496-12) and QuickTime: HEIC, HEIF, AVIF, MP4, MOV

import { readBytes, sameBytes, view } from '../bytes.ts';
import {
  blank,
  broken,
  type Container,
  drop,
  hopeless,
  keep,
  type Part,
  rewrite,
  type Step,
  TRUNCATED,
  unfit,
} from '../container.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { trailingFindings } from '../trailer.ts';
import type { Format, StripOptions } from '../types.ts';
import { type Box, isSpace, Unsupported } from './box.ts';
import { fileType } from './brands.ts';
import { Claims, type Range } from './claims.ts';
import { boxFindings, spaceFindings } from './findings.ts';
import { fragment, randomAccess } from './fragments.ts';
import { meta } from './meta.ts';
import { movie } from './movie.ts';
import { brandOf } from './recognize.ts';
import { boxes, type Copy, copyBytes, first, type Rule, type Rules } from './rules.ts';
import { isMedia, type Survey, surveyOf } from './survey.ts';

/**
 * What happens to each box of the file. Media data stays as far as a picture, a frame or a sound needs it, the rest of it becomes zeros.
 * A box that is not here becomes free space of the same size, or goes when nothing needed stands behind it: no offset has to change.
 */
const BOXES: Rules = {
  ftyp: fileType,
  styp: fileType,
  moov: movie, // video, sound, animation
  meta, // still pictures
  moof: fragment,
  sidx: segmentIndex,
  mfra: boxes({ tfra: randomAccess, mfro: first(8) }),
};

/** Larger descriptions are not read: those of a video of many hours have a tenth of it. */
const LARGEST = 67_108_864;
/** How much is read of a box that goes. */
const LOOK = 65_536;

export const isobmff: readonly Container[] = (['heif', 'avif', 'mp4', 'mov'] satisfies Format[]).map(
  (format) => ({
    format,
    recognize: (head) => brandOf(head) === format,
    walk,
  }),
);

/** Reads the headers of the outer boxes and the boxes that describe; media data is not read. */
async function* walk(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  try {
    const survey = await surveyOf(file, Object.keys(BOXES));
    const claims = new Claims(file.size);
    const copies = await copyAll(file, survey.boxes, options, claims);
    const places = survey.boxes.filter(isMedia).map(({ dataAt, end }) => ({ start: dataAt, end }));
    const media = claims.within(places);
    if (!claims.hasMedia) yield hopeless(say('no_picture'));
    if (survey.truncated || claims.truncated) yield broken(TRUNCATED);
    yield* parts(file, survey, copies, media, claims.explainer());
  } catch (error) {
    if (!(error instanceof Misfit || error instanceof RangeError)) throw error;
    if (error instanceof Unsupported) yield unfit(error.problem);
    else yield hopeless(error instanceof Misfit ? error.problem : BAD_LENGTHS);
  }
}

/** A part for each box that has a rule. The movie comes first: it says which tracks there are. */
async function copyAll(
  file: Blob,
  all: readonly Box[],
  options: StripOptions,
  claims: Claims,
): Promise<Map<Box, Part>> {
  const copies = new Map<Box, Part>();
  const tracks: Copy['tracks'] = new Map();
  const once = new Set<string>();
  for (const box of all.toSorted((a, b) => Number(b.type === 'moov') - Number(a.type === 'moov'))) {
    const rule = Object.hasOwn(BOXES, box.type) ? BOXES[box.type] : undefined;
    const isSecond = (box.type === 'moov' || box.type === 'meta') && once.has(box.type);
    if (!rule || isSecond) continue;
    once.add(box.type);
    copies.set(box, await copyOne(box, rule, { file, options, claims, tracks }));
  }
  return copies;
}

async function copyOne(
  { type, start, dataAt, end }: Box,
  rule: Rule,
  shared: Pick<Copy, 'file' | 'options' | 'claims' | 'tracks'>,
): Promise<Part> {
  if (end - start > LARGEST) throw new Misfit(say('too_long_list'));
  const source = await readBytes(shared.file, start, end);
  const target = new Uint8Array(source.length);
  const told: Copy['told'] = [];
  rule(
    { type, start: 0, dataAt: dataAt - start, end: end - start },
    { ...shared, source, target, at: start, told },
  );
  if (sameBytes(source, target)) return keep(start, end);
  const findings = async () => (await Promise.all(told.map((tell) => tell()))).flat();
  return rewrite(start, end, () => target, findings);
}

/** Section 8.16.3. */
function segmentIndex(box: Box, copy: Copy): void {
  const { start, dataAt } = box;
  const head = copy.source[dataAt] === 0 ? 24 : 32;
  const length = head + 12 * view(copy.source).getUint16(dataAt + head - 2);
  copyBytes(copy, start, dataAt + length);
}

function* parts(
  file: Blob,
  { boxes: all, end, truncated }: Survey,
  copies: ReadonlyMap<Box, Part>,
  media: readonly Part[][],
  isExplained: (range: Range) => boolean,
): Generator<Step> {
  // Free space that says it is longer than the file says so in a number that can be anything.
  const isNeeded = (box: Box) =>
    copies.has(box) || isMedia(box) || (isSpace(box.type) && !(truncated && box === all.at(-1)));
  const last = all.findLastIndex(isNeeded);
  let place = 0;
  for (const [i, box] of all.entries()) {
    const copied = copies.get(box);
    if (copied) yield copied;
    else if (isMedia(box)) yield* mediaParts(box, media[place++] ?? [], isExplained);
    else if (i > last) yield drop(box.start, box.end, () => findingsIn(file, box));
    else yield* freed(file, box);
  }
  if (end < file.size) yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

/** What is claimed stays, the rest becomes zeros. */
function* mediaParts(
  { start, dataAt, end }: Box,
  claimed: readonly Part[],
  isExplained: (range: Range) => boolean,
): Generator<Part> {
  yield keep(start, dataAt);
  let at = dataAt;
  for (const range of [...claimed, keep(end, end)]) {
    if (range.start > at) yield unclaimed({ start: at, end: range.start }, isExplained);
    yield range;
    at = range.end;
  }
}

function unclaimed(range: Range, isExplained: (range: Range) => boolean): Part {
  const findings = isExplained(range) ? undefined : () => spaceFindings(range.end - range.start);
  return blank(range.start, range.end, findings);
}

function* freed(file: Blob, box: Box): Generator<Part> {
  const { type, start, dataAt, end } = box;
  const free = async () => {
    const header = await readBytes(file, start, dataAt);
    header.set([0x66, 0x72, 0x65, 0x65], 4);
    return header;
  };
  if (isSpace(type)) yield keep(start, dataAt);
  else yield rewrite(start, dataAt, free, () => findingsIn(file, box));
  yield blank(dataAt, end, isSpace(type) ? () => spaceFindings(end - dataAt) : undefined);
}

async function findingsIn(file: Blob, { type, dataAt, end }: Box) {
  return boxFindings(type, await readBytes(file, dataAt, Math.min(dataAt + LOOK, end)), end - dataAt);
}
