// Multi-Picture Format (CIPA DC-007, section 5): the index of further pictures in a JPEG file
import { type Bytes, concat, fromLatin1, view } from './bytes.ts';
import { readIfds } from './ifd.ts';

export const MPF = 'MPF\0';

const ENTRIES = 0xb002;
const ENTRY = 16;
/** Cameras index a handful: a preview or two, the other eye, the gain map. */
const MOST_PICTURES = 8;
const PRIMARY = 0x030000;
const DIRECTORY =
  'II*\0\x08\0\0\0\x03\0' +
  '\x00\xb0\x07\0\x04\0\0\x000100' + // version
  '\x01\xb0\x04\0\x01\0\0\0\x02\0\0\0' + // number of pictures
  '\x02\xb0\x07\0\x20\0\0\0\x32\0\0\0' + // the entries below
  '\0\0\0\0';

/** Where the further pictures start. `tiff`: the index from its byte order mark on, from which the offsets count. */
export function indexedOffsets(tiff: Uint8Array): number[] {
  const ifds = readIfds(tiff);
  const list = ifds?.entries.find(({ ifd, tag, sound }) => ifd === 'ifd0' && tag === ENTRIES && sound);
  if (!ifds || !list) return [];
  const count = Math.min(Math.floor(list.length / ENTRY), MOST_PICTURES);
  const data = view(tiff);
  return Array.from({ length: count }, (_, i) =>
    data.getUint32(list.at + i * ENTRY + 8, ifds.littleEndian),
  ).filter((offset) => offset > 0);
}

/** An index of two pictures: the first of `first` bytes, and one of `second` bytes at `offset` from the byte order mark. */
export function makeIndex(first: number, second: number, offset: number): Bytes {
  const entries = new DataView(new ArrayBuffer(2 * ENTRY));
  entries.setUint32(0, PRIMARY, true);
  entries.setUint32(4, first, true);
  entries.setUint32(ENTRY + 4, second, true);
  entries.setUint32(ENTRY + 8, offset, true);
  return concat([fromLatin1(MPF + DIRECTORY), new Uint8Array(entries.buffer)]);
}
