import { type Bytes, concat, view } from '../bytes.ts';
import { exifFindings } from '../exif.ts';
import { profileFindings } from '../icc-findings.ts';
import { say } from '../sentences.ts';
import type { Finding } from '../types.ts';
import type { Entry, Reader } from './reader.ts';
import { PRIVATE, TAG } from './tags.ts';

/** How much is read of a value to be told. */
const LONGEST_VALUE = 65_536;
const HEADER = 8;
const ENTRY = 12;

/** Entries that go, of a picture's own directory and of the notes on it. */
export type Gone = { ifd0: Entry[]; exif: Entry[]; gps: Entry[] };

/** How many bytes of values may still be read to be told. */
export type Budget = { left: number };

/** What entries tell that go. At least one finding when there are any. */
export async function goneFindings(reader: Reader, gone: Gone, budget: Budget): Promise<Finding[]> {
  const own = gone.ifd0.flatMap(({ tag }): Finding[] => {
    const known = PRIVATE[tag];
    return known ? [{ where: known[0], kind: known[1], value: known[2] }] : [];
  });
  for (const entry of gone.ifd0.filter(isProfile)) {
    const [whole, ...told] = profileFindings(await readValue(entry, reader, budget));
    if (whole) own.push({ ...whole, value: say('profile') }, ...told);
  }
  const notes = { ...gone, ifd0: gone.ifd0.filter((entry) => !(entry.tag in PRIVATE || isProfile(entry))) };
  const isEmpty = notes.ifd0.length + notes.exif.length + notes.gps.length === 0;
  return isEmpty ? own : [...own, ...(await exifFindings(await smallBlock(reader, notes, budget)))];
}

function isProfile({ tag }: Entry): boolean {
  return tag === TAG.profile;
}

/** As much of a value as is read to be told. */
async function readValue({ at, length }: Entry, reader: Reader, budget: Budget): Promise<Bytes> {
  const read = await reader.bytes(at, at + Math.min(length, LONGEST_VALUE, budget.left));
  budget.left -= read.length;
  return read;
}

/**
 * The entries as an Exif block of their own: in the file their values can be gigabytes apart. Values of types that only BigTIFF has are left
 * out, long ones are cut off.
 */
async function smallBlock(reader: Reader, { ifd0, exif, gps }: Gone, budget: Budget): Promise<Bytes> {
  const directories: Uint8Array[] = [];
  let at = HEADER;
  const append = async (entries: Entry[], pointers: Map<number, number>) => {
    const start = at;
    const bytes = await directory(reader, entries, pointers, start, budget);
    directories.push(bytes);
    at += bytes.length;
    return start;
  };
  const pointers = new Map<number, number>();
  if (exif.length > 0) pointers.set(TAG.exif, await append(exif, new Map()));
  if (gps.length > 0) pointers.set(TAG.gps, await append(gps, new Map()));
  const first = await append(ifd0, pointers);
  const header = new Uint8Array(HEADER);
  const data = view(header);
  data.setUint16(0, reader.littleEndian ? 0x4949 : 0x4d4d);
  data.setUint16(2, 42, reader.littleEndian);
  data.setUint32(4, first, reader.littleEndian);
  return concat([header, ...directories]);
}

async function directory(
  reader: Reader,
  entries: readonly Entry[],
  pointers: ReadonlyMap<number, number>,
  start: number,
  budget: Budget,
): Promise<Bytes> {
  const le = reader.littleEndian;
  const table = new Uint8Array(2 + (entries.length + pointers.size) * ENTRY + 4);
  const data = view(table);
  const values: Uint8Array[] = [];
  let valuesAt = start + table.length;
  data.setUint16(0, entries.length + pointers.size, le);
  const write = (i: number, tag: number, type: number, count: number) => {
    data.setUint16(2 + i * ENTRY, tag, le);
    data.setUint16(4 + i * ENTRY, type, le);
    data.setUint32(6 + i * ENTRY, count, le);
    return 10 + i * ENTRY;
  };
  for (const [i, entry] of entries.entries()) {
    const { tag, type, count, length } = entry;
    const read = await readValue(entry, reader, budget);
    const size = length / count || 1;
    const whole = Math.floor(read.length / size);
    const place = write(i, tag, type, whole);
    if (whole * size <= 4) table.set(read.subarray(0, whole * size), place);
    else {
      data.setUint32(place, valuesAt, le);
      values.push(read);
      valuesAt += read.length;
    }
  }
  for (const [i, [tag, to]] of [...pointers].entries())
    data.setUint32(write(entries.length + i, tag, 4, 1), to, le);
  return concat([table, ...values]);
}
