import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, BROWSERS, open } from './harness/index.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const STRANGERS = [
  'https://stranger.example/',
  'https://tripo3d.ai.stranger.example/',
  'https://huggingface.co/docs',
];
const PAGE = `<!doctype html><title>page</title><input type="file"><iframe srcdoc="<input type=file>"></iframe>
  <script>window.natives = [fetch, XMLHttpRequest.prototype.send, EventTarget.prototype.addEventListener, Blob, Request]
    .every((native) => Function.prototype.toString.call(native).includes('[native code]') && native.name !== '');</script>`;

describe.each(BROWSERS)('pages that nobody asked to have guarded, in %s', (kind) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await open(kind);
    for (const url of [STUDIO, ...STRANGERS]) bench.world.route(url, () => PAGE);
  });
  afterAll(() => bench?.close());

  /** Scripts of ours that a page at `url` runs, in any world and frame. */
  const ours = (url: string) => (kind === 'chromium' ? parsedAt(url) : bench.matchingInFirefox(url));

  async function parsedAt(url: string): Promise<string[]> {
    const page = await bench.browser.newPage();
    const session = await page.createCDPSession();
    const scripts: string[] = [];
    session.on('Debugger.scriptParsed', (script) => scripts.push(script.url));
    await session.send('Debugger.enable');
    await page.goto(url);
    await chooseNothing(page);
    await page.close();
    return scripts.filter((script) => script.startsWith('chrome-extension:'));
  }

  /** The signs by which the guard has more of itself brought. */
  async function chooseNothing(page: Page): Promise<void> {
    await page.focus('input');
    await page.keyboard.press('Control');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  }

  it('run nothing of ours', async () => {
    expect((await ours(STUDIO)).length).toBeGreaterThan(0);
    for (const url of STRANGERS) expect(await ours(url)).toEqual([]);
  });

  it('have the browser’s own functions', async () => {
    for (const url of STRANGERS) {
      const page = await bench.page(url);
      expect(await page.evaluate(() => (window as never as { natives: boolean }).natives)).toBe(true);
      await page.close();
    }
  });
});
