import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Found } from '../../lib/upload/found.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { leaks } from '../fixtures/canary.ts';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { builtExtension } from './harness/build.ts';
import { type Bench, BROWSERS, type ExtensionApi, open, until } from './harness/index.ts';

declare const chrome: ExtensionApi;

const STUDIO = 'https://studio.tripo3d.ai/';

/** A site that means no harm. Everything that its listeners are told goes into `heard`. */
const PAGE = `<!doctype html><html lang="en"><title>studio</title>
  <input type="file" id="input"><input type="file" id="second"><input type="file" id="folder" webkitdirectory>
  <form id="form"><input type="file" id="field" name="field"></form>
  <textarea id="text"></textarea><div id="zone">drop</div>
  <script>
    window.heard = [];
    const say = (...words) => heard.push(words.join(' '));
    const names = (files) => [...files].map((file) => file.name + ':' + file.type + ':' + file.size).join();
    for (const each of [input, second, field]) for (const type of ['input', 'change', 'cancel'])
      each.addEventListener(type, () => say(each.id, type, names(each.files)));
    folder.onchange = () => say('folder', [...folder.files].map((file) => file.webkitRelativePath).sort().join());
    for (const [node, type] of [[zone, 'drop'], [text, 'paste']])
      node.addEventListener(type, (event) => {
        const data = event.dataTransfer ?? event.clipboardData;
        say(type, data.getData('text/plain'), data.getData('text/uri-list'), names(data.files));
      });
    /** Fires an event with text and perhaps a file in it; says what was heard before this line came to its end. */
    window.fire = (node, type, name) => {
      const load = new DataTransfer();
      load.setData('text/plain', 'some words');
      if (type === 'drop') load.setData('text/uri-list', 'https://example.org/a.png');
      if (name) load.items.add(new File(['v 0 0 0'], name));
      const init = { bubbles: true, cancelable: true, composed: true };
      node.dispatchEvent(type === 'drop' ? new DragEvent('drop', { ...init, dataTransfer: load })
        : new ClipboardEvent('paste', { ...init, clipboardData: load }));
      return heard.splice(0);
    };
    /** Puts a file of the page's own into an input and says so, as a page does that made it smaller first. */
    window.give = (bytes, name) => {
      const load = new DataTransfer();
      load.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
      input.files = load.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      return heard.splice(0);
    };
  </script></html>`;

let folder: string;
const path = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-ordinary-'));
  await mkdir(path('scans/left'), { recursive: true });
  const photo = await phoneJpeg();
  await writeFile(path('photo.jpg'), photo);
  await writeFile(path('cut.jpg'), photo.subarray(0, photo.length - 400));
  await writeFile(path('model.unheard'), '# made by MWCANARY\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n');
  await writeFile(path('empty.png'), '');
  await writeFile(path('scans/front.jpg'), photo);
  await writeFile(path('scans/left/side.jpg'), photo);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Heard = { heard: string[] };
const heard = (page: Page) => page.evaluate(() => (window as never as Heard).heard);
const hears = (page: Page, count: number) =>
  until(async () => ((await heard(page)).length >= count ? await heard(page) : null), { what: 'the events' });

describe.each(BROWSERS)('an ordinary site, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, ({ path }) => (path === '/' ? PAGE : 'received'));
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    bench.world.clear();
    page = await bench.page(STUDIO);
  });
  afterEach(() => page.close());

  type Fire = (node: Element | null, type: string, name?: string) => string[];
  const fire = (selector: string, type: string) =>
    page.evaluate(
      (selector, type) => (window as never as { fire: Fire }).fire(document.querySelector(selector), type),
      selector,
      type,
    );

  it('gets dropped and pasted text at once and untouched', async () => {
    expect(await fire('#zone', 'drop')).toEqual(['drop some words https://example.org/a.png ']);
    // Firefox gives no data to a paste that a script makes.
    const words = kind === 'chromium' ? 'some words' : '';
    expect(await fire('#text', 'paste')).toEqual([`paste ${words}  `]);
  });

  it('gets a mesh without a type under its own name, cleaned', async () => {
    await bench.pick(page, '#input', [path('model.unheard')]);
    const [first, second] = await hears(page, 2);
    expect([first, second]).toEqual([
      expect.stringMatching(/^input input model\.unheard::\d+$/),
      expect.stringMatching(/^input change model\.unheard::\d+$/),
    ]);
    const text = await page.$eval('#input', (input) => (input as HTMLInputElement).files?.[0]?.text());
    expect(text).toContain('f 1 2 3');
    expect(text).not.toContain('MWCANARY');
  });

  it('gets a file that it made itself cleaned, and its own event late', async () => {
    const bytes = [...(await readFile(path('photo.jpg')))];
    type Give = { give: (bytes: number[], name: string) => string[] };
    const early = await page.evaluate((bytes) => (window as never as Give).give(bytes, 'own.jpg'), bytes);
    expect(early).toEqual([]);
    expect((await hears(page, 2)).map((line) => line.split(':')[0])).toEqual([
      'input input own.jpg',
      'input change own.jpg',
    ]);
    const text = await page.$eval('#input', (input) => (input as HTMLInputElement).files?.[0]?.text());
    expect(text).not.toContain('MWCANARY');
  });

  it('is told that nothing was chosen when everything is kept back', async () => {
    await bench.pick(page, '#input', [path('cut.jpg')]);
    await bench.clickGuard(page, 'Keep it back');
    expect(await hears(page, 1)).toEqual(['input cancel ']);
  });

  it('may have two inputs held at once, and each gets its own', async () => {
    await bench.pick(page, '#input', [path('cut.jpg')]);
    await bench.pick(page, '#second', [path('photo.jpg')]);
    await until(async () => (await heard(page)).length === 2);
    await bench.clickGuard(page, 'Keep it back');
    expect((await hears(page, 3)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'second input',
      'second change',
      'input cancel',
    ]);
  });

  it('gets no file of a form that it sends while the file is held', async () => {
    await bench.pick(page, '#field', [path('cut.jpg')]);
    await until(async () => (await bench.guardText(page)).includes('cut.jpg'));
    const size = await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('#form');
      return form ? (new FormData(form).get('field') as File).size : -1;
    });
    expect(size).toBe(0);
    await page.$eval('#field', (field) => field.remove());
    await bench.clickGuard(page, 'Keep it back');
  });

  it('takes an empty file as it is', async () => {
    await bench.pick(page, '#input', [path('empty.png')]);
    expect(await hears(page, 2)).toEqual([
      'input input empty.png:image/png:0',
      'input change empty.png:image/png:0',
    ]);
  });

  it('keeps the paths of a chosen folder', async () => {
    await bench.pick(page, '#folder', [path('scans')]);
    expect(await hears(page, 1)).toEqual(['folder scans/front.jpg,scans/left/side.jpg']);
  });

  it('says that its guard is whole', async () => {
    expect(await askGuard(bench)).toEqual({ type: 'guard-status', limited: false });
  });
});

