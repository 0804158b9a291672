import { type Bytes, concat, fromLatin1, hasText, latin1, sameBytes, view } from './bytes.ts';
import { blankProfileIdentity } from './icc.ts';
import { deflate, inflate } from './zlib.ts';

/** The name is free text, so every profile gets the same: "icc", and the one compression method there is. */
const PREFIX = 'icc\0\0';
const CHECKSUM = 4;
const LONGEST_NAME = 80;
/** Real profiles are a few megabytes at the most; a bomb stops here. */
const LARGEST_PROFILE = 16_777_216;

/**
 * The data of an iCCP chunk (PNG Third Edition, section 11.3.2.3) with the profile's identity blanked and its name neutral; the same
 * bytes when that is so already. Null when there is no usable profile in it: decoders pass such a chunk over.
 */
export async function cleanProfile(data: Bytes): Promise<Bytes | null> {
  const nameEnd = data.subarray(0, LONGEST_NAME).indexOf(0);
  if (nameEnd < 1) return null;
  const stream = data.subarray(nameEnd + 2);
  const inflated = await inflate(stream, LARGEST_PROFILE);
  if (inflated.bytes.length < 4) return null;
  const size = view(inflated.bytes).getUint32(0);
  if (inflated.bytes.length < size) return null;
  const profile = inflated.bytes.subarray(0, size);
  const blank = blankProfileIdentity(profile);
  if (!blank) return null;
  const isUnchecked = !inflated.whole && !hasChecksum(stream, inflated.bytes);
  const isSound = (inflated.whole || isUnchecked) && inflated.bytes.length === size;
  if (isSound && hasText(data, PREFIX) && sameBytes(blank, profile)) return new Uint8Array(data);
  const fresh = await deflate(blank);
  return concat([fromLatin1(PREFIX), isUnchecked ? fresh.subarray(0, -CHECKSUM) : fresh]);
}

/** The profile of an iCCP chunk, or as much of it as can be unpacked. */
export async function profileIn(data: Bytes): Promise<Bytes> {
  const nameEnd = data.subarray(0, LONGEST_NAME).indexOf(0);
  return (await inflate(data.subarray(nameEnd + 2), LARGEST_PROFILE)).bytes;
}

/** Chromium passes over a profile whose checksum is missing or wrong, Firefox does not: so it stays missing. */
function hasChecksum(stream: Bytes, content: Bytes): boolean {
  const sum = new DataView(new ArrayBuffer(CHECKSUM));
  sum.setUint32(0, adler32(content));
  return latin1(stream).includes(latin1(new Uint8Array(sum.buffer)));
}

/** RFC 1950, section 8.2. */
function adler32(content: Bytes): number {
  let [a, b] = [1, 0];
  for (const byte of content) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}
