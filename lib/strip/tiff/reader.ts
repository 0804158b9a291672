import { type Bytes, latin1, view } from '../bytes.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { Window } from '../window.ts';
import { NUMBERS } from './tags.ts';

/** One entry of a directory. Places are from the start of the file. */
export type Entry = {
  tag: number;
  type: number;
  count: number;
  /** Where its value stands, and how long it is, in bytes. */
  at: number;
  length: number;
  /** The value stands in the entry itself. */
  isInline: boolean;
};
export type Directory = {
  at: number;
  end: number;
  entries: Entry[];
  /** The first entry of each tag: readers pass over others. */
  byTag: Map<number, Entry>;
  next: number;
};

/** Bytes of a value of each type (TIFF 6.0 section 2; BigTIFF for the last three), by its number. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];
const MAGIC = { tiff: 42, big: 43 } as const;
/** Real directories have a tenth of it. */
const MOST_ENTRIES = 4096;
/** Enough for the directory of a photo and the values near it. */
const FIRST_READ = 16_384;

/** Reads directories and values, wherever they stand in the file. */
export class Reader {
  readonly size: number;
  /** Lengths of the file's header, of a directory's counter, of an entry, and of a value that fits into an entry. */
  readonly header: number;
  readonly counter: number;
  readonly entry: number;
  readonly inline: number;
  readonly littleEndian: boolean;
  private readonly isBig: boolean;
  private readonly window: Window;

  private constructor(window: Window, littleEndian: boolean, isBig: boolean) {
    this.window = window;
    this.size = window.size;
    this.littleEndian = littleEndian;
    this.isBig = isBig;
    this.header = isBig ? 16 : 8;
    this.counter = isBig ? 8 : 2;
    this.entry = isBig ? 20 : 12;
    this.inline = isBig ? 8 : 4;
  }

  static async open(file: Blob): Promise<Reader> {
    const window = new Window(file, FIRST_READ);
    const head = await window.copy(0, 4);
    const littleEndian = latin1(head, 0, 2) === 'II';
    return new Reader(window, littleEndian, view(head).getUint16(2, littleEndian) === MAGIC.big);
  }

  bytes(start: number, end: number): Promise<Bytes> {
    return this.window.copy(start, end);
  }

  /** Where the first directory is. Throws `Misfit` when the file ends before it says so. */
  async first(): Promise<number> {
    const head = await this.bytes(0, this.header);
    if (head.length < this.header) throw new Misfit(BAD_LENGTHS);
    return this.offset(view(head), this.header - this.inline);
  }

  /** The directory at `at`; null when none can be there. */
  async directory(at: number): Promise<Directory | null> {
    if (at < this.header || at + this.counter > this.size) return null;
    const counter = view(await this.bytes(at, at + this.counter));
    const count = this.isBig ? Number(counter.getBigUint64(0, this.littleEndian)) : this.short(counter, 0);
    const start = at + this.counter;
    const end = start + count * this.entry + this.inline;
    if (count === 0 || count > MOST_ENTRIES || end > this.size) return null;
    const table = view(await this.bytes(start, end));
    const entries = Array.from({ length: count }, (_, i) => this.readEntry(table, i * this.entry, start));
    const byTag = new Map(entries.toReversed().map((entry) => [entry.tag, entry]));
    return { at, end, entries, byTag, next: this.offset(table, count * this.entry) };
  }

  private readEntry(table: DataView, at: number, start: number): Entry {
    const type = this.short(table, at + 2);
    const count = this.isBig
      ? Number(table.getBigUint64(at + 4, this.littleEndian))
      : table.getUint32(at + 4, this.littleEndian);
    const length = count * (SIZES[type] ?? 0);
    const isInline = length <= this.inline;
    const valueAt = at + this.entry - this.inline;
    return {
      tag: this.short(table, at),
      type,
      count,
      at: isInline ? start + valueAt : this.offset(table, valueAt),
      length,
      isInline,
    };
  }

  /** The first `most` numbers of a value, none of a text. Fractions as their numerators. */
  async numbers({ type, count, at }: Entry, most: number): Promise<number[]> {
    const size = NUMBERS.includes(type) ? (SIZES[type] ?? 0) : 0;
    const data = view(await this.bytes(at, at + Math.min(count, most) * size));
    const read = (place: number) => {
      if (size === 1) return data.getUint8(place);
      if (size === 2) return this.short(data, place);
      return size === 8 && type >= 16
        ? Number(data.getBigUint64(place, this.littleEndian))
        : data.getUint32(place, this.littleEndian);
    };
    return size === 0
      ? []
      : Array.from({ length: Math.floor(data.byteLength / size) }, (_, i) => read(i * size));
  }

  /** An entry ready to be written. `value`: the value itself when it fits in, else where it stands. */
  makeEntry(tag: number, type: number, count: number, value: Bytes | number): Bytes {
    const bytes = new Uint8Array(this.entry);
    const data = view(bytes);
    data.setUint16(0, tag, this.littleEndian);
    data.setUint16(2, type, this.littleEndian);
    this.writeOffset(data, 4, count);
    if (typeof value === 'number') this.writeOffset(data, this.entry - this.inline, value);
    else bytes.set(value, this.entry - this.inline);
    return bytes;
  }

  /** A place in the file, or a count of values, as this kind of file writes it. */
  writeOffset(data: DataView, at: number, value: number): void {
    if (this.isBig) data.setBigUint64(at, BigInt(value), this.littleEndian);
    else data.setUint32(at, value, this.littleEndian);
  }

  writeCount(data: DataView, value: number): void {
    if (this.isBig) data.setBigUint64(0, BigInt(value), this.littleEndian);
    else data.setUint16(0, value, this.littleEndian);
  }

  private offset(data: DataView, at: number): number {
    return this.isBig
      ? Number(data.getBigUint64(at, this.littleEndian))
      : data.getUint32(at, this.littleEndian);
  }

  private short(data: DataView, at: number): number {
    return data.getUint16(at, this.littleEndian);
  }
}

/** How long `count` values of a type are, in bytes. */
export function lengthOf(type: number, count: number): number {
  return (SIZES[type] ?? 0) * count;
}
