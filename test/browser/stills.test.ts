import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strip } from '../../lib/strip/index.ts';
import { PLAIN_FILES, PRIVATE } from '../unit/strip/stills/fixtures.ts';
import { type Bench, BROWSERS, open } from './harness/index.ts';

const SITE = 'https://pictures.example/';
const SHARED = new URL('../../../shared/images', import.meta.url).pathname;
if (!existsSync(SHARED)) console.warn(`SKIPPED: no collection of real pictures at ${SHARED}.`);

/** What browsers show of these formats. */
const SHOWN = /GIF|BMP|SVG/;
const TYPES: Record<string, string> = { gif: 'image/gif', bmp: 'image/bmp', svg: 'image/svg+xml' };

type Picture = { name: string; bytes: Uint8Array };

function realPictures(): Picture[] {
  if (!existsSync(SHARED)) return [];
  return readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:gif|bmp|svg)$/i.test(path))
    .map((name) => ({ name, bytes: readFileSync(join(SHARED, name)) }));
}

async function pictures(): Promise<Picture[]> {
  const fixtures = [...PRIVATE, ...PLAIN_FILES].filter(([name]) => SHOWN.test(name));
  const made = fixtures.map(async ([name, make]) => ({ name, bytes: await make() }));
  return [...(await Promise.all(made)), ...realPictures()];
}

/** In the page: everything the browser draws of a picture, frame by frame where it can tell frames apart; null for what it cannot show. */
async function drawn(url: string, type: string): Promise<string | null> {
  // Chromium lets a page look at the pixels of a drawing with HTML in it only when it comes from a data URL.
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const image = new Image();
  image.src = `data:${type};base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement('canvas');
  const [width, height] = [image.naturalWidth || 300, image.naturalHeight || 150];
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  const digest = async (source: CanvasImageSource) => {
    context?.clearRect(0, 0, width, height);
    context?.drawImage(source, 0, 0);
    const pixels = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray(0);
    return new Uint8Array(await crypto.subtle.digest('SHA-256', pixels)).join();
  };
  const seen = [`${width} × ${height}`, type === 'image/gif' ? '' : await digest(image)];
  if (type === 'image/gif' && 'ImageDecoder' in window) {
    const decoder = new ImageDecoder({ data: bytes, type });
    await decoder.completed;
    const track = decoder.tracks.selectedTrack;
    seen.push(String(track?.repetitionCount));
    for (let frameIndex = 0; frameIndex < (track?.frameCount ?? 0); frameIndex++) {
      const { image: frame } = await decoder.decode({ frameIndex });
      seen.push(`${frame.duration} ${await digest(frame)}`);
    }
  }
  return seen.join('\n');
}

describe.each(BROWSERS)('in %s', (kind) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await open(kind, { extension: false });
  });
  afterAll(() => bench?.close());

  it('a clean picture looks like the original, pixel for pixel', async () => {
    const files = new Map<string, { body: Uint8Array; type: string }>();
    const names: { name: string; type: string; number: number }[] = [];
    for (const [number, { name, bytes }] of (await pictures()).entries()) {
      const { usable, file, format } = await strip(new File([new Uint8Array(bytes)], name));
      const type = TYPES[format];
      if (!usable || !type) continue;
      files.set(`/${number}/original`, { body: bytes, type });
      files.set(`/${number}/clean`, { body: new Uint8Array(await file.arrayBuffer()), type });
      names.push({ name, type, number });
    }
    bench.world.route(SITE, ({ path }) => {
      const file = files.get(path);
      return file
        ? { headers: { 'content-type': file.type }, body: Buffer.from(file.body) }
        : { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>pictures</title>' };
    });
    const page = await bench.page(SITE);
    let shown = 0;
    for (const { name, type, number } of names) {
      const original = await page.evaluate(drawn, `/${number}/original`, type);
      const clean = await page.evaluate(drawn, `/${number}/clean`, type);
      if (original === null) continue;
      expect({ name, clean }).toEqual({ name, clean: original });
      shown++;
    }
    expect(shown).toBeGreaterThanOrEqual(7);
  });
});
