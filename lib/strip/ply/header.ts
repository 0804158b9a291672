import { safePath, tellsPath } from '../paths.ts';

/** One property of an element: a single value, or a list with its length before it. Sizes in bytes. */
export type Property = { size: number; countSize: number };
export type Element = { count: number; properties: Property[] };
export type Encoding = 'ascii' | 'binary_little_endian' | 'binary_big_endian';

/** A line of the header: its place in the bytes (`end` is behind its end of line) and its words. */
export type HeaderLine = { start: number; end: number; text: string };
export type Header = {
  lines: HeaderLine[];
  newline: string;
  encoding: Encoding;
  elements: Element[];
  end: number;
};

const SIZES: Record<string, number> = {
  char: 1,
  uchar: 1,
  short: 2,
  ushort: 2,
  int: 4,
  uint: 4,
  float: 4,
  double: 8,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  float64: 8,
};
/** Names have letters of any kind, and no such characters. */
const CONTROL = /[^\t -~\x80-\xff]/;
const ENCODINGS: readonly Encoding[] = ['ascii', 'binary_little_endian', 'binary_big_endian'];

/** Reads the header out of the first bytes of a file, one character each; null when it is none, or does not end there. */
export function readHeader(text: string): Header | null {
  const newline = /^ply[ \t]*(\r\n|\n|\r)/.exec(text)?.[1];
  if (newline === undefined) return null;
  const header: Header = { lines: [], newline, encoding: 'ascii', elements: [], end: 0 };
  for (let start = 0; ; start = header.end) {
    const end = text.indexOf(newline, start);
    if (end < 0) return null;
    header.end = end + newline.length;
    const line = { start, end: header.end, text: text.slice(start, end).trim() };
    header.lines.push(line);
    if (line.text === 'end_header') return header;
    if (!readLine(line.text, header)) return null;
  }
}

/** Takes what a line says into the header; false when it says nothing known, or a name in it is none. */
function readLine(line: string, header: Header): boolean {
  const [keyword = '', ...words] = line.split(/\s+/);
  if (keyword !== 'comment' && keyword !== 'obj_info' && !words.every(isName)) return false;
  switch (keyword) {
    case 'format':
      return words.join(' ') === `${words[0]} 1.0` && readFormat(words[0], header);
    case 'element':
      header.elements.push({ count: Number(words[1]), properties: [] });
      return words.length === 2 && /^\d{1,15}$/.test(words[1] ?? '');
    case 'property':
      return readProperty(words, header);
    default:
      return ['ply', 'comment', 'obj_info', ''].includes(keyword);
  }
}

/** Readers find elements and properties by their names, so that these stay. */
function isName(word: string): boolean {
  return !CONTROL.test(word) && !tellsPath(word) && safePath(word) === word;
}

function readFormat(name: string | undefined, header: Header): boolean {
  const encoding = ENCODINGS.find((each) => each === name);
  if (encoding) header.encoding = encoding;
  return encoding !== undefined;
}

function readProperty(words: readonly string[], header: Header): boolean {
  const isList = words[0] === 'list';
  const [countSize, size] = isList ? [sizeOf(words[1]), sizeOf(words[2])] : [0, sizeOf(words[0])];
  header.elements.at(-1)?.properties.push({ size, countSize });
  const isSound = size > 0 && (!isList || countSize > 0) && words.length === (isList ? 4 : 2);
  return isSound && header.elements.length > 0;
}

function sizeOf(type = ''): number {
  return Object.hasOwn(SIZES, type) ? (SIZES[type] ?? 0) : 0;
}
