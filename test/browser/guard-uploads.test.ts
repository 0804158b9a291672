import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const TRAP = 'http://trap.example';

/** Sends the same word on every way that there is, to clear text. What came of it is kept in `outcome`. */
const PAGE = `<!doctype html><html lang="en"><title>studio</title>
  <form id="form" method="post" action="${TRAP}/form" target="frame"><input name="a" value="raw"><button id="press">submit</button></form>
  <form id="other" method="post" action="/safe" target="frame"><input name="action" value="raw">
    <button id="formaction" formaction="${TRAP}/formaction">submit elsewhere</button></form>
  <form id="late" method="post" action="/safe" target="frame"><input name="a" value="raw"><button id="flipped">submit late</button></form>
  <form id="window" method="post" action="${TRAP}/window" target="_blank"><input name="a" value="raw"><button id="blank">submit into a window</button></form>
  <form id="asking" action="${TRAP}/named" target="frame"><input type="file" id="chosen" name="a"><button id="named">submit by GET</button></form>
  <form action="${TRAP}/search" target="frame"><input name="a" value="words"><button id="search">search</button></form>
  <iframe name="frame"></iframe>
  <div id="host"></div>
  ${['byFetch', 'byRequest', 'byXhr', 'byBeacon', 'bySubmit', 'byRequestSubmit', 'byShadow', 'bySync', 'byFlood', 'based', 'bySecret'].map((id) => `<button id="${id}">${id}</button>`).join('')}
  <script>
    window.outcome = '';
    const say = (word) => () => { window.outcome = word; };
    const file = new File(['raw'], 'model.glb');
    const withFile = () => { const form = new FormData(); form.append('file', file); return form; };
    byFetch.onclick = () => fetch('${TRAP}/fetch', { method: 'POST', body: withFile() }).then(say('sent'), say('failed'));
    byRequest.onclick = () => fetch(new Request('${TRAP}/request', { method: 'POST', body: 'raw' })).then(say('sent'), say('failed'));
    byXhr.onclick = () => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '${TRAP}/xhr');
      xhr.onload = say('sent');
      xhr.onerror = say('failed');
      xhr.send('raw');
    };
    bySync.onclick = () => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '${TRAP}/sync', false);
      try { xhr.send('raw'); say('sent')(); } catch (error) { say('failed')(); }
    };
    byBeacon.onclick = () => { navigator.sendBeacon('${TRAP}/beacon', 'raw'); };
    late.onsubmit = (event) => { event.stopPropagation(); late.action = '${TRAP}/flipped'; };
    byFlood.onclick = () => { for (let i = 0; i < 5; i++) fetch('${TRAP}/flood', { method: 'POST', body: 'raw' }).then(say('sent'), say('failed')); };
    bySubmit.onclick = () => form.submit();
    byRequestSubmit.onclick = () => form.requestSubmit();
    const load = new DataTransfer();
    load.items.add(new File(['v 0 0 0'], 'raw.obj'));
    chosen.files = load.files;
    based.onclick = () => { document.head.innerHTML += '<base href="${TRAP}/">'; fetch('based', { method: 'POST', body: 'raw' }); };
    bySecret.onclick = () => {
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '${TRAP.replace('//', '//user:word@')}/secret');
      xhr.send('raw');
    };
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<form method="post" action="${TRAP}/shadow" target="frame"><input name="a" value="raw"><button>go</button></form>';
    byShadow.onclick = () => root.querySelector('form').requestSubmit();
  </script></html>`;

/** Button of the page, and where its upload would arrive. */
const WAYS = [
  ['press', '/form'],
  ['formaction', '/formaction'],
  ['flipped', '/flipped'],
  ['bySubmit', '/form'],
  ['byRequestSubmit', '/form'],
  ['byShadow', '/shadow'],
  ['byFetch', '/fetch'],
  ['byRequest', '/request'],
  ['byXhr', '/xhr'],
  ['byBeacon', '/beacon'],
  ['blank', '/window'],
  ['based', '/based'],
  ['bySecret', '/secret'],
  ['named', '/named?a=raw.obj'],
] as const;

