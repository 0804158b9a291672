// Follows a zlib stream (RFC 1950; RFC 1951, section 3.2), to know where it ends and whether it is sound: browsers say only that it is not
import { type Code, codeOf, LONGEST, NoCode, wholeCode } from './zlib-codes.ts';

/** What becomes of a zlib stream that is followed: it ends, there is more to come, there is a code that cannot be, or it is too much. */
export type Followed = { state: 'ended' | 'open' | 'broken' | 'endless'; end: number };

/** Looks at some of the bytes that come out. */
export type Watch = {
  /** The place of the next one, counted from zero. */
  at: number;
  /** Takes that byte and sets `at` anew. False: it cannot be there. */
  look(byte: number): boolean;
};

class RunOut extends Error {}
class TooMuch extends Error {}

/** Copies are made of what came out last, this far back. */
const WINDOW = 32_768;
const ROOM = 4 * WINDOW;
/** More bytes than this do not come out of a picture that people have; a bomb would go on for ever. */
const MOST = 134_217_728;
const END_OF_BLOCK = 256;
const CHECKSUM = 4;
/** The order in which the lengths of the code for lengths stand (section 3.2.7). */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Lengths and distances of copies: the least that each word stands for, and how many bits are added (section 3.2.5). */
const COPIES = 29;
const DISTANCES = 30;
const LENGTH = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const FIXED = codeOf([
  ...Array<number>(144).fill(8),
  ...Array<number>(112).fill(9),
  ...Array<number>(24).fill(7),
  ...Array<number>(8).fill(8),
]);
const FIXED_DISTANCES = codeOf(Array<number>(DISTANCES).fill(5));

/** Follows a stream from the first of `bytes`; `end` is the place behind its last byte when it ends. */
export function followZlib(bytes: Uint8Array, watch?: Watch): Followed {
  const walk = new Walk(bytes, watch);
  try {
    walk.header();
    while (!walk.block());
    return { state: 'ended', end: walk.end() };
  } catch (error) {
    if (error instanceof RunOut) return { state: 'open', end: bytes.length };
    if (error instanceof NoCode) return { state: 'broken', end: bytes.length };
    if (error instanceof TooMuch) return { state: 'endless', end: bytes.length };
    throw error;
  }
}

class Walk {
  private readonly bytes: Uint8Array;
  private readonly watch: Watch | undefined;
  /** What came out last, up to `filled`; `gone` bytes came out before. */
  private readonly out = new Uint8Array(ROOM);
  private filled = 0;
  private gone = 0;
  private at = 0;
  private bits = 0;
  private bitCount = 0;

  constructor(bytes: Uint8Array, watch: Watch | undefined) {
    this.bytes = bytes;
    this.watch = watch;
  }

  /** RFC 1950, section 2.2. */
  header(): void {
    const [method, flags] = [this.take(8), this.take(8)];
    if ((method & 15) !== 8 || (method * 256 + flags) % 31 !== 0 || (flags & 32) !== 0) throw new NoCode();
  }

  /** Goes through a block; true when it is the last. */
  block(): boolean {
    const isLast = this.take(1) === 1;
    const kind = this.take(2);
    if (kind === 0) this.stored();
    else if (kind === 1) this.coded(FIXED, FIXED_DISTANCES);
    else if (kind === 2) this.coded(...this.codes());
    else throw new NoCode();
    return isLast;
  }

  /** Behind the checksum. */
  end(): number {
    if (this.at + CHECKSUM > this.bytes.length) throw new RunOut();
    return this.at + CHECKSUM;
  }

