/**
 * Draws the toolbar and store icons from their source: `node test/tools/icons.ts`. Browsers take no SVG for an extension's
 * icon everywhere, so each size is a PNG of its own.
 */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

const SIZES = [16, 32, 48, 96, 128];
const folder = new URL('../../public/icon/', import.meta.url);
const source = await readFile(new URL('icon.svg', folder));

for (const size of SIZES) {
  const picture = sharp(source, { density: size }).resize(size, size);
  await picture.png({ compressionLevel: 9, palette: false }).toFile(new URL(`${size}.png`, folder).pathname);
}
