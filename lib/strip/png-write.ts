// Writes a picture as PNG (W3C PNG Third Edition): what a canvas would do, but the same in every browser, and without its rounding of colours
import { type Bytes, concat, fromLatin1 } from './bytes.ts';
import { makeChunk } from './png-chunks.ts';
import { deflate } from './zlib.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Eight bits each of red, green, blue and alpha; one method of compression and of filtering; no interlace (section 11.2.1). */
const FORM = Uint8Array.of(8, 6, 0, 0, 0);
const PIXEL = 4;
/** Each byte as the difference to the one a pixel before (section 9.2): photographs and drawings both pack well by it. */
const SUB = 1;

/** A PNG file with nothing in it but these pixels: red, green, blue, alpha, row by row. */
export async function writePng(rgba: Uint8Array, width: number, height: number): Promise<Bytes> {
  const header = new DataView(new ArrayBuffer(8));
  header.setUint32(0, width);
  header.setUint32(4, height);
  return concat([
    fromLatin1(SIGNATURE),
    makeChunk('IHDR', concat([new Uint8Array(header.buffer), FORM])),
    makeChunk('IDAT', await deflate(filtered(rgba, width, height))),
    makeChunk('IEND', new Uint8Array(0)),
  ]);
}

function filtered(rgba: Uint8Array, width: number, height: number): Bytes {
  const row = width * PIXEL;
  const lines = new Uint8Array((row + 1) * height);
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * row, y * (row + 1) + 1];
    lines[to - 1] = SUB;
    for (let i = 0; i < row; i++)
      lines[to + i] = (rgba[from + i] ?? 0) - (i < PIXEL ? 0 : (rgba[from + i - PIXEL] ?? 0));
  }
  return lines;
}
