// JPEG XL (ISO/IEC 18181-2 "File format"; ISO/IEC 18181-1 for the size of the picture)

import { fromLatin1, hasText, readBytes, view } from '../bytes.ts';
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
} from '../container.ts';
import { withoutKept } from '../credit/findings.ts';
import { type Box, readTopHeader } from '../isobmff/box.ts';
import { isAbsurdlyLarge, oversize } from '../limits.ts';
import { BAD_LENGTHS } from '../misfit.ts';
import { say } from '../sentences.ts';
import { hasSwallowed, isSwallowed } from '../swallowed.ts';
import { trailingFindings } from '../trailer.ts';
import type { StripOptions } from '../types.ts';
import { CODESTREAM, sizeOf } from './codestream.ts';
import { creditBox } from './credit.ts';
import { boxFindings } from './findings.ts';

type Walk = {
  file: Blob;
  options: StripOptions;
  /** Of which kind the boxes with the picture are; null before the first. */
  picture: string | null;
  /** The parts of the picture that were met. */
  parts: Box[];
  /** Number of the next part of the picture. */
  next: number;
  isComplete: boolean;
};
type Decide = (box: Box, walk: Walk) => Step[] | Promise<Step[]>;

/**
 * What happens to each box. One that is not here is dropped: it is not needed to draw the picture. That goes for what gives the original JPEG
 * back (jbrd) too: the picture is complete without it, and it holds that JPEG's metadata.
 */
const BOXES: Record<string, Decide> = {
  ftyp: ({ start, end }) => [rewrite(start, end, () => fromLatin1(FILE_TYPE))],
  jxll: (box, walk) => (box.end - box.dataAt === 1 ? [keep(box.start, box.end)] : dropped(box, walk)),
  jxlc: whole,
  jxlp: part,
  Exif: creditOnly, // author and copyright, for those who keep them
  'xml ': creditOnly,
};

/** Boxes that a picture can be cut off in, so that the rest of its parts are missing. */
const METADATA = ['jxll', 'jxli', 'jbrd', 'jhgm', 'jumb', 'brob', 'Exif', 'xml ', 'free', 'uuid'];
const SIGNATURE = '\0\0\0\x0cJXL \r\n\x87\n';
const FILE_TYPE = '\0\0\0\x14ftypjxl \0\0\0\0jxl ';
const LAST = 0x80000000;
/** How much is read of a box that goes. */
const LOOK = 1_048_576;
const SIZE_BYTES = 16;
const BOX_HEADER = 8;
/** Starts of files that are long enough never to come up in coded pixels by chance. */
const FILES = ['\x89PNG\r\n\x1a\n', '\0\0\0\x0dIHDR', 'GIF87a', 'GIF89a', 'Kaydara FBX'];
/** More boxes than any program writes. */
const MOST = 5000;
const TWO_PICTURES = say('two_pictures');

export const jxl: Container = {
  format: 'jxl',
  recognize: (head) => hasText(head, CODESTREAM) || hasText(head, SIGNATURE),
  walk,
};

/** Walks the headers of the boxes. The picture is read only where it may have something behind it in it: at the end of the file. A naked codestream has no place for anything else. */
async function* walk(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  const isNaked = hasText(await readBytes(file, 0, 2), CODESTREAM);
  yield* isNaked ? naked(file) : boxes(file, options);
}

/** Nothing says how long it is. What has text or the start of another file in it has something behind the picture. */
async function* naked(file: Blob): AsyncGenerator<Step> {
  if (await isSwallowed(file, 0, file.size, FILES)) return yield hopeless(say('hidden_in_pixels'));
  yield* await sizeCheck(file, 0);
  yield keep(0, file.size);
}

async function* boxes(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  const walk: Walk = { file, options, picture: null, parts: [], next: 0, isComplete: false };
  yield keep(0, SIGNATURE.length);
  let at = SIGNATURE.length;
  for (let count = 0; at < file.size; count++) {
    const box = count < MOST ? await boxAt(file, at) : null;
    if (!box || box.end > file.size) {
      yield* await cutShort(walk, box, at);
      break;
    }
    yield* await (Object.hasOwn(BOXES, box.type) ? (BOXES[box.type] ?? dropped) : dropped)(box, walk);
    at = box.end;
  }
  if (walk.picture === null) yield hopeless(say('no_picture'));
  if (!walk.isComplete) yield (await haveSwallowed(walk)) ? hopeless(TRUNCATED) : broken(TRUNCATED);
  else if (await isHidingMore(walk)) yield hopeless(BAD_LENGTHS);
}

