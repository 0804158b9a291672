import { type Bytes, concat } from './bytes.ts';

export type Inflated = {
  bytes: Bytes;
  /** True when the stream ended properly: nothing missing, no checksum error, nothing after it. */
  whole: boolean;
};

/**
 * Inflates a zlib stream (RFC 1950), giving at most `limit` bytes: a bomb stops there. Broken streams give what came out
 * before the break.
 */
export async function inflate(data: Uint8Array, limit: number): Promise<Inflated> {
  const reader = through(data, new DecompressionStream('deflate'));
  const pieces: Bytes[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const piece = new Uint8Array(next.value);
      pieces.push(piece);
      length += piece.length;
      if (length > limit) {
        await reader.cancel();
        return { bytes: concat(pieces).slice(0, limit), whole: false };
      }
    }
  } catch {
    return { bytes: concat(pieces), whole: false };
  }
  return { bytes: concat(pieces), whole: true };
}

/** Deflates into a zlib stream (RFC 1950). */
export async function deflate(data: Uint8Array): Promise<Bytes> {
  const reader = through(data, new CompressionStream('deflate'));
  const pieces: Bytes[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(new Uint8Array(next.value));
  }
  return concat(pieces);
}

function through(
  data: Uint8Array,
  transform: GenericTransformStream,
): ReadableStreamDefaultReader<Uint8Array> {
  const blob = new Blob([new Uint8Array(data)]);
  const stream: ReadableStream<Uint8Array> = blob
    .stream()
    .pipeThrough(transform as TransformStream<Uint8Array, Uint8Array>);
  return stream.getReader();
}
