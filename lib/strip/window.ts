import { type Bytes, readBytes } from './bytes.ts';

const EMPTY: Bytes = new Uint8Array(0);
/** Headers less than this apart cost less when what is between them is read too: a read takes a browser a millisecond or two. */
const NEAR = 524_288;
/** Measured in Chromium and Firefox: smaller steps through a file are several times slower, larger ones no faster. */
export const LARGEST_SPAN = 4_194_304;

/** Reads a file from front to back through one window in memory, so that a file of any size costs the same. */
export class Window {
  readonly size: number;
  private readonly blob: Blob;
  private readonly first: number;
  private span: number;
  private start = 0;
  private bytes: Bytes = EMPTY;

  /** `first`: how many bytes to fetch at a time to begin with. It grows while the places asked for are near each other. */
  constructor(blob: Blob, first: number) {
    this.blob = blob;
    this.size = blob.size;
    this.first = first;
    this.span = first;
  }

  /** What the window holds from `at` on: `least` bytes or more, fewer only at the end of the file. A view, valid until the next call. */
  async from(at: number, least: number): Promise<Bytes> {
    const have = this.start + this.bytes.length;
    if (at < this.start || Math.min(at + least, this.size) > have) {
      this.span = at - this.start < NEAR ? Math.min(this.span * 4, LARGEST_SPAN) : this.first;
      this.bytes = await readBytes(this.blob, at, at + Math.max(least, this.span));
      this.start = at;
    }
    return this.bytes.subarray(at - this.start);
  }

  /** A copy of the bytes from `start` to `end` (exclusive), fewer at the end of the file. */
  async copy(start: number, end: number): Promise<Bytes> {
    return (await this.from(start, end - start)).slice(0, end - start);
  }
}
