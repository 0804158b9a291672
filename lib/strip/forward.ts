import { type Bytes, readBytes } from './bytes.ts';
import { type Feed, stepFeed, streamFeed } from './feed.ts';
import { isSmall } from './read.ts';
import type { Reading } from './window.ts';
import { behindWrapper } from './wrapper.ts';

const EMPTY: Bytes = new Uint8Array(0);

/** Reads a file whole, once, from front to back, and holds a few steps of it in memory. While they are looked at the next ones are on their way. */
export class Forward implements Reading {
  readonly size: number;
  private readonly blob: Blob;
  private feed: Feed;
  private isFed = false;
  private start = 0;
  private bytes: Bytes = EMPTY;

  constructor(blob: Blob) {
    this.blob = blob;
    this.size = blob.size;
    this.feed = feedOf(blob);
  }

  async from(at: number, least: number): Promise<Bytes> {
    // Nobody who reads forward asks for that.
    if (at < this.start) return readBytes(this.blob, at, at + least);
    const end = Math.min(at + least, this.size);
    while (this.start + this.bytes.length < end) await this.goOn(at);
    return this.bytes.subarray(at - this.start);
  }

  async copy(start: number, end: number): Promise<Bytes> {
    return (await this.from(start, end - start)).slice(0, end - start);
  }

  /** Nothing more of the file is needed. */
  close(): void {
    this.feed.close();
  }

  /** What stands before `at` is let go. @throws {Error} when the file is shorter than it says */
  private async goOn(at: number): Promise<void> {
    const kept = this.bytes.subarray(Math.min(at - this.start, this.bytes.length));
    const start = this.start + this.bytes.length - kept.length;
    const had = kept.length;
    this.bytes = await this.more(kept);
    this.start = start;
    if (this.bytes.length <= had) throw new Error('The file ends too soon.');
  }

  /** Where streams do not work after all the first word shows it. */
  private async more(kept: Bytes): Promise<Bytes> {
    try {
      return await this.feed.more(kept);
    } catch (error) {
      if (this.isFed) throw error;
      this.close();
      this.feed = stepFeed(this.blob);
      return await this.feed.more(EMPTY);
    } finally {
      this.isFed = true;
    }
  }
}

function feedOf(blob: Blob): Feed {
  try {
    // Through a wrapper streams do not work, and to find that out by one that fails takes longer than the read.
    return isSmall(blob) || behindWrapper(blob) ? stepFeed(blob) : streamFeed(blob);
  } catch {
    return stepFeed(blob);
  }
}
