import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileChoices } from '../../lib/store/types.ts';
import { USUAL_SETTINGS } from '../../lib/store/usual.ts';
import { leaks } from '../fixtures/canary.ts';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { type Bench, BROWSERS, type ExtensionApi, open, until } from './harness/index.ts';

declare const chrome: ExtensionApi;

const STUDIO = 'https://studio.tripo3d.ai/';
const ELSEWHERE = 'https://elsewhere.example/';
const PAGE =
  `<!doctype html><html lang="en"><title>studio</title><input type="file" id="input"><script>
  window.got = 0;
  input.onchange = () => { got++; fetch('/upload', { method: 'POST', body: input.files[0] }); };</` +
  `script></html>`;

let folder: string;
let photo: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-stripper-'));
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await phoneJpeg());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('the stripper, brought when a file is coming, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind);
    for (const url of [STUDIO, ELSEWHERE])
      bench.world.route(url, ({ method }) => (method === 'GET' ? PAGE : { body: 'received' }));
  });
  afterAll(() => bench?.close());
  beforeEach(() => bench.world.clear());
  afterEach(() => page.close());

  const uploads = () => bench.world.requests.filter(({ method, complete }) => method === 'POST' && complete);
  const uploaded = () => until(() => uploads()[0]?.body, { what: 'the upload' });

  it('comes from a background that was dead', async () => {
    page = await bench.page(STUDIO);
    await bench.killBackground();
    await bench.pick(page, '#input', [photo]);
    expect(leaks(await uploaded())).toEqual([]);
  });

  it('cleans as the person has chosen', async () => {
    page = await bench.page(STUDIO);
    const popup = await bench.popup(page);
    const choose = (files: Partial<FileChoices>) =>
      popup.evaluate((settings) => chrome.runtime.sendMessage({ type: 'save-settings', settings }), {
        ...USUAL_SETTINGS,
        files: { ...USUAL_SETTINGS.files, ...files },
      } as never);
    expect(await choose({ keepCopyright: true, neutralName: true })).toEqual({ ok: true });
    await page.bringToFront();
    await bench.pick(page, '#input', [photo]);
    await uploaded();
    const name = await page.evaluate(
      () => (document.querySelector('#input') as HTMLInputElement).files?.[0]?.name,
    );
    expect(name).toBe('image-1.jpg');
    expect(leaks(await uploaded()).join()).toContain('Copyright');
    await choose({});
    await popup.close();
  });

  it('is not there for a page to see or to put one of its own in its place', async () => {
    page = await bench.page(STUDIO);
    await page.evaluate(() => {
      Object.assign(window, {
        __meshwardenStripper: async (file: File) => ({ status: 'clean', file, findings: [] }),
      });
      const named = document.createElement('form');
      named.id = '__meshwardenStripper';
      document.body.append(named);
    });
    await bench.pick(page, '#input', [photo]);
    expect(leaks(await uploaded())).toEqual([]);
    await page.reload();
    await bench.pick(page, '#input', [photo]);
    expect(
      await page.evaluate(() =>
        Object.getOwnPropertyNames(window).filter((name) => /meshwarden/i.test(name)),
      ),
    ).toEqual([]);
  });

  it('leaves no byte of ours on a page that is not on the list', async () => {
    page = await bench.page(ELSEWHERE);
    const isNative = () =>
      page.evaluate(() =>
        [
          fetch,
          XMLHttpRequest.prototype.open,
          EventTarget.prototype.addEventListener,
          HTMLElement.prototype.click,
        ].every((each) => Function.prototype.toString.call(each).includes('[native code]')),
      );
    expect(await isNative()).toBe(true);
    expect(await scriptsOfOurs(page, ELSEWHERE)).toEqual([]);
    await page.close();
    page = await bench.page(STUDIO);
    expect((await scriptsOfOurs(page, STUDIO)).sort()).toEqual(['guard.js', 'page-hooks.js']);
    expect(await isNative()).toBe(false);
  });

  /** Names of the extension's scripts that run in the page, as the browser itself knows them. */
  async function scriptsOfOurs(page: Page, url: string): Promise<string[]> {
    return kind === 'chromium' ? await parsedInChromium(page) : await bench.matchingInFirefox(url);
  }
});

async function parsedInChromium(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const names: string[] = [];
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension://')) names.push(url.split('/').pop() ?? '');
  });
  await session.send('Debugger.enable');
  await page.reload();
  await session.detach();
  return [...new Set(names)];
}

describe.each(BROWSERS)('a page that stays open while Meshwarden is updated, in %s', (kind) => {
  it('never gets a raw file', async () => {
    const bench = await open(kind);
    bench.world.route(STUDIO, ({ method }) => (method === 'GET' ? PAGE : { body: 'received' }));
    const page = await bench.page(STUDIO);
    // The extension goes away in the middle of its own answer.
    await bench.background(() => void setTimeout(() => chrome.runtime.reload(), 50)).catch(() => {});
    await new Promise((done) => setTimeout(done, 3_000));
    await page.bringToFront();
    await bench.pick(page, '#input', [photo]);
    const answered = await until(
      async () =>
        (await bench.guardText(page)) ||
        bench.world.to('studio.tripo3d.ai', 'POST').some(({ complete }) => complete),
      { what: 'an answer' },
    );
    expect(bench.world.to('studio.tripo3d.ai', 'POST').flatMap(({ body }) => leaks(body))).toEqual([]);
    // Chromium leaves the old guard alone there; Firefox puts the new one in.
    if (kind === 'chromium') expect(answered).toContain('Reload the page');
    else expect(answered).not.toContain('guard_');
    await bench.close();
  });
});
