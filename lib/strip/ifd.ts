import { type Bytes, view } from './bytes.ts';

export type IfdName = 'ifd0' | 'exif' | 'gps' | 'interop' | 'ifd1';

/** One entry of a directory. Offsets are from the start of the TIFF block. */
export type Entry = {
  ifd: IfdName;
  tag: number;
  /** Where the 12 bytes of the entry stand. */
  entryAt: number;
  /** Where its value stands, and how long it is, in bytes. */
  at: number;
  length: number;
  /** The value lies within the block and has a known type. */
  sound: boolean;
};

type Start = { at: number; count: number };
/** `pointers`: the entries that lead to a directory that was read. */
export type Ifds = { littleEndian: boolean; entries: Entry[]; starts: Start[]; pointers: Set<Entry> };
type Next = { name: IfdName; at: number; pointer?: Entry };

export const ORIENTATION = 0x0112;
const EXIF_POINTER = 0x8769;
const GPS_POINTER = 0x8825;
const INTEROP_POINTER = 0xa005;
const UNUSED_TAG = 0xfffe;
const ENTRY = 12;
/** Bytes of a value of each TIFF type, 1 (BYTE) to 13 (IFD). */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const POINTER_TYPES = [4, 13];
const POINTERS: Record<number, IfdName> = {
  [EXIF_POINTER]: 'exif',
  [GPS_POINTER]: 'gps',
  [INTEROP_POINTER]: 'interop',
};

/**
 * The directories of an Exif block (TIFF 6.0 section 2; Exif 3.0 section 4.6) without their values. Each byte is part of one directory, so
 * that a block that points at itself ends. Null when the block has no TIFF header.
 */
export function readIfds(tiff: Uint8Array): Ifds | null {
  if (tiff.length < 8) return null;
  const data = view(tiff);
  const order = data.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const littleEndian = order === 0x4949;
  const ifds: Ifds = { littleEndian, entries: [], starts: [], pointers: new Set() };
  const queue: Next[] = [{ name: 'ifd0', at: data.getUint32(4, littleEndian) }];
  for (const next of queue) {
    const start = next.at >= 8 && next.at + 2 <= tiff.length ? startOf(data, littleEndian, next.at) : null;
    if (!start || ifds.starts.some((other) => overlap(start, other))) continue;
    ifds.starts.push(start);
    if (next.pointer) ifds.pointers.add(next.pointer);
    queue.push(...readIfd(data, ifds, next.name, start));
  }
  return ifds;
}

function startOf(data: DataView, littleEndian: boolean, at: number): Start {
  const room = Math.floor((data.byteLength - at - 2) / ENTRY);
  return { at, count: Math.min(data.getUint16(at, littleEndian), room) };
}

function overlap(a: Start, b: Start): boolean {
  return a.at < b.at + 2 + b.count * ENTRY && b.at < a.at + 2 + a.count * ENTRY;
}

function readIfd(data: DataView, ifds: Ifds, name: IfdName, { at: start, count }: Start): Next[] {
  const { littleEndian } = ifds;
  const further: Next[] = [];
  for (let i = 0; i < count; i++) {
    const entry = readEntry(data, littleEndian, name, start + 2 + i * ENTRY);
    ifds.entries.push(entry);
    const child = name === 'ifd0' || name === 'exif' ? POINTERS[entry.tag] : undefined;
    if (child && entry.sound && POINTER_TYPES.includes(data.getUint16(entry.entryAt + 2, littleEndian))) {
      further.push({ name: child, at: data.getUint32(entry.at, littleEndian), pointer: entry });
    }
  }
  const end = start + 2 + count * ENTRY;
  if (name === 'ifd0' && end + 4 <= data.byteLength) {
    further.push({ name: 'ifd1', at: data.getUint32(end, littleEndian) });
  }
  return further;
}

function readEntry(data: DataView, littleEndian: boolean, ifd: IfdName, entryAt: number): Entry {
  const size = SIZES[data.getUint16(entryAt + 2, littleEndian)] ?? 0;
  const length = size * data.getUint32(entryAt + 4, littleEndian);
  const at = length <= 4 ? entryAt + 8 : data.getUint32(entryAt + 8, littleEndian);
  const sound = size > 0 && length > 0 && at + length <= data.byteLength;
  return { ifd, tag: data.getUint16(entryAt, littleEndian), entryAt, at, length, sound };
}

/** How the picture is to be turned, 1 (upright) to 8 (Exif 3.0, tag 0x0112). 1 when the block does not say. */
export function orientationOf(tiff: Uint8Array): number {
  const ifds = readIfds(tiff);
  const entry = ifds?.entries.find(({ ifd, tag, sound }) => ifd === 'ifd0' && tag === ORIENTATION && sound);
  if (!ifds || !entry || entry.length < 2) return 1;
  const value = view(tiff).getUint16(entry.at, ifds.littleEndian);
  return value >= 1 && value <= 8 ? value : 1;
}

/**
 * A copy in which only entries that are sound, wanted and the first of their tag still have a value, so that a reader of values cannot
 * be made to allocate or loop by a hostile block.
 */
export function defuse(tiff: Uint8Array, ifds: Ifds, wanted: (entry: Entry) => boolean): Bytes {
  const copy = new Uint8Array(tiff);
  const data = view(copy);
  for (const { at, count } of ifds.starts) data.setUint16(at, count, ifds.littleEndian);
  const good = new Set(firstOfEach(ifds.entries.filter((entry) => entry.sound && wanted(entry))));
  for (const entry of ifds.entries) {
    if (!ifds.pointers.has(entry) && !good.has(entry)) empty(data, entry.entryAt, ifds.littleEndian);
  }
  return copy;
}

/** Without repetitions of a tag in its directory: a hostile block has thousands. */
export function firstOfEach(entries: readonly Entry[]): Entry[] {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.ifd} ${entry.tag}`;
    if (!first.has(key)) first.set(key, entry);
  }
  return [...first.values()];
}

/** Under a number that no reader asks for, so that it does not stand in for a good entry of the same tag. */
function empty(data: DataView, entryAt: number, littleEndian: boolean): void {
  data.setUint16(entryAt, UNUSED_TAG, littleEndian);
  data.setUint16(entryAt + 2, 1, littleEndian);
  data.setUint32(entryAt + 4, 0, littleEndian);
}
