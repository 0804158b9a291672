import { levelLowBits } from '../strip/hidden-text.ts';
import { writePng } from '../strip/png-write.ts';
import type { Format } from '../strip/types.ts';
import { openPixels } from './pixels.ts';

/** Formats of photographs: a PNG of one would be ten times as large, and a JPEG leaves nothing of the lowest bits. */
const PHOTOS: readonly Format[] = ['jpeg', 'heif', 'avif'];

/**
 * "Flatten pixels": what is to be seen of a picture, drawn anew, and nothing else. Not even text that was hidden in the lowest bits of its
 * colours comes through. What it costs: the first frame of an animation is all that is left of it, colours are those of ordinary screens, and
 * a photograph loses a little. Only on a person's word. Rejects when the browser cannot show the picture.
 */
export async function flattenPixels(file: File, format: Format): Promise<File> {
  const pixels = await openPixels(file);
  if (PHOTOS.includes(format)) return named(await pixels.toJpeg(), file, 'jpg');
  const { width, height } = pixels;
  const rgba = new Uint8Array(pixels.read(0, 0, width, height));
  levelLowBits(rgba);
  return named(new Blob([await writePng(rgba, width, height)], { type: 'image/png' }), file, 'png');
}

/** By its old name, with an ending that fits. */
function named(content: Blob, { name }: File, ending: 'jpg' | 'png'): File {
  const fits = ending === 'jpg' ? /\.jpe?g$/i.test(name) : /\.png$/i.test(name);
  const base = name.replace(/\.[^.]{1,5}$/, '');
  return new File([content], fits ? name : `${base}.${ending}`, { type: content.type });
}
