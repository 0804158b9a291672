import { type Bytes, hasText, view } from '../bytes.ts';

/** Longest distance from the last node to the end of a file. */
export const FOOTER_LENGTH = 192;
const MAGIC = '\xf8\x5a\x8c\x6a\xde\xf5\xd9\x7e\xec\xe9\x0c\xe3\x75\x8f\x29\x0b';
/** The bytes that go with the time that every file gets. The original ones are made from the time of creation. */
const FILE_ID = [
  0x28, 0xb3, 0x2a, 0xeb, 0xb6, 0x24, 0xcc, 0xc2, 0xbf, 0xc8, 0xb0, 0x2a, 0xa9, 0x2b, 0xfc, 0xf1,
];
const FOOTER_ID = [
  0xfa, 0xbc, 0xab, 0x09, 0xd0, 0xc8, 0xd4, 0x66, 0xb1, 0x76, 0xfb, 0x83, 0x1c, 0xf7, 0x26, 0x7e,
];
/** From the end: the version, zeros, and the signature. */
const VERSION_AT = 140;

export function fileId(length: number): Bytes {
  const id = new Uint8Array(length);
  id.set(FILE_ID.slice(0, length));
  return id;
}

/** The footer that stands at the beginning of `bytes`, written anew and as long as it was. Null when there is none. */
export function freshFooter(bytes: Bytes, version: number): Bytes | null {
  const length = lengthOf(bytes);
  if (length === null) return null;
  const fresh = new Uint8Array(length);
  fresh.set(FOOTER_ID);
  view(fresh).setUint32(length - VERSION_AT, version, true);
  fresh.set(
    Array.from(MAGIC, (char) => char.charCodeAt(0)),
    length - MAGIC.length,
  );
  return fresh;
}

function lengthOf(bytes: Bytes): number | null {
  for (let at = FOOTER_ID.length + VERSION_AT - MAGIC.length; at + MAGIC.length <= bytes.length; at++)
    if (hasText(bytes, MAGIC, at)) return at + MAGIC.length;
  return null;
}
