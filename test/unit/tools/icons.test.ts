import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { draw, ICONS } from '../../tools/icons.ts';

describe.each(ICONS)('the icon of $size pixels', (icon) => {
  it('is drawn from its source', async () => {
    const file = await readFile(new URL(`../../../public/icon/${icon.size}.png`, import.meta.url));
    const [kept, drawn] = await Promise.all([pixels(file), pixels(await draw(icon))]);
    expect(kept.info).toMatchObject({ width: icon.size, height: icon.size, channels: 4 });
    // Another processor may round an edge differently.
    const farthest = kept.data.reduce(
      (most, value, at) => Math.max(most, Math.abs(value - (drawn.data[at] ?? 0))),
      0,
    );
    expect(farthest).toBeLessThanOrEqual(4);
  });
});

function pixels(png: Buffer) {
  return sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
