import type { PackedSnapshot } from './schema.ts';
import type { Snapshot } from './types.ts';

/** A snapshot with its text as gzipped JSON (Compression Streams, section 4 "Supported formats": RFC 1952). */
export async function packSnapshot({ text, ...rest }: Snapshot): Promise<PackedSnapshot> {
  const json = new Blob([JSON.stringify(text)]).stream();
  return { ...rest, packed: await bytesOf(json.pipeThrough(new CompressionStream('gzip'))) };
}

/** The snapshot as it was before {@link packSnapshot}. Throws when the bytes are not what was packed. */
export async function unpackSnapshot({ packed, ...rest }: PackedSnapshot): Promise<Snapshot> {
  const gzipped = new Blob([new Uint8Array(packed)]).stream();
  const json = await new Response(gzipped.pipeThrough(new DecompressionStream('gzip'))).text();
  return { ...rest, text: JSON.parse(json) };
}

async function bytesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
