import { type Bytes, readBytes } from './bytes.ts';

const EMPTY: Bytes = new Uint8Array(0);

/** Reads a file from front to back through one window in memory, so that a file of any size costs the same. */
export class Window {
  readonly size: number;
  private readonly blob: Blob;
  private readonly span: number;
  private start = 0;
  private bytes: Bytes = EMPTY;

  /** `span`: how many bytes to fetch at a time. */
  constructor(blob: Blob, span: number) {
    this.blob = blob;
    this.size = blob.size;
    this.span = span;
  }

  /** What the window holds from `at` on: `least` bytes or more, fewer only at the end of the file. A view, valid until the next call. */
  async from(at: number, least: number): Promise<Bytes> {
    const have = this.start + this.bytes.length;
    if (at < this.start || Math.min(at + least, this.size) > have) {
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
