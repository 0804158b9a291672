/** Bytes that numbers and the white space between them consist of. */
export const NUMERIC: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  ' \t+-.0123456789eE'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

/** Does a stretch of text hold nothing but numbers? */
export function isNumeric(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (NUMERIC[bytes[at] ?? 0] === 0) return false;
  return true;
}

/** Numbers as text, among them the words that stand for some. */
export function isNumberText(text: string): boolean {
  return text
    .trim()
    .split(/\s+/)
    .every((word) => /^[-+]?(?:\d[\d.]*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|nan|inf(?:inity)?)$/i.test(word));
}
