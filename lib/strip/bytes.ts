/**
 * Every touch of the browser's byte machinery. In a Firefox content script a buffer made by the page's side of the wall can be
 * read but not sliced or passed on ("Permission denied to access property constructor"), so each one is copied once, here.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes `start` to `end` (exclusive, clamped to the blob) as an array of our own. Rejects when the file cannot be read. */
export async function readBytes(blob: Blob, start: number, end: number): Promise<Bytes> {
  return new Uint8Array(new Uint8Array(await blob.slice(start, end).arrayBuffer()));
}

export function concat(pieces: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Does `bytes` hold the Latin-1 characters of `text` at `at`? */
export function hasText(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** One character per byte, `start` to `end` (exclusive). */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  for (const byte of bytes.subarray(start, end)) text += String.fromCharCode(byte);
  return text;
}

/** The bytes of a Latin-1 string. */
export function fromLatin1(text: string): Bytes {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

export function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** UTF-8 where it is valid, else Latin-1: old writers of metadata rarely say which they used. */
export function guessText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return latin1(bytes);
  }
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
