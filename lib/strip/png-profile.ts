import { type Bytes, concat, fromLatin1, hasText, sameBytes, view } from './bytes.ts';
import { blankProfileIdentity } from './icc.ts';
import { deflate, inflate } from './zlib.ts';

/** The name is free text, so every profile gets the same: "icc", and the one compression method there is. */
const PREFIX = 'icc\0\0';
const LONGEST_NAME = 80;
/** Real profiles are a few megabytes at the most; a bomb stops here. */
const LARGEST_PROFILE = 16_777_216;

/**
 * The data of an iCCP chunk (PNG Third Edition, section 11.3.2.3) with the profile's identity blanked and its name neutral; the same
 * bytes when that is so already. Null when there is no usable profile in it: decoders pass such a chunk over.
 */
export async function cleanProfile(data: Uint8Array): Promise<Bytes | null> {
  const nameEnd = data.subarray(0, LONGEST_NAME).indexOf(0);
  if (nameEnd < 1) return null;
  const inflated = await inflate(data.subarray(nameEnd + 2), LARGEST_PROFILE);
  if (inflated.bytes.length < 4) return null;
  const size = view(inflated.bytes).getUint32(0);
  if (inflated.bytes.length < size) return null;
  const profile = inflated.bytes.subarray(0, size);
  const blank = blankProfileIdentity(profile);
  if (!blank) return null;
  const isCleanAlready =
    inflated.whole && inflated.bytes.length === size && hasText(data, PREFIX) && sameBytes(blank, profile);
  return isCleanAlready ? new Uint8Array(data) : concat([fromLatin1(PREFIX), await deflate(blank)]);
}
