import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { until } from '../harness/index.ts';

export const STUDIO = 'https://studio.tripo3d.ai/';

const HOSTILE = readFileSync(new URL('hostile.js', import.meta.url), 'utf8');

/** Takes files on every route, keeps what came, and uploads it. */
const ROUTES = `
  const note = (route, event, files) => {
    const names = [...files].map((file) => file.name + ' ' + file.type);
    got.push([route, event.type, ...names].join(', '));
    if (event.type === 'input') return;
    const form = new FormData();
    for (const file of files) form.append('files', file);
    uploads.push(fetch('/upload', { method: 'POST', body: form }));
  };
  const take = (route, input) => {
    watch(input);
    input.oninput = (event) => note(route, event, input.files);
    input.addEventListener('change', (event) => note(route, event, input.files));
    return input;
  };
  const made = () => Object.assign(document.createElement('input'), { type: 'file', multiple: true });

  take('single', single);
  take('multiple', multiple);
  zone.ondragover = (event) => { event.returnValue = false; };
  zone.ondrop = (event) => { event.returnValue = false; note('drop', event, event.dataTransfer.files); };
  text.onpaste = (event) => note('paste', event, event.clipboardData.files);
  items.onpaste = (event) => note('items', event, [...event.clipboardData.items].filter(({ kind }) => kind === 'file').map((item) => item.getAsFile()));

  detached.onclick = () => take('detached', made()).click();
  picker.onclick = () => take('picker', made()).showPicker();
  dispatched.onclick = () => take('dispatched', made()).dispatchEvent(new MouseEvent('click'));
  early.onclick = () => {
    const input = take('early', made());
    input.addEventListener('change', () => lookNow('early, capture', input), true);
    input.addEventListener('input', () => lookNow('early, capture', input), { capture: true });
    input.click();
  };
  moved.onclick = () => {
    const box = document.createElement('div');
    document.body.append(box);
    box.addEventListener('change', ({ target }) => lookNow('moved, capture', target), true);
    box.addEventListener('input', ({ target }) => lookNow('moved, capture', target), true);
    const input = take('moved', made());
    box.append(input);
    box.remove();
    input.click();
  };
  const inShadow = (route, host, mode) => {
    const root = host.attachShadow({ mode });
    root.addEventListener('change', ({ target }) => lookNow(route + ', capture', target), true);
    root.addEventListener('input', ({ target }) => lookNow(route + ', capture', target), true);
    const input = take(route, made());
    root.append(input);
    return input;
  };
  const opened = inShadow('open', openHost, 'open');
  openShadow.onclick = () => opened.click();
  const closed = inShadow('closed', closedHost, 'closed');
  closedShadow.onclick = () => closed.click();
  const deepHost = document.createElement('div');
  closed.parentNode.append(deepHost);
  const deep = inShadow('nested', deepHost, 'closed');
  nestedShadow.onclick = () => deep.click();
  lonelyShadow.onclick = () => inShadow('lonely', document.createElement('div'), 'closed').click();
`;

const LOOK_NOW = `window.lookNow = (route, input) => {
  for (const file of input.files ?? []) file.text().then((text) => {
    if (text.includes('MWCANARY')) leaks.add(route);
  });
};`;

const BUTTONS = [
  'detached',
  'picker',
  'dispatched',
  'early',
  'moved',
  'openShadow',
  'closedShadow',
  'nestedShadow',
  'lonelyShadow',
];

/** The generator site of the guard's tests: every route for a file, on a page that wants to see it raw. */
export const HOSTILE_PAGE = `<!doctype html><html lang="en"><head><title>studio</title><script>${HOSTILE}</script></head><body>
  <input type="file" id="single"><input type="file" id="multiple" multiple>
  ${BUTTONS.map((id) => `<button id="${id}">${id}</button>`).join('')}
  <textarea id="text"></textarea><textarea id="items"></textarea><div id="zone" style="width: 300px; height: 80px; background: #ddd">drop here</div>
  <div id="openHost"></div><div id="closedHost"></div>
  <script>{ ${LOOK_NOW} ${ROUTES} }</script></body></html>`;

type Seen = { got: string[]; leaks: Set<string>; uploads: Promise<unknown>[] };

/** What page listeners were given on `route`, once something came; and nothing that was raw. */
export async function given(page: Page, route: string): Promise<string[]> {
  const read = () =>
    page.evaluate((route) => {
      const { got, uploads } = window as never as Seen;
      return Promise.all(uploads).then(() => got.filter((line) => line.startsWith(`${route},`)));
    }, route);
  return await until(async () => ((await read()).length > 0 ? await read() : null), {
    what: `files on ${route}`,
  });
}

/** Routes on which the page saw a raw file. Reads that are under way come to their end first. */
export async function leaksOf(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
  return await page.evaluate(() => [...(window as never as Seen).leaks]);
}
