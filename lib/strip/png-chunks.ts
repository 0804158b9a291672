import { type Bytes, concat, fromLatin1, latin1, view } from './bytes.ts';
import { crc32 } from './crc32.ts';
import type { Window } from './window.ts';

/** One chunk (PNG Third Edition, section 5.3). Offsets are from the start of the file; `end` may lie beyond it. */
export type Chunk = { type: string; start: number; dataAt: number; dataEnd: number; end: number };

const HEADER = 8;
const CRC = 4;

/** The chunk that starts at `start`, by its header alone; null when no chunk can start there. */
export async function readChunk(window: Window, start: number): Promise<Chunk | null> {
  const header = await window.copy(start, start + HEADER);
  const type = latin1(header, 4, HEADER);
  if (!/^[A-Za-z]{4}$/.test(type)) return null;
  const dataAt = start + HEADER;
  const dataEnd = dataAt + view(header).getUint32(0);
  return { type, start, dataAt, dataEnd, end: dataEnd + CRC };
}

/** Is the checksum over type and data the one that is written behind them? */
export async function isSumRight(window: Window, { dataAt, dataEnd, end }: Chunk): Promise<boolean> {
  const summed = await window.copy(dataAt - 4, end);
  return crc32(summed.subarray(0, dataEnd - dataAt + 4)) === view(summed).getUint32(dataEnd - dataAt + 4);
}

/** A chunk ready to be written. */
export function makeChunk(type: string, data: Uint8Array): Bytes {
  const summed = concat([fromLatin1(type), data]);
  const ends = new DataView(new ArrayBuffer(8));
  ends.setUint32(0, data.length);
  ends.setUint32(4, crc32(summed));
  return concat([new Uint8Array(ends.buffer, 0, 4), summed, new Uint8Array(ends.buffer, 4, 4)]);
}
