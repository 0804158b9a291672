// GIF (CompuServe, "Graphics Interchange Format, Version 89a")

import { type Bytes, concat, hasText, latin1, view } from '../bytes.ts';
import { broken, type Container, drop, hopeless, keep, rewrite, type Step, TRUNCATED } from '../container.ts';
import { withoutKept } from '../credit/findings.ts';
import { keptXmp } from '../credit/xmp.ts';
import { blankProfileIdentity } from '../icc.ts';
import { profileFindings } from '../icc-findings.ts';
import { isAbsurdlyLarge, oversize } from '../limits.ts';
import { say } from '../sentences.ts';
import { isSwallowed } from '../swallowed.ts';
import { trailingFindings } from '../trailer.ts';
import type { StripOptions } from '../types.ts';
import { LARGEST_SPAN, Window } from '../window.ts';
import { size } from '../words.ts';
import { joinBlocks, splitBlocks, walkBlocks } from './blocks.ts';
import { extensionFindings } from './findings.ts';
import { LzwReader, MOST_CODES } from './lzw.ts';

/** Bytes behind an XMP packet by which a reader of sub-blocks finds its end wherever it is (XMP specification part 3, section 1.1.2). */
const XMP_TRAILER = Uint8Array.from({ length: 258 }, (_, i) => (i === 0 ? 1 : i === 257 ? 0 : 256 - i));

type Walk = {
  file: Blob;
  window: Window;
  options: StripOptions;
  pictures: number;
  /** For the reader of codes, who would else ask for as much again for each picture. */
  room: Uint32Array;
};
type Extension = { start: number; end: number; length: number };
type Decide = (block: Bytes, extension: Extension, walk: Walk) => Step[];

/** What happens to each extension, by its label. One that is not here is dropped: browsers draw comments and plain text nowhere. */
const EXTENSIONS: Record<number, Decide> = {
  249: keepTiming, // graphic control: delays, transparency, disposal
  255: application,
};
/** What happens to each application extension. */
const APPLICATIONS: Record<string, Decide> = {
  'NETSCAPE2.0': keepLoops, // without it an animation plays once
  'ANIMEXTS1.0': keepLoops,
  ICCRGBG1012: profileOnly, // colours stay; names and dates go
  'XMP DataXMP': creditOnly, // author and copyright, for those who keep them
};

const BLOCK = { picture: 0x2c, extension: 0x21, trailer: 0x3b } as const;
const SCREEN = 13;
const DESCRIPTOR = 10;
const APPLICATION_HEADER = 14;
/** Larger extensions are not read whole. */
const LARGEST_BLOCK = 4_194_304;
const DAMAGED = say('bad_pixels');
const NEIGHBOURS = ['NETSCAPE', 'XMP Data', 'GIF8'];

export const gif: Container = {
  format: 'gif',
  recognize: (head) => /^GIF8[79]a$/.test(latin1(head, 0, 6)),
  walk,
};

/** Reads the file once, front to back: nothing in it says how long it is. */
async function* walk(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  const state: Walk = {
    file,
    window: new Window(file, LARGEST_SPAN),
    options,
    pictures: 0,
    room: new Uint32Array(MOST_CODES),
  };
  const screen = await state.window.copy(0, SCREEN);
  if (screen.length < SCREEN) return yield hopeless(TRUNCATED);
  let at = SCREEN + tableLength(screen[10]);
  yield keep(0, Math.min(at, file.size));
  const [width, height] = [view(screen).getUint16(6, true), view(screen).getUint16(8, true)];
  if (isAbsurdlyLarge(width, height)) yield oversize(width, height);
  while (at < file.size) {
    const separator = (await state.window.from(at, 1))[0];
    if (separator === BLOCK.trailer) return yield* finish(state, at);
    if (separator === BLOCK.picture) at = yield* picture(state, at);
    else if (separator === BLOCK.extension) at = yield* extension(state, at);
    else return yield* garbage(state, at);
  }
  yield state.pictures > 0 ? broken(TRUNCATED) : hopeless(TRUNCATED);
}

/** Bytes of a colour table, by the packed field that says whether there is one (sections 18 and 20). */
function tableLength(packed = 0): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function* finish({ file, pictures }: Walk, at: number): Generator<Step> {
  if (pictures === 0) yield hopeless(say('no_picture'));
  yield keep(at, at + 1);
  if (at + 1 < file.size) yield drop(at + 1, file.size, () => trailingFindings(file, at + 1, file.size));
}

/** Browsers take the file to end where a block of no known kind starts. */
function* garbage({ file, pictures }: Walk, at: number): Generator<Step> {
  yield drop(at, file.size, () => trailingFindings(file, at, file.size));
  const problem = say('bad_lengths');
  yield pictures > 0 ? broken(problem) : hopeless(problem);
}

