import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, BROWSERS, type ExtensionApi, open, until } from './harness/index.ts';

declare const chrome: ExtensionApi;

const STUDIO = 'https://studio.tripo3d.ai/';
const PICTURE = Buffer.from('a picture that is none');
let folder: string;
let picture: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-smoke-'));
  picture = join(folder, 'picture.png');
  await writeFile(picture, PICTURE);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A page that keeps what its listeners saw, and shows a notice in a closed shadow root. */
const PAGE = `<!doctype html><title>studio</title>
  <input type="file" id="input"><button id="chooser">choose</button>
  <textarea id="text"></textarea><div id="zone" style="width: 200px; height: 80px">drop here</div>
  <div id="host"></div>
  <script>
    window.seen = [];
    const note = (event, files) => seen.push([event.type, event.isTrusted, ...[...files].map((file) => file.name + ' ' + file.size)].join());
    input.onchange = (event) => note(event, input.files);
    zone.ondragover = (event) => event.preventDefault();
    zone.ondrop = (event) => { event.preventDefault(); note(event, event.dataTransfer.files); };
    text.onpaste = (event) => note(event, event.clipboardData.files);
    chooser.onclick = () => {
      const detached = document.createElement('input');
      detached.type = 'file';
      detached.onchange = (event) => note(event, detached.files);
      detached.click();
    };
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<p>Held back.</p><p hidden>not this</p><button>Send</button>';
    root.querySelector('button').onclick = (event) => { document.title = 'clicked, trusted: ' + event.isTrusted; };
  </script>`;

describe.each(BROWSERS)('the harness without the extension, in %s', (kind) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await open(kind, { extension: false, insecure: true });
    bench.world.route(STUDIO, (request) => (request.path === '/' ? PAGE : { body: 'received' }));
    bench.world.route('http://trap.example/', () => ({ headers: { 'access-control-allow-origin': '*' } }));
  });
  afterAll(() => bench?.close());
  beforeEach(() => bench.world.clear());

  it('serves a real host name without a port, and refuses what nobody serves', async () => {
    const page = await bench.page(STUDIO);
    expect(await page.evaluate(() => [location.href, window.isSecureContext])).toEqual([STUDIO, true]);
    expect(await page.evaluate(() => fetch('https://elsewhere.example/').catch(() => 'refused'))).toBe(
      'refused',
    );
    expect(bench.world.refused).toContain('https://elsewhere.example');
    await page.close();
  });

  it('writes down the files of an upload', async () => {
    const page = await bench.page(STUDIO);
    await page.evaluate(async () => {
      const form = new FormData();
      form.append('file', new File(['a model'], 'model.glb', { type: 'model/gltf-binary' }));
      form.append('plain', 'field');
      await fetch('/upload', { method: 'POST', body: form });
    });
    const [file, ...more] = bench.world.filesReceived();
    expect(more).toEqual([]);
    expect(file).toMatchObject({
      host: 'studio.tripo3d.ai',
      scheme: 'https',
      name: 'model.glb',
      type: 'model/gltf-binary',
    });
    expect(file?.bytes.toString()).toBe('a model');
    await page.close();
  });

  it('lets an https page talk to an http server when told to', async () => {
    const page = await bench.page(STUDIO);
    await page.evaluate(async () => {
      await fetch('http://trap.example/fetch', { method: 'POST', body: 'raw' });
      await new Promise((done) => {
        const request = new XMLHttpRequest();
        request.onloadend = done;
        request.open('POST', 'http://trap.example/xhr');
        request.send('raw');
      });
      navigator.sendBeacon('http://trap.example/beacon', 'raw');
      const socket = new WebSocket('ws://trap.example/socket');
      socket.onopen = () => socket.send('raw');
    });
    await until(() => bench.world.requests.filter(({ body }) => body.toString() === 'raw').length === 4);
    const trapped = bench.world.to('trap.example').map(({ scheme, path }) => scheme + path);
    expect(trapped.sort()).toEqual(['http/beacon', 'http/fetch', 'http/xhr', 'ws/socket']);
    await page.evaluate(() => {
      document.body.innerHTML +=
        '<form method="post" action="http://trap.example/form"><input name="a" value="raw"></form>';
      document.forms[0]?.submit();
    });
    await until(() =>
      bench.world.requests.some(({ path, body }) => path === '/form' && body.toString() === 'a=raw'),
    );
    await page.close();
  });

  it('gives files to the page by input, chooser, drop and paste', async () => {
    const page = await bench.page(STUDIO);
    const seen = (count: number) =>
      page.waitForFunction(
        (count) => (window as never as { seen: string[] }).seen.length >= count,
        {},
        count,
      );
    await bench.pick(page, '#input', [picture]);
    await seen(1);
    await bench.choose(page, '#chooser', [picture]);
    await seen(2);
    await bench.drop(page, '#zone', [picture]);
    await seen(3);
    await bench.paste(page, '#text', [picture]);
    await seen(4);
    const file = `picture.png ${PICTURE.length}`;
    const paste = `paste,${kind === 'firefox'},${file}`;
    const all = await page.evaluate(() => (window as never as { seen: string[] }).seen);
    expect(all).toEqual([`change,true,${file}`, `change,true,${file}`, `drop,true,${file}`, paste]);
    await page.close();
  });

  it('reads a closed shadow root as it is shown, and clicks in it', async () => {
    const page = await bench.page(STUDIO);
    const text = await bench.guardText(page);
    expect(text).toContain('Held back.');
    expect(text).not.toContain('not this');
    await bench.clickGuard(page, 'Send');
    await page.waitForFunction(() => document.title === 'clicked, trusted: true');
    await page.close();
  });

  it('cuts the line and mends it', async () => {
    const page = await bench.page(STUDIO);
    const ask = () =>
      page.evaluate(() =>
        fetch('/').then(
          (answer) => answer.status,
          () => 'offline',
        ),
      );
    expect(await ask()).toBe(200);
    bench.world.offline('studio.tripo3d.ai');
    expect(await ask()).toBe('offline');
    bench.world.online();
    expect(await ask()).toBe(200);
    await page.close();
  });
});

