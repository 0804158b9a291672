import { type Bytes, concat, hasText, view } from '../bytes.ts';
import { isConditioning, isHuffmanTables, isNumber, isQuantizationTables } from '../jpeg-headers.ts';

const EOI = 0xd9;
/** What there may be: DHT, DAC, DQT, DRI. */
const SEGMENTS: Record<number, (payload: Uint8Array) => boolean> = {
  196: isHuffmanTables,
  204: isConditioning,
  219: isQuantizationTables,
  221: isNumber,
};

/**
 * The tables that the JPEG strips of a picture share (TIFF Technical Note 2, "JPEGTables field"), of the same length, with nothing else in them.
 * Null when they are damaged.
 */
export function cleanTables(tables: Bytes): Bytes | null {
  if (!hasText(tables, '\xff\xd8\xff')) return null;
  const kept: Uint8Array[] = [tables.subarray(0, 2)];
  for (let at = 2; ; ) {
    const marker = tables[at + 1];
    if (tables[at] !== 0xff || marker === undefined) return null;
    if (marker === EOI) break;
    const end = at + 4 <= tables.length ? at + 2 + view(tables).getUint16(at + 2) : tables.length + 1;
    const isSound = SEGMENTS[marker]?.(tables.subarray(at + 4, end));
    if (end > tables.length || end < at + 4 || isSound === false) return null;
    if (isSound) kept.push(tables.subarray(at, end));
    at = end;
  }
  const fresh = new Uint8Array(tables.length);
  fresh.set(concat([...kept, Uint8Array.of(0xff, EOI)]));
  return fresh;
}