/** A picture: its description, colours and codes. Gives the place where the next block starts. */
async function* picture(walk: Walk, start: number): AsyncGenerator<Step, number> {
  const { file, window } = walk;
  const descriptor = await window.copy(start, start + DESCRIPTOR);
  const codesAt = start + DESCRIPTOR + tableLength(descriptor[9]);
  const [minimum] = await window.copy(codesAt, codesAt + 1);
  if (minimum === undefined) return file.size;
  const [width, height] = [view(descriptor).getUint16(5, true), view(descriptor).getUint16(7, true)];
  const { codes, last, end } = await readCodes(
    window,
    codesAt + 1,
    new LzwReader(minimum, width * height, walk.room),
  );
  const isSound = codes.state === 'full' || codes.state === 'ended';
  walk.pictures++;
  const isHiding = async () => isSwallowed(file, start, end ?? file.size, NEIGHBOURS);
  if (codes.state === 'broken' || (!isSound && (await isHiding()))) yield hopeless(DAMAGED);
  if (!isSound && end !== null) yield broken(DAMAGED);
  yield* upTo(walk, start, isSound || end !== null ? last : null, end ?? file.size);
  return end ?? file.size;
}

/** `last`: the length byte of the last sub-block that the picture needs, and how much of that it needs. */
async function readCodes(window: Window, start: number, codes: LzwReader) {
  const last = { at: start, length: 0 };
  const end = await walkBlocks(window, start, (bytes, from, to, at) => {
    if (codes.state !== 'open' && codes.state !== 'full') return;
    const length = codes.read(bytes, from, to) - from;
    if (length > 0) Object.assign(last, { at: at - 1, length });
  });
  return { codes, last, end };
}

/** Keeps what a picture needs; decoders pass over what its codes have no use for, even where the file ends in it. */
function* upTo(
  { window }: Walk,
  start: number,
  last: { at: number; length: number } | null,
  end: number,
): Generator<Step> {
  const hidden = last ? end - last.at - last.length - 2 : 0;
  if (!last || hidden <= 0) return yield keep(start, end);
  yield keep(start, last.at);
  const fresh = async () => splitBlocks(await window.copy(last.at + 1, last.at + 1 + last.length));
  yield rewrite(last.at, end, fresh, () => [
    { kind: 'other', where: 'GIF picture data', value: say('pixels_surplus', size(hidden)) },
  ]);
}

async function* extension(walk: Walk, start: number): AsyncGenerator<Step, number> {
  const end = await walkBlocks(walk.window, start + 2);
  const block = await walk.window.copy(start, Math.min(end ?? walk.file.size, start + LARGEST_BLOCK));
  const length = (end ?? walk.file.size) - start;
  const part = { start, end: start + length, length };
  yield* (end === null ? dropped : (EXTENSIONS[block[1] ?? 0] ?? dropped))(block, part, walk);
  return part.end;
}

const dropped: Decide = (block, { start, end, length }) => [
  drop(start, end, () => extensionFindings(block, length)),
];

function keepTiming(block: Bytes, extension: Extension, walk: Walk): Step[] {
  const isSound = extension.length === 8 && block[2] === 4;
  return isSound ? [keep(extension.start, extension.end)] : dropped(block, extension, walk);
}

function application(block: Bytes, extension: Extension, walk: Walk): Step[] {
  const name = block[2] === APPLICATION_HEADER - 3 ? latin1(block, 3, APPLICATION_HEADER) : '';
  const decide = Object.hasOwn(APPLICATIONS, name) ? APPLICATIONS[name] : undefined;
  return (decide ?? dropped)(block, extension, walk);
}

/** Netscape's looping extension: sub-block 1 says how often. Others only ask for memory. */
function keepLoops(block: Bytes, extension: Extension, walk: Walk): Step[] {
  const loops = block.subarray(APPLICATION_HEADER, APPLICATION_HEADER + 4);
  if (!hasText(loops, '\x03\x01')) return dropped(block, extension, walk);
  const fresh = concat([block.subarray(0, APPLICATION_HEADER), loops, Uint8Array.of(0)]);
  return [
    rewrite(
      extension.start,
      extension.end,
      () => fresh,
      () => extensionFindings(block, extension.length),
    ),
  ];
}

function profileOnly(block: Bytes, extension: Extension, { options }: Walk): Step[] {
  const { start, end, length } = extension;
  const isWanted = options.keepColourProfile !== false && length === block.length;
  const old = joinBlocks(block.subarray(APPLICATION_HEADER));
  const findings = () => profileFindings(old);
  const profile = isWanted ? blankProfileIdentity(old) : null;
  if (!profile) return [drop(start, end, findings)];
  const fresh = concat([block.subarray(0, APPLICATION_HEADER), splitBlocks(profile)]);
  return [rewrite(start, end, () => fresh, findings)];
}

/** The packet stands there as it is, or by the hand of some writers in sub-blocks. */
function creditOnly(block: Bytes, extension: Extension, walk: Walk): Step[] {
  const { start, end, length } = extension;
  const data = block.subarray(APPLICATION_HEADER);
  const isWanted = walk.options.keepCopyright === true && length === block.length;
  const kept = isWanted ? keptXmp(hasText(data, '<') ? data : joinBlocks(data)) : null;
  if (!kept) return dropped(block, extension, walk);
  const fresh = concat([block.subarray(0, APPLICATION_HEADER), kept, XMP_TRAILER]);
  const findings = () =>
    withoutKept(extensionFindings(block, length), extensionFindings(fresh, fresh.length));
  return [rewrite(start, end, () => fresh, findings)];
}