describe.each(BROWSERS)('the extension under the harness, in %s', (kind) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, () => '<!doctype html><title>studio</title><h1>A page</h1>');
  });
  afterAll(() => bench?.close());

  it('is the build that its manifest says', async () => {
    const manifest = await bench.background(() => chrome.runtime.getManifest());
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.content_scripts?.flatMap(({ js = [] }) => js)).toContainEqual(
      expect.stringMatching(/\bguard\.js$/),
    );
  });

  it('tells each tab its own popup, in both colour schemes', async () => {
    const page = await bench.page(STUDIO);
    const popup = await bench.popup(page);
    expect(await popup.evaluate(() => [location.pathname, innerWidth])).toEqual(['/popup.html', 380]);
    for (const scheme of ['light', 'dark'] as const) {
      await bench.shot(popup, join(folder, `${kind}-${scheme}.png`), scheme);
      expect(
        await popup.evaluate((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, scheme),
      ).toBe(true);
      expect((await readFile(join(folder, `${kind}-${scheme}.png`))).subarray(1, 4).toString()).toBe('PNG');
    }
    await popup.close();
    await page.close();
  });

  it('lets alarms ring, which wakes a killed background and keeps the alarm', async () => {
    await bench.background(() =>
      chrome.alarms.create('smoke', { delayInMinutes: 500, periodInMinutes: 500 }),
    );
    await bench.killBackground();
    await bench.fireAlarm('smoke');
    const alarm = await bench.background(() => chrome.alarms.get('smoke'));
    expect(alarm?.periodInMinutes).toBe(500);
    await bench.background(() => chrome.alarms.clear('smoke'));
  });

  it('reads the badge and hears notifications', async () => {
    await bench.background(async () => {
      await chrome.action.setBadgeText({ text: '7' });
      const iconUrl = chrome.runtime.getURL('icon/48.png');
      await chrome.notifications
        .create('smoke', { type: 'basic', title: 'A title', message: 'A message', iconUrl })
        .catch(() => {});
    });
    expect(await bench.badge()).toBe('7');
    await until(async () => (await bench.notifications()).length > 0);
    expect(await bench.notifications()).toEqual([{ title: 'A title', message: 'A message' }]);
    await bench.background(() => chrome.action.setBadgeText({ text: '' }));
  });
});