describe.each(BROWSERS)('uploads in clear text, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind, { insecure: true });
    bench.world.route(STUDIO, ({ path }) => (path === '/' ? PAGE : { body: 'received' }));
    bench.world.route(`${TRAP}/`, () => ({
      headers: { 'access-control-allow-origin': '*' },
      body: 'trapped',
    }));
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    bench.world.clear();
    page = await bench.page(STUDIO);
  });
  afterEach(() => page.close());

  const isHeld = async () => (await bench.guardText(page)).includes('trap.example');
  const held = () => until(isHeld, { what: 'the dialog' });
  const uploads = () => bench.world.to('trap.example').filter(({ path }) => path !== '/favicon.ico');
  const arrived = () => uploads().map(({ path }) => path);
  const outcome = () => page.evaluate(() => (window as never as { outcome: string }).outcome);

  it.each(WAYS)('are held and not sent by default: %s', async (button) => {
    await page.click(`#${button}`);
    await held();
    expect(arrived()).toEqual([]);
    await page.keyboard.press('Escape');
    await until(async () => !(await isHeld()), { what: 'the dialog to close' });
    expect(arrived()).toEqual([]);
  });

  it.each(WAYS)('are sent after a real click on the second button: %s', async (button, path) => {
    await page.click(`#${button}`);
    await held();
    expect(arrived()).toEqual([]);
    await bench.clickGuard(page, 'Send unencrypted');
    await until(() => arrived().length > 0, { what: 'the upload' });
    expect(arrived()).toEqual([path]);
    const [request] = uploads();
    expect(`${request?.path} ${request?.body}`).toContain('raw');
  });

  it('fail as on a dead network when they are kept back, and name the file', async () => {
    for (const button of ['byFetch', 'byXhr']) {
      await page.click(`#${button}`);
      await held();
      if (button === 'byFetch') expect(await bench.guardText(page)).toContain('model.glb');
      await bench.clickGuard(page, 'Do not send');
      await until(async () => (await outcome()) === 'failed', { what: `${button} to fail` });
      await page.evaluate(() => Object.assign(window, { outcome: '' }));
    }
    expect(arrived()).toEqual([]);
  });

  it('are asked about once when a page sends many and the person says no', async () => {
    await page.click('#byFlood');
    await held();
    await page.keyboard.press('Escape');
    await until(async () => (await outcome()) === 'failed');
    await until(async () => !(await isHeld()));
    expect(arrived()).toEqual([]);
  });

  it('fail at once when the page waits in the middle of a script', async () => {
    await page.click('#bySync');
    await until(async () => (await outcome()) === 'failed');
    await until(async () => (await bench.guardText(page)).includes('trap.example'));
    expect(arrived()).toEqual([]);
  });

  it('are not what a page reads, searches or streams', async () => {
    await page.evaluate((trap) => {
      new Image().src = `${trap}/image`;
      new EventSource(`${trap}/events`);
      navigator.sendBeacon('/safe', 'raw');
    }, TRAP);
    await page.click('#search');
    await until(() => arrived().length >= 3, { what: 'the reads' });
    expect(new Set(arrived())).toEqual(new Set(['/image', '/events', '/search?a=words']));
    expect(await isHeld()).toBe(false);
  });

  it('leave reads, encrypted uploads and this computer alone', async () => {
    const sent = await page.evaluate(async (trap) => {
      await fetch(`${trap}/read`);
      await fetch('/safe', { method: 'POST', body: 'raw' });
      const local = await fetch('http://127.0.0.1:9/', { method: 'POST', body: 'raw' }).catch(
        () => 'refused by nobody there',
      );
      return typeof local;
    }, TRAP);
    expect(sent).toBe('string');
    expect(arrived()).toEqual(['/read']);
    expect(await isHeld()).toBe(false);
  });
});
