/**
 * Draws the toolbar and store icons from their sources: `node test/tools/icons.ts`. Browsers take no SVG for an extension's
 * icon everywhere, so each size is a PNG of its own. The small ones have a drawing with fewer lines: those of the big one would blur.
 */
import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

const FOLDER = new URL('../../public/icon/', import.meta.url);

/** Pixels a side, and the drawing. */
export const ICONS = [
  { size: 16, source: 'icon-small.svg' },
  { size: 32, source: 'icon-small.svg' },
  { size: 48, source: 'icon.svg' },
  { size: 96, source: 'icon.svg' },
  { size: 128, source: 'icon.svg' },
];

/** The PNG of one icon. */
export async function draw({ size, source }: (typeof ICONS)[number]): Promise<Buffer> {
  const drawing = sharp(await readFile(new URL(source, FOLDER)), { density: 72 * 8 });
  return drawing.resize(size, size).png({ compressionLevel: 9, palette: false }).toBuffer();
}

if (import.meta.main) {
  for (const icon of ICONS) await writeFile(new URL(`${icon.size}.png`, FOLDER), await draw(icon));
}
