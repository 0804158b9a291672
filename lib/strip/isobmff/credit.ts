// Credit lines of videos: QuickTime's user data, iTunes' and Apple's lists of values, and those of ISO/IEC 14496-12 section 8.10

import { type Bytes, concat, fromLatin1, view } from '../bytes.ts';
import { type Box, boxesIn, fourLetters } from './box.ts';
import { keysIn, valueText } from './values.ts';

/** The two that there is a name for in every player's list, and the names under which they come. */
const AUTHOR = '\xa9aut';
const COPYRIGHT = '\xa9cpy';
const NAMES: Readonly<Record<string, string>> = {
  '\xa9aut': AUTHOR,
  '\xa9ART': AUTHOR,
  auth: AUTHOR,
  'com.apple.quicktime.author': AUTHOR,
  'com.apple.quicktime.artist': AUTHOR,
  '\xa9cpy': COPYRIGHT,
  cprt: COPYRIGHT,
  'com.apple.quicktime.copyright': COPYRIGHT,
};
const HOLDERS = ['udta', 'meta'];
const HEADER = 8;
/** Length and language of a text. */
const TEXT_HEADER = 4;
/** "und": no language is meant, and the text is UTF-8 (QuickTime File Format, "Language code values"). */
const NO_LANGUAGE = 0x55c4;
const LONGEST_LINE = 2_000;

/** The box to stand in for one of the movie's own, and what of it follows as free space. */
export type CreditBox = { place: Box; fresh: Bytes };

/**
 * User data with the author and the copyright of a movie and nothing else, in the place of its old notes and as long as these; null when there
 * are none, or no room.
 */
export function creditBox(moov: Box, source: Bytes): CreditBox | null {
  const holders = boxesIn(source, moov.dataAt, moov.end).filter(({ type }) => HOLDERS.includes(type));
  const lines = new Map<string, string>();
  for (const holder of holders) collect(source, holder, lines);
  if (lines.size === 0) return null;
  for (const place of holders) {
    const fresh = write(lines, place.end - place.start);
    if (fresh) return { place, fresh };
  }
  return null;
}

/** The first of each line, wherever it stands. */
function collect(source: Bytes, { type, dataAt, end }: Box, lines: Map<string, string>): void {
  const isFull = type === 'meta' && fourLetters(source, dataAt + 4) !== 'hdlr';
  const children = boxesIn(source, dataAt + (isFull ? 4 : 0), end);
  const keys = keysIn(source, children);
  for (const child of children) {
    if (child.type === 'meta') collect(source, child, lines);
    const items = child.type === 'ilst' ? boxesIn(source, child.dataAt, child.end) : [child];
    for (const item of items) note(source, item, keys, lines);
  }
}

function note(source: Bytes, item: Box, keys: readonly string[], lines: Map<string, string>): void {
  const key = keys[view(fromLatin1(item.type)).getUint32(0) - 1] ?? item.type;
  const name = Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
  const line = name && valueText(source.subarray(item.dataAt, item.end)).replaceAll(/\s+/g, ' ').trim();
  if (name && line && line.length <= LONGEST_LINE && !lines.has(name)) lines.set(name, line);
}

/**
 * `length`: of the box and the free space behind it. Null when the lines do not fit. Where too little would be left to be a box of its own, blanks
 * fill it.
 */
function write(lines: ReadonlyMap<string, string>, length: number): Bytes | null {
  const known = [AUTHOR, COPYRIGHT].flatMap((name) => {
    const line = lines.get(name);
    return line === undefined ? [] : [{ name, line }];
  });
  const boxWith = (blanks: number) =>
    boxOf(
      'udta',
      ...known.map(({ name, line }, i) => textBox(name, i === 0 ? line + ' '.repeat(blanks) : line)),
    );
  const box = boxWith(0);
  const rest = length - box.length;
  if (rest < 0) return null;
  return rest < HEADER ? boxWith(rest) : concat([box, boxOf('free', new Uint8Array(rest - HEADER))]);
}

function textBox(name: string, line: string): Bytes {
  const text = new TextEncoder().encode(line);
  const head = new Uint8Array(TEXT_HEADER);
  view(head).setUint16(0, text.length);
  view(head).setUint16(2, NO_LANGUAGE);
  return boxOf(name, head, text);
}

function boxOf(type: string, ...content: Uint8Array[]): Bytes {
  const data = concat(content);
  const size = new Uint8Array(4);
  view(size).setUint32(0, HEADER + data.length);
  return concat([size, fromLatin1(type), data]);
}
