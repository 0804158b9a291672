export { readBytes } from './read.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

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
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Does `bytes` hold the Latin-1 characters of `text` at `at`? */
export function hasText(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** More arguments at once would not fit onto the stack everywhere. */
const MOST_CHARACTERS = 8192;

/** One character per byte, `start` to `end` (exclusive). In runs: a text that grows by single characters takes five times as long. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const range = bytes.subarray(start, end);
  let text = '';
  for (let at = 0; at < range.length; at += MOST_CHARACTERS)
    text += Reflect.apply(String.fromCharCode, null, range.subarray(at, at + MOST_CHARACTERS));
  return text;
}

/** The bytes of a Latin-1 string. */
export function fromLatin1(text: string): Bytes {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
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

/** Without what of `signs` stands at the end. A regular expression would try anew at each of a long run of them in the midst. */
export function withoutTail(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
