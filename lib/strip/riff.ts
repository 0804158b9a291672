import { type Bytes, concat, fromLatin1, latin1, view } from './bytes.ts';
import type { Window } from './window.ts';

/** One chunk of a RIFF file (RFC 9649, section 2.3). Offsets are from the start of the file. */
export type Chunk = {
  name: string;
  start: number;
  dataAt: number;
  dataEnd: number /** With the padding byte. */;
  end: number;
};

export const HEADER = 8;

/** The chunk that starts at `start`, by its header alone; null when no chunk can start there. */
export async function readChunk(window: Window, start: number): Promise<Chunk | null> {
  const header = await window.copy(start, start + HEADER);
  const name = latin1(header, 0, 4);
  if (header.length < HEADER || !/^[\0 -~]{4}$/.test(name)) return null;
  const dataAt = start + HEADER;
  const length = view(header).getUint32(4, true);
  return { name, start, dataAt, dataEnd: dataAt + length, end: dataAt + length + (length % 2) };
}

export function chunkHeader(name: string, length: number): Bytes {
  const size = new DataView(new ArrayBuffer(4));
  size.setUint32(0, length, true);
  return concat([fromLatin1(name), new Uint8Array(size.buffer)]);
}

/** A chunk ready to be written, padded to an even length. */
export function makeChunk(name: string, data: Uint8Array): Bytes {
  return concat([chunkHeader(name, data.length), data, new Uint8Array(data.length % 2)]);
}