  private take(count: number): number {
    while (this.bitCount < count) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new RunOut();
      this.at++;
      this.bits |= byte << this.bitCount;
      this.bitCount += 8;
    }
    const value = this.bits & ((1 << count) - 1);
    this.bits >>>= count;
    this.bitCount -= count;
    return value;
  }

  private stored(): void {
    this.bits = 0;
    this.bitCount = 0;
    const [length, inverse] = [this.take(16), this.take(16)];
    if ((length ^ inverse) !== 0xffff) throw new NoCode();
    for (let left = length; left > 0; left--) {
      this.makeRoom(1);
      this.out[this.filled++] = this.take(8);
      this.look();
    }
  }

  /** Lets go of what is too far back to be copied. */
  private makeRoom(length: number): void {
    if (this.filled + length <= ROOM) return;
    const gone = this.filled - WINDOW;
    this.out.copyWithin(0, gone, this.filled);
    this.filled = WINDOW;
    this.gone += gone;
    if (this.gone > MOST) throw new TooMuch();
  }

  private look(): void {
    const { watch, out, gone, filled } = this;
    while (watch && watch.at < gone + filled) if (!watch.look(out[watch.at - gone] ?? 0)) throw new NoCode();
  }

  private coded(lengths: Code, distances: Code): void {
    for (let word = this.word(lengths); word !== END_OF_BLOCK; word = this.word(lengths)) {
      if (word < END_OF_BLOCK) {
        this.makeRoom(1);
        this.out[this.filled++] = word;
      } else this.copy(word - END_OF_BLOCK - 1, distances);
      this.look();
    }
  }

  /** Nothing can be copied from before the beginning. */
  private copy(index: number, distances: Code): void {
    if (index >= COPIES) throw new NoCode();
    const length = (LENGTH[index] ?? 0) + this.take(index < 8 || index === 28 ? 0 : (index >> 2) - 1);
    const word = this.word(distances);
    if (word >= DISTANCES) throw new NoCode();
    const extra = word < 4 ? 0 : (word >> 1) - 1;
    const least = word < 4 ? word + 1 : 1 + ((2 + (word & 1)) << extra);
    const distance = least + this.take(extra);
    if (distance > this.gone + this.filled) throw new NoCode();
    this.makeRoom(length);
    const { out, filled } = this;
    if (distance >= length) out.copyWithin(filled, filled - distance, filled - distance + length);
    else for (let i = filled; i < filled + length; i++) out[i] = out[i - distance] ?? 0;
    this.filled += length;
  }

  /** The two codes of a block that brings its own (section 3.2.7). */
  private codes(): [lengths: Code, distances: Code] {
    const [literals, distances] = [this.take(5) + 257, this.take(5) + 1];
    const used = this.take(4) + 4;
    if (literals > 286 || distances > DISTANCES) throw new NoCode();
    const widths = Array<number>(ORDER.length).fill(0);
    for (const place of ORDER.slice(0, used)) widths[place] = this.take(3);
    const all = this.widths(wholeCode(widths), literals + distances);
    if (!all[END_OF_BLOCK]) throw new NoCode();
    const [first, second] = [all.slice(0, literals), all.slice(literals)];
    return [
      wholeCode(first),
      second.filter((width) => width > 0).length > 1 ? wholeCode(second) : codeOf(second),
    ];
  }

  /** Lengths, of which several that are the same stand as one. */
  private widths(code: Code, count: number): number[] {
    const all: number[] = [];
    while (all.length < count) {
      const word = this.word(code);
      if (word < 16) all.push(word);
      else {
        const last = word === 16 ? all.at(-1) : 0;
        if (last === undefined) throw new NoCode();
        const times = word === 18 ? 11 + this.take(7) : 3 + this.take(word === 16 ? 2 : 3);
        for (let i = 0; i < times; i++) all.push(last);
      }
    }
    if (all.length > count) throw new NoCode();
    return all;
  }

  private word({ counts, symbols }: Code): number {
    let [code, first, index] = [0, 0, 0];
    for (let length = 1; length <= LONGEST; length++) {
      code = (code << 1) | this.take(1);
      const count = counts[length] ?? 0;
      first <<= 1;
      if (code - first < count) return symbols[index + code - first] ?? 0;
      index += count;
      first += count;
    }
    throw new NoCode();
  }
}
