import type { Format } from '../../lib/strip/types.ts';
import { boxesIn, media } from './media-samples.ts';
import { movieNumbers } from './movie-numbers.ts';
import { fbxNames, mtlNames, plyNames } from './needed-names.ts';
import { type Range, tiff } from './tiff-pixels.ts';

/** Where each format says that the numbers of its picture or model stand. The formats that are not here have none outside of what is checked anyway. */
const RANGES: Partial<Record<Format, (file: Buffer) => Range[]>> = {
  png,
  webp: (file) => webp(file, 12, file.length),
  jxl,
  gif,
  bmp,
  tiff,
  heif: movie,
  avif: movie,
  mp4: movie,
  mov: movie,
  stl,
  ply,
  glb,
  fbx: fbxNames,
  mtl: mtlNames,
};

/** Tags of a colour profile that are curves, tables and points of colour. */
const CURVES = /^(?:[rgb]XYZ|[rgbk]TRC|[ABD]2[ABD]\d|wtpt|chad)$/;

/** A copy of a file with zeros in exactly those bytes that it says are pixels or coordinates: after a move anything may have come to stand there. */
export function withoutPixels(format: Format, file: Buffer): Buffer {
  const copy = Buffer.from(file);
  for (const { start, end } of [...(RANGES[format]?.(file) ?? []), ...curves(file)])
    copy.fill(0, Math.min(start, file.length), Math.min(end, file.length));
  return copy;
}

function movie(file: Buffer): Range[] {
  return [...media(file), ...movieNumbers(file)];
}

/** The size of a picture and its colours, which only a wrong checksum shows for anything else, and its end where there is none. */
function png(file: Buffer): Range[] {
  const ranges = cutOff(file);
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const isNumbers = /^(?:IHDR|PLTE)$/.test(file.toString('latin1', at + 4, at + 8));
    if (isNumbers) ranges.push({ start: at + 8, end: at + 8 + file.readUInt32BE(at) });
  }
  return ranges;
}

/**
 * Of a PNG that ends in a chunk of pixels, what there is of that chunk: it has no checksum, and decoders unpack to pixels whatever stands in
 * it. What makes no sense as such the stripper holds. (PNG Third Edition, section 5.3)
 */
function cutOff(file: Buffer): Range[] {
  for (let at = 8, end = 0; at + 8 <= file.length; at = end) {
    end = at + 12 + file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (end > file.length && (type === 'IDAT' || type === 'fdAT'))
      return [{ start: at + 8, end: file.length }];
  }
  return [];
}

/** Coded pictures and their transparency, and those of each frame of an animation. (WebP Container Specification; RFC 9649) */
function webp(file: Buffer, from: number, to: number): Range[] {
  const ranges: Range[] = [];
  for (let at = from; at + 8 <= to; ) {
    const type = file.toString('latin1', at, at + 4);
    const [start, end] = [at + 8, at + 8 + file.readUInt32LE(at + 4)];
    if (/^(?:VP8[ L]|ALPH)$/.test(type)) ranges.push({ start, end });
    if (type === 'ANMF') ranges.push(...webp(file, start + 16, Math.min(end, to)));
    at = end + (end & 1);
  }
  return ranges;
}

/** The boxes of the coded picture; a number stands before each part of it. (ISO/IEC 18181-2) */
function jxl(file: Buffer): Range[] {
  return [...boxesIn(file, 0, file.length)].flatMap(({ type, from, to }) =>
    type === 'jxlc' ? [{ start: from, end: to }] : type === 'jxlp' ? [{ start: from + 4, end: to }] : [],
  );
}

