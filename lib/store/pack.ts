import { readCapped } from './capped.ts';
import type { PackedSnapshot } from './schema.ts';
import type { Snapshot } from './types.ts';

/** A snapshot with its text as JSON and its page, both gzipped (Compression Streams, section 4: RFC 1952). */
export async function packSnapshot({ text, html, ...rest }: Snapshot): Promise<PackedSnapshot> {
  const packed = await gzip(JSON.stringify(text));
  return { ...rest, packed, ...(html === undefined ? {} : { page: await gzip(html) }) };
}

/** The snapshot as it was before {@link packSnapshot}. Throws when the bytes are not what was packed. */
export async function unpackSnapshot({ packed, page, ...rest }: PackedSnapshot): Promise<Snapshot> {
  const text = JSON.parse(await gunzip(packed));
  return { ...rest, text, ...(page === undefined ? {} : { html: await gunzip(page) }) };
}

async function gzip(text: string): Promise<Uint8Array> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** The text in gzipped bytes. Throws when they are none, or when the text has more than `cap` bytes. */
export async function gunzip(bytes: Uint8Array, cap = Number.POSITIVE_INFINITY): Promise<string> {
  const packed = new Blob([new Uint8Array(bytes)]).stream();
  const text = await readCapped(new Response(packed.pipeThrough(new DecompressionStream('gzip'))), cap);
  if (!text) throw new RangeError('unpacks to more than it may');
  return new TextDecoder().decode(text);
}