/** A picture that goes on to the end of the file, by its length or without one, has perhaps taken in the boxes behind it. */
async function isHidingMore({ file, parts }: Walk): Promise<boolean> {
  const last = parts.at(-1);
  return last?.end === file.size && isSwallowed(file, last.dataAt, last.end, FILES);
}

async function boxAt(file: Blob, at: number): Promise<Box | null> {
  const box = await readTopHeader(file, at);
  return box && /^[ -~]{4}$/.test(box.type) ? box : null;
}

/** A part that is too long has taken in what stands behind it, be it metadata or the part that is missing. */
function haveSwallowed({ file, parts }: Walk): Promise<boolean> {
  return hasSwallowed(
    file,
    parts.map(({ dataAt, end }) => [dataAt, end]),
    Object.keys(BOXES),
  );
}

/**
 * A box overruns the end, or none can start here, for the picture before it is perhaps too long. Metadata that does so goes. A picture that
 * does is held: nobody can tell what its end is.
 */
async function cutShort(walk: Walk, box: Box | null, at: number): Promise<Step[]> {
  const { file, isComplete } = walk;
  if (box?.type === 'jxlc' || box?.type === 'jxlp') return [hopeless(TRUNCATED)];
  const isSenseless = !isComplete && file.size - at >= BOX_HEADER && !METADATA.includes(box?.type ?? '');
  if (isSenseless || (await haveSwallowed(walk))) return [hopeless(BAD_LENGTHS)];
  const gone = drop(at, file.size, () => trailingFindings(file, at, file.size));
  return [gone, broken(isComplete && !box ? BAD_LENGTHS : TRUNCATED)];
}

function dropped({ type, start, dataAt, end }: Box, { file }: Walk): Part[] {
  const findings = async () =>
    boxFindings(type, await readBytes(file, dataAt, Math.min(end, dataAt + LOOK)), end - dataAt);
  return [drop(start, end, findings)];
}

async function creditOnly(box: Box, walk: Walk): Promise<Step[]> {
  const { type, start, dataAt, end } = box;
  if (!walk.options.keepCopyright || end - dataAt > LOOK) return dropped(box, walk);
  const old = await readBytes(walk.file, dataAt, end);
  const fresh = creditBox(type, old);
  if (!fresh) return dropped(box, walk);
  const kept = fresh.subarray(BOX_HEADER);
  const findings = () =>
    withoutKept(boxFindings(type, old, old.length), boxFindings(type, kept, kept.length));
  return [rewrite(start, end, () => fresh, findings)];
}

async function whole(box: Box, walk: Walk): Promise<Step[]> {
  const { start, dataAt, end } = box;
  if (walk.picture !== null) return [hopeless(TWO_PICTURES)];
  walk.parts.push(box);
  Object.assign(walk, { picture: 'jxlc', isComplete: true });
  return [keep(start, end), ...(await sizeCheck(walk.file, dataAt))];
}

/** The parts are numbered, and the last one is marked. */
async function part(box: Box, walk: Walk): Promise<Step[]> {
  const { start, dataAt, end } = box;
  const number = await readBytes(walk.file, dataAt, Math.min(dataAt + 4, end));
  if (number.length < 4) return [hopeless(BAD_LENGTHS)];
  if (walk.picture === 'jxlc' || walk.isComplete) return [hopeless(TWO_PICTURES)];
  const index = view(number).getUint32(0);
  if (index % LAST !== walk.next) return [hopeless(say('parts_mixed_up'))];
  const isFirst = walk.next++ === 0;
  walk.picture = 'jxlp';
  walk.parts.push(box);
  walk.isComplete = index >= LAST;
  return [keep(start, end), ...(isFirst ? await sizeCheck(walk.file, dataAt + 4) : [])];
}

async function sizeCheck(file: Blob, at: number): Promise<Step[]> {
  const start = await readBytes(file, at, at + SIZE_BYTES);
  if (!hasText(start, CODESTREAM)) return [hopeless(say('bad_header'))];
  const { width, height } = sizeOf(start);
  return isAbsurdlyLarge(width, height) ? [oversize(width, height)] : [];
}
