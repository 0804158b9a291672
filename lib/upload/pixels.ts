import type { Pixels } from '../strip/hidden-text.ts';

/** Larger pictures are not decoded here: they would take gigabytes of memory of the page they are given to. */
export const MOST_PIXELS = 40_000_000;

export type OpenPixels = Pixels & { toJpeg(): Promise<Blob> };

/**
 * Decodes a picture by the browser, turned as its orientation says. Works in pages and in the guard's own world. Rejects when the browser
 * cannot show it, or it has more than `MOST_PIXELS`.
 */
export async function openPixels(file: Blob): Promise<OpenPixels> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  if (width * height > MOST_PIXELS) throw new RangeError('too many pixels');
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new TypeError('no canvas here');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return {
    width,
    height,
    // Copied twice: in Firefox the first copy still belongs to the page (see `readBytes`).
    read: (...place) => new Uint8Array(new Uint8Array(context.getImageData(...place).data.buffer)),
    toJpeg: () => canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 }),
  };
}
