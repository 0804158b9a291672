import { createHash } from 'node:crypto';
import type { Format } from '../../lib/strip/types.ts';
import { heifPictures } from '../unit/strip/isobmff/heif-decoder.ts';
import { shown } from '../unit/strip/oracles.ts';

type Oracle = (bytes: Uint8Array) => Promise<unknown>;

/** What a file shows, format by format: two files that show the same are equal here. */
const ORACLES: Partial<Record<Format, Oracle>> = {
  jpeg: shown,
  png: shown,
  webp: shown,
  gif: shown,
  tiff: shown,
  svg: shown,
  heif: heifPictures,
  avif: shown, // libheif-js has no decoder for it
  bmp: async (bytes) => bitmap(bytes),
  jxl: async (bytes) => codestream(bytes),
};

/** 'undecodable' for a file that no decoder shows; undefined for a format that there is no decoder of. */
export async function decoded(format: Format, bytes: Uint8Array): Promise<unknown> {
  return ORACLES[format]?.(bytes).catch(() => 'undecodable');
}

/** Size, depth, coding and pixels of a BMP as they are coded: what lies between the header and the pixels is colours. */
function bitmap(bytes: Uint8Array): unknown {
  const file = Buffer.from(bytes);
  const pixelsAt = file.readUInt32LE(10);
  const [headerLength, coded] = [file.readUInt32LE(14), file.readUInt32LE(34)];
  const length =
    coded || Math.ceil((file.readInt32LE(18) * file.readUInt16LE(28)) / 32) * 4 * file.readInt32LE(22);
  const pixels = file.subarray(pixelsAt, pixelsAt + Math.abs(length));
  return [headerLength, file.toString('hex', 18, 38), hash(pixels)];
}

/** The codestream of a JPEG XL, naked or out of its boxes (ISO/IEC 18181-2 section 9). */
function codestream(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  if (file[0] === 0xff) return hash(file);
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= file.length; ) {
    const short = file.readUInt32BE(at);
    const header = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short || file.length - at;
    const type = file.toString('latin1', at + 4, at + 8);
    if (type === 'jxlc') parts.push(file.subarray(at + header, at + length));
    if (type === 'jxlp') parts.push(file.subarray(at + header + 4, at + length));
    at += Math.max(length, header);
  }
  return hash(Buffer.concat(parts));
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
