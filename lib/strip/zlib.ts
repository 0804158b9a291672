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
  const { pieces, whole } = await inflated(through(data, new DecompressionStream('deflate')), limit);
  return { bytes: concat(pieces).subarray(0, limit), whole };
}

/** Inflates a gzip file (RFC 1952), giving at most `limit` bytes; broken ones give what came out before the break. */
export async function gunzip(data: Uint8Array, limit: number): Promise<Bytes> {
  const { pieces } = await inflated(through(data, new DecompressionStream('gzip')), limit);
  return concat(pieces).subarray(0, limit);
}

/** Deflates into a zlib stream (RFC 1950). */
export async function deflate(data: Uint8Array): Promise<Bytes> {
  return concat(await drain(through(data, new CompressionStream('deflate'))));
}

/**
 * Inflates a raw deflate stream (RFC 1951), as ZIP has it. Null when it is broken, goes on behind its end, or gives more than `limit`
 * bytes: a bomb stops there.
 */
export async function inflateRaw(packed: Blob, limit: number): Promise<Blob | null> {
  const { pieces, whole } = await inflated(through(packed, new DecompressionStream('deflate-raw')), limit);
  return whole ? new Blob(pieces) : null;
}

async function inflated(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
): Promise<{ pieces: Bytes[]; whole: boolean }> {
  const pieces: Bytes[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(new Uint8Array(next.value));
      length += next.value.length;
      if (length > limit) {
        await reader.cancel();
        return { pieces, whole: false };
      }
    }
  } catch {
    return { pieces, whole: false };
  }
  return { pieces, whole: true };
}

/** Deflates into a raw stream (RFC 1951). */
export async function deflateRaw(content: Blob): Promise<Blob> {
  const reader = through(content, new CompressionStream('deflate-raw'));
  return new Blob(await drain(reader));
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Bytes[]> {
  const pieces: Bytes[] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(new Uint8Array(next.value));
  }
  return pieces;
}

function through(
  data: Uint8Array | Blob,
  transform: GenericTransformStream,
): ReadableStreamDefaultReader<Uint8Array> {
  const blob = data instanceof Blob ? data : new Blob([new Uint8Array(data)]);
  const stream: ReadableStream<Uint8Array> = blob
    .stream()
    .pipeThrough(transform as TransformStream<Uint8Array, Uint8Array>);
  return stream.getReader();
}
