import { readBytes } from '../strip/bytes.ts';
import { type HiddenText, hiddenText } from '../strip/hidden-text.ts';
import { pictureSize } from '../strip/picture-size.ts';
import type { Format } from '../strip/types.ts';
import { MOST_PIXELS, openPixels } from './pixels.ts';

/** Formats that keep each pixel as it was made; in any other the lowest bits are lost when it is saved. */
const LOSSLESS: readonly Format[] = ['png', 'webp', 'bmp'];
const HEAD = 32;

/**
 * Looks for text in the lowest bits of a picture's pixels: the one thing that cannot be seen without decoding it, so only for those who ask.
 * Null when there is none, and when the browser does not show the picture or it is too large to be looked into. Never rejects.
 */
export async function lookForHiddenText(file: File, format: Format): Promise<HiddenText | null> {
  if (!LOSSLESS.includes(format)) return null;
  try {
    const size = pictureSize(await readBytes(file, 0, HEAD));
    if (!size || size.width * size.height > MOST_PIXELS) return null;
    return await hiddenText(await openPixels(file));
  } catch {
    return null;
  }
}
