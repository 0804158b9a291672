import type { Format } from '../../lib/strip/types.ts';

type Range = { start: number; end: number };

/** Where each format says that the numbers of its picture or model stand. The formats that are not here have none outside of what is checked anyway. */
const RANGES: Partial<Record<Format, (file: Buffer) => Range[]>> = {
  bmp,
  tiff,
  heif: mediaData,
  avif: mediaData,
  mp4: mediaData,
  mov: mediaData,
  stl,
  ply,
  glb,
};

/** Bytes of a number by its type in TIFF. */
const WIDTHS = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
/** Tags of TIFF whose values are many numbers, or fractions. */
const TABLES = [282, 283, 291, 301, 318, 319, 320, 529, 532];

/** Tags of a colour profile that are curves, tables and points of colour. */
const CURVES = /^(?:[rgb]XYZ|[rgbk]TRC|[ABD]2[ABD]\d|wtpt|chad)$/;

/** Does the format say where its numbers stand? */
export function saysWhere(format: Format): boolean {
  return format in RANGES;
}

/** A copy of a file with zeros in exactly those bytes that it says are pixels or coordinates: after a move anything may have come to stand there. */
export function withoutPixels(format: Format, file: Buffer): Buffer {
  const copy = Buffer.from(file);
  for (const { start, end } of [...(RANGES[format]?.(file) ?? []), ...curves(file)])
    copy.fill(0, Math.min(start, file.length), Math.min(end, file.length));
  return copy;
}

/** Resolution, masks, the light of calibrated colours, palette, and rows of whole 32-bit words; run-length coded ones go to the end of the file. */
function bmp(file: Buffer): Range[] {
  const start = file.readUInt32LE(10);
  const isCore = file.readUInt32LE(14) === 12;
  const [width, height] = isCore
    ? [file.readUInt16LE(18), file.readUInt16LE(20)]
    : [file.readInt32LE(18), Math.abs(file.readInt32LE(22))];
  const depth = file.readUInt16LE(isCore ? 24 : 28);
  const compression = isCore ? 0 : file.readUInt32LE(30);
  const length = 4 * Math.ceil((width * depth) / 32) * height;
  const header = 14 + file.readUInt32LE(14);
  const masks = header === 54 && compression === 3 ? 12 : header === 54 && compression === 6 ? 16 : 0;
  const used = isCore ? 0 : file.readUInt32LE(46);
  const colours = depth > 8 ? 0 : Math.min(used || 2 ** depth, 2 ** depth);
  return [
    { start: 38, end: Math.min(70, header) },
    { start: 74, end: Math.min(126, header) },
    { start: header, end: Math.min(header + masks + colours * (isCore ? 3 : 4), start) },
    { start, end: compression === 1 || compression === 2 ? file.length : start + length },
  ];
}

function stl(file: Buffer): Range[] {
  return file.toString('latin1', 0, 5) === 'solid'
    ? []
    : [{ start: 84, end: 84 + 50 * file.readUInt32LE(80) }];
}

/** All that follows the header; as text it is checked like any other. */
function ply(file: Buffer): Range[] {
  const text = file.toString('latin1');
  const [header = ''] = /^[\s\S]*?end_header[ \t]*(?:\r\n|\n|\r)/.exec(text) ?? [];
  return header.includes('format ascii') ? [] : [{ start: header.length, end: file.length }];
}

/** The chunk with the numbers. */
function glb(file: Buffer): Range[] {
  const start = 20 + file.readUInt32LE(12) + 8;
  return [{ start, end: file.length }];
}

/** What is not needed of it has become zeros. */
function mediaData(file: Buffer): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at + 8 <= file.length; ) {
    const short = file.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= file.length;
    const size = isLong ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? file.length - at : short;
    if (size < 8) break;
    if (file.toString('latin1', at + 4, at + 8) === 'mdat')
      ranges.push({ start: at + (isLong ? 16 : 8), end: at + size });
    at += size;
  }
  return ranges;
}

/** Strips and tiles of all directories of the chain, and tables of numbers: of curves, of colours, of the paper. */
function tiff(file: Buffer): Range[] {
  const le = file.toString('latin1', 0, 2) === 'II';
  const number = (at: number, width: number) =>
    at + width > file.length
      ? 0
      : width === 8
        ? Number(le ? file.readBigUInt64LE(at) : file.readBigUInt64BE(at))
        : le
          ? file.readUIntLE(at, width)
          : file.readUIntBE(at, width);
  const isBig = number(2, 2) === 43;
  const [counter, entry, inline] = isBig ? [8, 20, 8] : [2, 12, 4];
  const ranges: Range[] = [];
  const seen = new Set<number>();
  for (let at = number(isBig ? 8 : 4, inline); at > 0 && !seen.has(at); ) {
    seen.add(at);
    const count = number(at, counter);
    const values = (tag: number): number[] => {
      for (let i = 0; i < count; i++) {
        const from = at + counter + i * entry;
        if (number(from, 2) !== tag) continue;
        const width = WIDTHS[number(from + 2, 2)] ?? 8;
        const many = number(from + 4, inline);
        const place = many * width <= inline ? from + entry - inline : number(from + entry - inline, inline);
        return Array.from({ length: Math.min(many, 100_000) }, (_, n) => number(place + n * width, width));
      }
      return [];
    };
    for (let i = 0; i < count; i++) {
      const from = at + counter + i * entry;
      const length = number(from + 4, inline) * (WIDTHS[number(from + 2, 2)] ?? 0);
      const start = number(from + entry - inline, inline);
      if (length > inline && TABLES.includes(number(from, 2))) ranges.push({ start, end: start + length });
    }
    const starts = [...values(273), ...values(324)];
    const lengths = [...values(279), ...values(325)];
    const samples = values(258).reduce((sum, bits) => sum + bits, 0) || 1;
    const whole = Math.ceil(((values(256)[0] ?? 0) * samples) / 8) * (values(257)[0] ?? 0);
    for (const [i, start] of starts.entries()) ranges.push({ start, end: start + (lengths[i] ?? whole) });
    at = number(at + counter + count * entry, inline);
  }
  return ranges;
}

/** What a colour profile computes with (ICC.1:2022 section 7.3), wherever there is one: curves and tables. */
function curves(file: Buffer): Range[] {
  const ranges: Range[] = [];
  for (let at = file.indexOf('acsp'); at >= 0; at = file.indexOf('acsp', at + 1)) {
    const start = at - 36;
    const count = start < 0 || start + 132 > file.length ? 0 : Math.min(file.readUInt32BE(start + 128), 100);
    for (
      let entry = start + 132;
      entry + 12 <= Math.min(start + 132 + 12 * count, file.length);
      entry += 12
    ) {
      if (!CURVES.test(file.toString('latin1', entry, entry + 4))) continue;
      const from = start + file.readUInt32BE(entry + 4);
      ranges.push({ start: from, end: from + file.readUInt32BE(entry + 8) });
    }
  }
  return ranges;
}
