import { type Bytes, concat, latin1, readBytes, view } from '../bytes.ts';
import { exifFindings } from '../exif.ts';
import { say } from '../sentences.ts';
import type { Finding } from '../types.ts';
import { size, words } from '../words.ts';
import { xmpFindings } from '../xmp.ts';
import type { Item, Items } from './items.ts';
import type { Copy } from './rules.ts';

export const XMP_TYPE = 'application/rdf+xml';
/** Longest item that is read to be told; it goes whatever it holds. */
const LONGEST = 1_048_576;

/** What an item tells that no picture needs. At least one finding. */
export async function itemFindings(item: Item, items: Items, copy: Copy): Promise<Finding[]> {
  const where = `HEIF item ${words(item.type)}`;
  if (item.type === 'Exif') return exifFindings(tiffOf(await read(item, copy)));
  if (isXmp(item)) return xmpFindings(await read(item, copy));
  if (item.contentType.includes('c2pa')) return [{ kind: 'provenance', where, value: say('c2pa') }];
  const isPreview = items.references.some(({ type, from }) => type === 'thmb' && from === item.id);
  if (isPreview) return [{ kind: 'thumbnail', where: 'HEIF thumbnail' }];
  if (item.auxiliary) return [{ kind: 'other', where, value: words(item.auxiliary.split(':').at(-1) ?? '') }];
  const length = item.extents.reduce((sum, extent) => sum + extent.length, 0);
  return [{ kind: 'other', where, value: size(length) }];
}

export function isXmp({ type, contentType }: Item): boolean {
  return type === 'mime' && contentType === XMP_TYPE;
}

async function read({ extents }: Item, { file }: Copy): Promise<Bytes> {
  let left = LONGEST;
  const pieces: Bytes[] = [];
  for (const { at, length } of extents) {
    pieces.push(await readBytes(file, at, at + Math.min(length, left)));
    left -= Math.min(length, left);
  }
  return concat(pieces);
}

/** ISO/IEC 23008-12 section A.2.1: four bytes say how far away the TIFF header is. Some writers leave them out. */
export function tiffOf(item: Bytes): Bytes {
  if (item.length < 8 || /^(?:II|MM|Ex)/.test(latin1(item, 0, 2))) return item;
  return item.subarray(4 + Math.min(view(item).getUint32(0), item.length - 4));
}
