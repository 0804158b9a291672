// Payloads of JPEG's own segments (ITU-T T.81 annex B): do they hold what they have to, and nothing else?

/** There can be four tables of a kind. */
const TABLES = 4;

/** Section B.2.2: eight bytes, and three for each component. All but sizes and the names of components are small numbers, never letters. */
export function isFrameHeader(payload: Uint8Array): boolean {
  const count = payload[5] ?? 0;
  return (
    count > 0 &&
    payload.length === 6 + 3 * count &&
    everyByte(payload, 7, 3, isPairBelow(5)) &&
    everyByte(payload, 8, 3, (table) => table < TABLES)
  );
}

/** Section B.2.3: six bytes, and two for each component. */
export function isScanHeader(payload: Uint8Array): boolean {
  const [count = 0] = payload;
  const rest = 1 + 2 * count;
  const [first = 0, last = 0, bits = 0] = payload.subarray(rest);
  return (
    payload.length === rest + 3 &&
    everyByte(payload.subarray(0, rest), 2, 2, isPairBelow(TABLES)) &&
    Math.max(first, last) < 64 &&
    isPairBelow(14)(bits)
  );
}

/** Section B.2.4.1: one byte and 64 values of one or two bytes each, once or more. */
export function isQuantizationTables(payload: Uint8Array): boolean {
  let at = 0;
  while (at < payload.length) at += (payload[at] ?? 0) >> 4 ? 129 : 65;
  return at === payload.length && at > 0;
}

/** Section B.2.4.2: one byte, sixteen counts, and as many values as the counts add up to, once or more. */
export function isHuffmanTables(payload: Uint8Array): boolean {
  let at = 0;
  while (at + 17 <= payload.length) {
    const counts = payload.subarray(at + 1, at + 17);
    const values = payload.subarray(at + 17, at + 17 + counts.reduce((sum, count) => sum + count, 0));
    if (!isCode(counts) || new Set(values).size < values.length) return false;
    at += 17 + values.length;
  }
  return at === payload.length && at > 0;
}

/** Are there as many codes of each length as there can be (annex C)? */
function isCode(counts: Uint8Array): boolean {
  return counts.reduce((sum, count, i) => sum + count / 2 ** (i + 1), 0) <= 1;
}

/** `step`: from one byte to the next. */
function everyByte(bytes: Uint8Array, start: number, step: number, fits: (byte: number) => boolean): boolean {
  for (let at = start; at < bytes.length; at += step) if (!fits(bytes[at] ?? 0)) return false;
  return true;
}

/** Two numbers in one byte. */
function isPairBelow(limit: number): (byte: number) => boolean {
  return (byte) => byte >> 4 < limit && (byte & 15) < limit;
}

/** Section B.2.4.3: a byte that names a table and a byte of its value, once or more. */
export function isConditioning(payload: Uint8Array): boolean {
  return payload.length > 0 && payload.length % 2 === 0;
}

/** Sections B.2.4.4 and B.2.5: the restart interval, the number of lines. */
export function isNumber(payload: Uint8Array): boolean {
  return payload.length === 2;
}