/** Colours, whose number is fixed, and the blocks of the codes of pixels. (GIF89a, sections 19 to 22) */
function gif(file: Buffer): Range[] {
  const byte = (at: number) => file[at] ?? 0;
  const colours = (at: number, packed: number) => ({
    start: at,
    end: at + (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0),
  });
  const blocks = (at: number): Range[] => {
    const found: Range[] = [];
    for (let start = at; byte(start) > 0; start += byte(start) + 1)
      found.push({ start: start + 1, end: start + 1 + byte(start) });
    return found;
  };
  const ranges = [colours(13, byte(10))];
  for (let at = ranges[0]?.end ?? 0; at < file.length && byte(at) !== 0x3b; ) {
    const isPicture = byte(at) === 0x2c;
    const table = isPicture ? colours(at + 10, byte(at + 9)) : { start: at, end: at + 1 };
    const parts = blocks(table.end + 1);
    if (isPicture) ranges.push(table, ...parts);
    at = (parts.at(-1)?.end ?? table.end + 1) + 1;
  }
  return ranges;
}

/** Resolution, masks, the light of calibrated colours, palette, and rows of whole 32-bit words or runs. */
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
    {
      start,
      end: compression === 1 || compression === 2 ? endOfRuns(file, start, compression) : start + length,
    },
  ];
}

/** Pairs of bytes: a run; or zero, and the end of all, a jump, or how many pixels follow. `perByte`: pixels in one. */
function endOfRuns(file: Buffer, start: number, perByte: number): number {
  let at = start;
  for (; at + 2 <= file.length; at += 2) {
    const [run, code = 0] = file.subarray(at, at + 2);
    if (run === 0 && code === 1) return at + 2;
    if (run === 0 && code === 2) at += 2;
    if (run === 0 && code > 2) at += 2 * Math.ceil(code / perByte / 2);
  }
  return file.length;
}

function stl(file: Buffer): Range[] {
  return file.toString('latin1', 0, 5) === 'solid'
    ? []
    : [{ start: 84, end: 84 + 50 * file.readUInt32LE(80) }];
}

/** Names of elements, and all of these that the header counts; as text they are checked like any other. */
function ply(file: Buffer): Range[] {
  const [header = ''] = /^[\s\S]*?end_header[ \t]*(?:\r\n|\n|\r)/.exec(file.toString('latin1')) ?? [];
  const names = plyNames(file);
  if (header === '' || header.includes('format ascii')) return names;
  const isLittle = header.includes('little_endian');
  let end = header.length;
  for (const [, count = '0', properties = ''] of header.matchAll(
    /^element \S+ (\d+)\s+((?:property .*\s+)*)/gm,
  )) {
    for (let left = Number(count); left > 0 && end < file.length; left--) {
      for (const [, list, type = ''] of properties.matchAll(/^property (?:list (\w+) )?(\w+)/gm)) {
        const width = list === undefined ? 0 : sizeOf(list);
        const many = isLittle ? file.readUIntLE(end, width || 1) : file.readUIntBE(end, width || 1);
        end += width === 0 ? sizeOf(type) : width + many * sizeOf(type);
        if (end + 4 > file.length)
          return [...names, { start: header.length, end: Math.min(end, file.length) }];
      }
    }
  }
  return [...names, { start: header.length, end }];
}

function sizeOf(type: string): number {
  if (/char|int8/.test(type)) return 1;
  if (/short|int16/.test(type)) return 2;
  return /double|float64/.test(type) ? 8 : 4;
}

/** The views of the buffer in the file that are no pictures. */
function glb(file: Buffer): Range[] {
  const jsonEnd = 20 + file.readUInt32LE(12);
  const { bufferViews = [], images = [] } = JSON.parse(file.toString('utf8', 20, jsonEnd));
  const pictures = new Set(images.map((image: { bufferView?: number }) => image.bufferView));
  return bufferViews.flatMap(
    ({ byteOffset = 0, byteLength }: { byteOffset?: number; byteLength: number }, i: number) => {
      const start = jsonEnd + 8 + byteOffset;
      return pictures.has(i) ? [] : [{ start, end: start + byteLength }];
    },
  );
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
