import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const TRAP = 'http://trap.example/';

/** Pages that make it hard to show something above them, each in its own way and none with a bad intention. */
const PAGE = `<!doctype html><html lang="ar" dir="rtl"><title>studio</title>
  <style>html.plain * { all: initial !important; position: static !important } html.plain div { display: none !important }</style>
  <button id="send">send</button><button id="full">full</button><button id="modal">modal</button>
  <input type="file" id="input"><canvas id="stage" width="300" height="200"></canvas>
  <dialog id="dialog"><button id="inside">send</button><input type="file" id="field"><button id="leave">leave</button></dialog>
  <script>
    send.onclick = inside.onclick = () => { fetch('${TRAP}', { method: 'POST', body: 'raw' }).catch(() => {}); };
    full.onclick = () => stage.requestFullscreen().then(send.onclick);
    modal.onclick = () => dialog.showModal();
    leave.onclick = () => dialog.close();
    // Some pages close their dialog at a click beside it.
    dialog.onclick = ({ target }) => { if (target === dialog) dialog.close(); };
  </script></html>`;

let folder: string;
let photo: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-dialog-'));
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await phoneJpeg());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('what the guard shows can be used, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind, { insecure: true });
    bench.world.route(STUDIO, () => PAGE);
    bench.world.route(TRAP, () => ({ headers: { 'access-control-allow-origin': '*' } }));
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    bench.world.clear();
    page = await bench.page(STUDIO);
  });
  afterEach(() => page.close());

  const shows = (words: string) =>
    until(async () => (await bench.guardText(page)).includes(words), { what: words });
  const gone = () => until(async () => (await bench.guardText(page)) === '', { what: 'nothing more' });
  const isModal = () => page.$eval('#dialog', (dialog) => dialog.matches(':modal'));
  const sends = async () => {
    await shows('trap.example');
    await bench.clickGuard(page, 'Send unencrypted');
    await until(() => bench.world.to('trap.example', 'POST').length === 1, { what: 'the upload' });
  };

  it('the dialog, over a modal dialog of the page', async () => {
    await page.click('#modal');
    await page.click('#inside');
    await sends();
    expect(await isModal()).toBe(true);
  });

  it('the notice, while a modal dialog of the page is open', async () => {
    await page.click('#modal');
    await bench.pick(page, '#field', [photo]);
    await shows('1 file cleaned');
    await bench.clickGuard(page, '×');
    await gone();
    expect(await isModal()).toBe(true);
  });

  it('the notice, when a modal dialog of the page comes and goes', async () => {
    await bench.pick(page, '#input', [photo]);
    await shows('1 file cleaned');
    await page.click('#modal');
    await until(() => page.$eval('#dialog', (dialog) => dialog.lastElementChild?.id === ''), {
      what: 'the notice to come along',
    });
    await page.click('#leave');
    await until(() => page.$eval('#dialog', (dialog) => dialog.lastElementChild?.id === 'leave'));
    await bench.clickGuard(page, '×');
    await gone();
  });

  it('the dialog, over a page in full screen', async () => {
    await page.click('#full');
    await sends();
  });

  it('the dialog, which keeps the focus as long as it is there, and is told by its name', async () => {
    await page.click('#send');
    await shows('trap.example');
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.id ?? '');
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('');
    }
    await page.evaluate(() => document.querySelector<HTMLElement>('#input')?.focus());
    expect(await focused()).toBe('');
    await page.keyboard.press('Escape');
    await gone();
    expect(bench.world.to('trap.example', 'POST')).toEqual([]);
  });

  it('the dialog, on a page whose styles reach for everything', async () => {
    await page.click('#send');
    await page.evaluate(() => document.documentElement.classList.add('plain'));
    await sends();
  });
});
