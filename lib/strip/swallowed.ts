import { readBytes } from './bytes.ts';

const STEP = 1 << 20;
type Range = { start: number; end: number };

/**
 * Do the ranges hold one of `names`? When the lengths of a file do not add up, pixel data that mentions names of chunks has swallowed
 * its neighbours, metadata and all. Only asked for broken files: it reads the ranges whole.
 */
export async function mentions(
  file: Blob,
  ranges: readonly Range[],
  names: readonly string[],
): Promise<boolean> {
  const decoder = new TextDecoder('latin1');
  const overlap = 8;
  for (const { start, end } of ranges) {
    for (let at = start; at < end; at += STEP) {
      const text = decoder.decode(await readBytes(file, at, Math.min(at + STEP + overlap, end)));
      if (names.some((name) => text.includes(name))) return true;
    }
  }
  return false;
}