describe.each(BROWSERS)('the guard without its hooks, in %s', (kind) => {
  let bench: Bench;
  let build: string;
  beforeAll(async () => {
    build = join(folder, `${kind}-without-hooks`);
    await cp(builtExtension(kind), build, { recursive: true });
    const manifest = JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8'));
    manifest.content_scripts = manifest.content_scripts.filter(
      ({ world }: { world?: string }) => world !== 'MAIN',
    );
    await writeFile(join(build, 'manifest.json'), JSON.stringify(manifest));
    bench = await open(kind, { extension: build });
    bench.world.route(STUDIO, ({ path }) => (path === '/' ? PAGE : 'received'));
  });
  afterAll(() => bench?.close());

  const clean = /^(drop|paste) {2} ?(photo\.jpg:image\/jpeg:\d+)$/;

  it('cleans what is dropped and pasted', async () => {
    const page = await bench.page(STUDIO);
    await page.evaluate(() => {
      const kept: Promise<string>[] = [];
      Object.assign(window, { kept });
      for (const type of ['drop', 'paste'] as const)
        addEventListener(type, (event) => {
          const data = (event as DragEvent).dataTransfer ?? (event as ClipboardEvent).clipboardData;
          for (const file of data?.files ?? []) kept.push(file.text());
        });
      addEventListener('dragover', (event) => event.preventDefault());
    });
    await bench.drop(page, '#zone', [path('photo.jpg')]);
    await hears(page, 1);
    await bench.paste(page, '#text', [path('photo.jpg')]);
    expect(await hears(page, 2)).toEqual([expect.stringMatching(clean), expect.stringMatching(clean)]);
    const texts = await page.evaluate(() =>
      Promise.all((window as never as { kept: Promise<string>[] }).kept),
    );
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).not.toContain('MWCANARY');
    await page.close();
  });

  it('cleans what is in a dropped folder, and gives it on without the folder', async () => {
    const page = await bench.page(STUDIO);
    await page.evaluate(() => addEventListener('dragover', (event) => event.preventDefault()));
    await bench.drop(page, '#zone', [path('scans')]);
    const [told = ''] = await hears(page, 1);
    expect(told.match(/\w+\.jpg:image\/jpeg/g)?.sort()).toEqual([
      'front.jpg:image/jpeg',
      'side.jpg:image/jpeg',
    ]);
    expect(told).not.toContain(String((await stat(path('scans/front.jpg'))).size));
    await page.close();
  });

  it('says that it is limited, also in the popup, and cleans what it can hear', async () => {
    const page = await bench.page(STUDIO);
    expect(await askGuard(bench)).toEqual({ type: 'guard-status', limited: true });
    const popup = await bench.popup(page);
    const limited = messages.popup_guard_limited_title.message;
    await until(async () => (await popup.$eval('body', (body) => body.innerText)).includes(limited), {
      what: limited,
    });
    await popup.close();
    await bench.pick(page, '#input', [path('photo.jpg')]);
    await hears(page, 2);
    const bytes = await page.$eval('#input', async (input) => {
      const buffer = await (input as HTMLInputElement).files?.[0]?.arrayBuffer();
      return [...new Uint8Array(buffer ?? new ArrayBuffer(0))];
    });
    expect(bytes.length).toBeGreaterThan(100);
    expect(leaks(Uint8Array.from(bytes))).toEqual([]);
  });
});

/** What the guard of the only guarded tab says of itself. */
function askGuard(bench: Bench): Promise<unknown> {
  return until(() =>
    bench.background(async () => {
      const ask = (tabId: number) =>
        chrome.scripting.executeScript({
          target: { tabId, frameIds: [0] },
          func: () => (globalThis as { __meshwardenGuard?: Found }).__meshwardenGuard?.status() ?? null,
        });
      const tabs = await chrome.tabs.query({});
      const answers = await Promise.all(tabs.map(({ id = -1 }) => ask(id).catch(() => [])));
      return answers.flat().find(({ result }) => result)?.result ?? null;
    }),
  );
}
