import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_FILES, USUAL_SETTINGS } from '../../lib/store/usual.ts';
import { hiddenText, type Pixels } from '../../lib/strip/hidden-text.ts';
import { writePng } from '../../lib/strip/png-write.ts';
import { plainPixels, withHiddenText } from '../fixtures/hidden-text.ts';
import { type Bench, BROWSERS, type ExtensionApi, open, until } from './harness/index.ts';

declare const chrome: ExtensionApi;

const STUDIO = 'https://studio.tripo3d.ai/';
const PAGE = `<!doctype html><title>studio</title><input type="file" id="input"><script>
  input.onchange = () => fetch('/upload', { method: 'POST', body: input.files[0] });
</script>`;
const [WIDTH, HEIGHT] = [120, 90];
const PROMPT = 'a dragon nobody has seen yet. Steps: 30, Sampler: Euler';

/** The pictures by their names: text in the transparency, in the colours, and none. */
const PICTURES = {
  'alpha.png': { channel: 'alpha', isPacked: true },
  'colours.png': { channel: 'colours', isPacked: false },
  'plain.png': undefined,
} as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-hidden-'));
  const plain = plainPixels(WIDTH, HEIGHT);
  for (const [name, way] of Object.entries(PICTURES)) {
    const rgba = way ? withHiddenText(plain, WIDTH, HEIGHT, PROMPT, way) : plain;
    await writeFile(join(folder, name), await writePng(rgba, WIDTH, HEIGHT));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const picture = sharp(png).ensureAlpha();
  const { width, height } = await picture.metadata();
  const rgba = await picture.raw().toBuffer();
  const read: Pixels['read'] = (x, y, w, h) =>
    Buffer.concat(
      Array.from({ length: h }, (_, i) =>
        rgba.subarray(((y + i) * width + x) * 4, ((y + i) * width + x + w) * 4),
      ),
    );
  return { width, height, read };
}

describe.each(BROWSERS)('text that is hidden in pixels, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, () => PAGE);
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    bench.world.clear();
    page = await bench.page(STUDIO);
  });

  const choose = async (lookForHiddenText: boolean) => {
    const own = await bench.popup(page);
    await own.evaluate((settings) => chrome.runtime.sendMessage({ type: 'save-settings', settings }), {
      ...USUAL_SETTINGS,
      files: { ...USUAL_FILES, lookForHiddenText },
    });
    await own.close();
    await page.bringToFront();
  };
  const pick = (name: string) => bench.pick(page, '#input', [join(folder, name)]);
  const shows = (words: string) =>
    until(async () => (await bench.guardText(page)).includes(words), { what: words });
  const sent = async () => {
    const uploads = await until(
      () => {
        const posts = bench.world.to('studio.tripo3d.ai', 'POST');
        return posts.length > 0 ? posts : null;
      },
      { what: 'the upload' },
    );
    return uploads[0]?.body ?? Buffer.alloc(0);
  };

  it('is not looked for unless the person wants it', async () => {
    await choose(false);
    await pick('alpha.png');
    expect(await hiddenText(await pixelsOf(await sent()))).toMatchObject({ text: PROMPT });
  });

  it.each(['alpha.png', 'colours.png'])(
    '%s: is shown, and goes when the picture is drawn anew',
    async (name) => {
      await choose(true);
      await pick(name);
      await shows('Text is hidden in the pixels');
      await shows('a dragon nobody has seen yet');
      await bench.clickGuard(page, 'Draw anew without it');
      const clean = await pixelsOf(await sent());
      expect([clean.width, clean.height]).toEqual([WIDTH, HEIGHT]);
      expect(await hiddenText(clean)).toBeNull();
      const before = (await pixelsOf(await readFile(join(folder, name)))).read(0, 0, WIDTH, HEIGHT);
      const after = clean.read(0, 0, WIDTH, HEIGHT);
      expect(Math.max(...after.map((value, i) => Math.abs(value - (before[i] ?? 0))))).toBeLessThanOrEqual(2);
    },
  );

  it('a picture without any goes to the page as ever', async () => {
    await choose(true);
    await pick('plain.png');
    expect(await sent()).toEqual(await readFile(join(folder, 'plain.png')));
  });
});
