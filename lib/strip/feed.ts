import { type Bytes, concat, readBytes } from './bytes.ts';

/** The bytes of a file, in order, as they come. */
export type Feed = {
  /** `kept`, the end of what was given last, with more behind it. What was given before is gone then. Gives `kept` alone at the end of the file. */
  more(kept: Bytes): Promise<Bytes>;
  close(): void;
};

/** Of the buffer for a stream: measured in Chromium, smaller ones are slower, larger ones no faster. */
export const BUFFER = 1_048_576;
/** Measured in Firefox on a busy machine: smaller steps are slower. */
export const STEP = 4_194_304;
/** Of the buffer for a small file. */
const LEAST = 4096;
/** Steps that are on their way while one is looked at. */
const AHEAD = 1;
/**
 * Readers that somebody waits for. Nothing else in a page holds them: when Chromium collects its garbage it throws an unheld one away, and the
 * read that it owes never ends (seen in 156).
 */
const READING = new Set<ReadableStreamBYOBReader>();

/**
 * Through a stream, into one buffer that is used over and over. In Chromium every part of a file that is asked for by itself costs a word with
 * another process, for which all else waits, and every new buffer costs as much as what is read into it.
 */
export function streamFeed(blob: Blob): Feed {
  const reader = blob.stream().getReader({ mode: 'byob' });
  READING.add(reader);
  let buffer = new ArrayBuffer(Math.max(LEAST, Math.min(blob.size, BUFFER)));

  function holding(kept: Bytes): Bytes {
    const isRoomy = kept.length <= buffer.byteLength / 2;
    const bytes = new Uint8Array(isRoomy ? buffer : new ArrayBuffer(buffer.byteLength * 2));
    bytes.set(kept);
    return bytes;
  }

  return {
    async more(kept) {
      const length = kept.length;
      const { value } = await reader.read(holding(kept).subarray(length));
      if (!value) return kept;
      buffer = value.buffer;
      return new Uint8Array(buffer, 0, length + value.length);
    },
    close() {
      READING.delete(reader);
      reader.cancel().catch(() => {});
    },
  };
}

/** Step by step, some of them ahead: for a Firefox content script, whose buffers a stream of the page cannot fill. */
export function stepFeed(blob: Blob): Feed {
  const coming: Promise<Bytes>[] = [];
  let next = 0;

  function ask(): void {
    for (; next < blob.size && coming.length < AHEAD; next += STEP) {
      const step = readBytes(blob, next, next + STEP);
      // One that fails is missed only when its turn comes.
      step.catch(() => {});
      coming.push(step);
    }
  }

  return {
    async more(kept) {
      ask();
      const step = await coming.shift();
      ask();
      if (!step) return kept;
      return kept.length > 0 ? concat([kept, step]) : step;
    },
    close: () => {
      next = blob.size;
    },
  };
}
