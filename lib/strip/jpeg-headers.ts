// Payloads of JPEG's own segments (ITU-T T.81 annex B): does the length fit what the content declares?

/** Section B.2.2: eight bytes, and three for each component. */
export function isFrameHeader(payload: Uint8Array): boolean {
  return payload.length >= 9 && payload.length === 6 + 3 * (payload[5] ?? 0);
}

/** Section B.2.3: six bytes, and two for each component. */
export function isScanHeader(payload: Uint8Array): boolean {
  return payload.length === 4 + 2 * (payload[0] ?? 0);
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
  while (at + 17 <= payload.length)
    at += payload.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 17);
  return at === payload.length && at > 0;
}

/** Section B.2.4.3: a byte that names a table and a byte of its value, once or more. */
export function isConditioning(payload: Uint8Array): boolean {
  return payload.length > 0 && payload.length % 2 === 0;
}

/** Sections B.2.4.4 and B.2.5: the restart interval, the number of lines. */
export function isNumber(payload: Uint8Array): boolean {
  return payload.length === 2;
}
