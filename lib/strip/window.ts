import { type Bytes, concat, readBytes } from './bytes.ts';

const EMPTY: Bytes = new Uint8Array(0);
/** Headers less than this apart cost less when what is between them is read too: a read takes a browser a millisecond or two. */
const NEAR = 524_288;
/** Measured in Chromium and Firefox: smaller steps through a file are several times slower, larger ones no faster. */
export const LARGEST_SPAN = 4_194_304;

/** A file that is read piece by piece. */
export type Reading = {
  readonly size: number;
  /** What there is from `at` on: `least` bytes or more, fewer only at the end of the file. A view, valid until the next call. */
  from(at: number, least: number): Promise<Bytes>;
  /** A copy of the bytes from `start` to `end` (exclusive), fewer at the end of the file. */
  copy(start: number, end: number): Promise<Bytes>;
};

/** Bytes that are being read before anybody asks for them; null when they cannot be read. */
type Ahead = { start: number; bytes: Promise<Bytes | null> };

/**
 * Reads a file from front to back through one window in memory, so that a file of any size costs the same. One that starts with the largest
 * step is going to be read whole: while its bytes are looked at, the next ones are on their way.
 */
export class Window implements Reading {
  readonly size: number;
  private readonly blob: Blob;
  private readonly first: number;
  private span: number;
  private start = 0;
  private bytes: Bytes = EMPTY;
  private ahead: Ahead | null = null;

  /** `first`: how many bytes to fetch at a time to begin with. It grows while the places asked for are near each other. */
  constructor(blob: Blob, first: number) {
    this.blob = blob;
    this.size = blob.size;
    this.first = first;
    this.span = first;
  }

  async from(at: number, least: number): Promise<Bytes> {
    const have = this.start + this.bytes.length;
    if (at < this.start || Math.min(at + least, this.size) > have) {
      this.span = at - this.start < NEAR ? Math.min(this.span * 4, LARGEST_SPAN) : this.first;
      this.bytes =
        (await this.joined(at, least)) ?? (await readBytes(this.blob, at, at + Math.max(least, this.span)));
      this.start = at;
      this.readAhead();
    }
    return this.bytes.subarray(at - this.start);
  }

  /** What is left of the window from `at` on, with what is being read behind it. Null when that is not enough. */
  private async joined(at: number, least: number): Promise<Bytes | null> {
    const { ahead, bytes, start } = this;
    this.ahead = null;
    if (!ahead || at < start || at > ahead.start) return null;
    const next = await ahead.bytes;
    if (!next || Math.min(at + least, this.size) > ahead.start + next.length) return null;
    return at === ahead.start ? next : concat([bytes.subarray(at - start), next]);
  }

  private readAhead(): void {
    const start = this.start + this.bytes.length;
    if (this.first < LARGEST_SPAN || start >= this.size) return;
    const bytes = readBytes(this.blob, start, start + LARGEST_SPAN).catch(() => null);
    this.ahead = { start, bytes };
  }

  async copy(start: number, end: number): Promise<Bytes> {
    return (await this.from(start, end - start)).slice(0, end - start);
  }
}
