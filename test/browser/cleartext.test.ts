import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, BROWSERS, open, type Reply, until } from './harness/index.ts';

type Rule = { id: number };
declare const chrome: {
  declarativeNetRequest: { getDynamicRules(): Promise<Rule[]>; getSessionRules(): Promise<Rule[]> };
};

const STUDIO = 'https://studio.tripo3d.ai/';
const STRANGER = 'https://stranger.example/';
const TRAP = 'http://trap.example/';
const OTHER = 'http://other.example/';

/** A worker that posts wherever it is told to, and says how it went. */
const WORKER = `onmessage = ({ data: { url, method } }) => fetch(url, { method, body: method === 'GET' ? undefined : 'raw' })
  .then(() => postMessage('sent'), () => postMessage('failed'));`;
/** A worker of any kind that opens a socket wherever it is told to, sends through it, and says how it went. */
const SOCKETS = `function open(url, say) {
  try {
    const socket = new WebSocket(url);
    socket.onopen = () => { socket.send('raw'); say('open'); };
    socket.onerror = () => say('failed');
  } catch { say('failed'); }
}
onmessage = ({ data, source }) => open(data, (word) => (source ?? self).postMessage(word));
onconnect = ({ ports: [port] }) => { port.onmessage = ({ data }) => open(data, (word) => port.postMessage(word)); };`;
const PAGE =
  `<!doctype html><html lang="en"><title>studio</title><script>
  window.work = (url, method = 'POST') => new Promise((done) => {
    const worker = new Worker('/worker.js');
    worker.onmessage = ({ data }) => done(data);
    worker.postMessage({ url, method });
  });
  window.socketOf = async (who, url) => {
    const heard = Promise.withResolvers();
    const listen = (from, to) => { from.onmessage = ({ data }) => heard.resolve(data); to.postMessage(url); };
    if (who === 'service worker') {
      await navigator.serviceWorker.register('/sockets.js');
      listen(navigator.serviceWorker, (await navigator.serviceWorker.ready).active);
    } else {
      const worker = who === 'shared worker' ? new SharedWorker('/sockets.js').port : new Worker('/sockets.js');
      listen(worker, worker);
    }
    return heard.promise;
  };
  window.post = (url) => fetch(url, { method: 'POST', body: 'raw', mode: 'no-cors' }).then(() => 'sent', () => 'failed');
</` + `script></html>`;

type Doing = {
  work(url: string, method?: string): Promise<string>;
  post(url: string): Promise<string>;
  socketOf(who: string, url: string): Promise<string>;
};

/** What the pages of this internet have to give: themselves, and their workers. */
function served(path: string): Reply | string {
  const script = { '/worker.js': WORKER, '/sockets.js': SOCKETS }[path];
  return script ? { headers: { 'content-type': 'text/javascript' }, body: script } : PAGE;
}

const socketOf = (page: Page, who: string, url: string) =>
  page.evaluate((who, url) => (window as never as Doing).socketOf(who, url), who, url);

describe.each(BROWSERS)('uploads in clear text that no page script can hold, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind, { insecure: true });
    for (const url of [STUDIO, STRANGER])
      bench.world.route(url, ({ path }): Reply | string => {
        if (path.startsWith('/fall?'))
          return { status: 307, headers: { location: decodeURIComponent(path.slice('/fall?'.length)) } };
        return served(path);
      });
    for (const url of [TRAP, OTHER, 'http://127.0.0.1:7860/'])
      bench.world.route(url, () => ({
        headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': '*' },
        body: 'received',
      }));
    // The rules stand as soon as the background has run once.
    await until(
      () => bench.background(async () => (await chrome.declarativeNetRequest.getDynamicRules()).length > 0),
      {
        what: 'the rules',
      },
    );
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    bench.world.clear();
    page = await bench.page(STUDIO);
  });
  afterEach(() => page.close());

  /**
   * Sends from where no page script can hold it. Firefox itself lets no worker of an encrypted page send in clear text, whatever it is
   * told, so there it is a redirect.
   */
  const work = (url: string, method?: string, from = page) =>
    kind === 'chromium'
      ? from.evaluate((url, method) => (window as never as Doing).work(url, method), url, method)
      : fall(url, method, from);
  const fall = (url: string, method = 'POST', from = page) =>
    from.evaluate(
      (to, method) =>
        fetch(`/fall?${encodeURIComponent(to)}`, {
          method,
          ...(method === 'GET' ? {} : { body: 'raw' }),
        }).then(
          () => 'sent',
          () => 'failed',
        ),
      url,
      method,
    );
  const allowances = () =>
    bench.background(
      async () => (await chrome.declarativeNetRequest.getSessionRules()).filter(({ id }) => id >= 100).length,
    );
  const arrived = (host: string) => bench.world.to(host).filter(({ path }) => path !== '/favicon.ico');
  const shows = (words: string) =>
    until(async () => (await bench.guardText(page)).includes(words), { what: words });

  it.each(['POST', 'PUT', 'PATCH'])('are stopped on a guarded site, and on no other: %s', async (method) => {
    expect(await work(TRAP, method)).toBe('failed');
    expect(arrived('trap.example').filter((each) => each.method === method)).toEqual([]);
    const stranger = await bench.page(STRANGER);
    expect(await work(TRAP, method, stranger)).toBe('sent');
    expect(arrived('trap.example').filter((each) => each.method === method)).toHaveLength(1);
    await stranger.close();
  });

  it('are stopped after the background has died, too', async () => {
    await bench.killBackground();
    expect(await work(TRAP)).toBe('failed');
    expect(arrived('trap.example')).toEqual([]);
  });

  it('are no reads, and nothing that stays on this computer', async () => {
    expect(await work(TRAP, 'GET')).toBe('sent');
    expect(await work('http://127.0.0.1:7860/upload')).toBe('sent');
    expect(arrived('127.0.0.1:7860').filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('leave after the person has said so: to that host, from that tab, until it is closed', async () => {
    const posting = page.evaluate((url) => (window as never as Doing).post(url), TRAP);
    await shows('trap.example');
    expect(arrived('trap.example')).toEqual([]);
    await bench.clickGuard(page, 'Send unencrypted');
    expect(await posting).toBe('sent');
    await bench.killBackground();
    expect(await work(TRAP)).toBe('sent');
    expect(await work(OTHER)).toBe('failed');
    const second = await bench.page(STUDIO);
    expect(await work(TRAP, 'POST', second)).toBe('failed');
    await second.close();
    await page.close();
    await until(async () => (await allowances()) === 0, { what: 'the end of it' });
    page = await bench.page(STUDIO);
    expect(await work(TRAP)).toBe('failed');
  });

  it('are stopped where a redirect leads to them, and told with the host', async () => {
    expect(await fall(`${TRAP}fallen`)).toBe('failed');
    expect(arrived('trap.example')).toEqual([]);
    await shows('trap.example');
    await bench.clickGuard(page, 'Allow in this tab');
    await until(async () => (await allowances()) > 0, { what: 'the allowance' });
    expect(await fall(`${TRAP}fallen`)).toBe('sent');
    expect(arrived('trap.example').map(({ path }) => path)).toEqual(['/fallen']);
  });

  it.each(['worker', 'service worker', 'shared worker'])(
    'are stopped in a socket of a %s on a guarded site, and on no other',
    async (who) => {
      const to = 'ws://trap.example/socket';
      expect(await socketOf(page, who, to)).toBe('failed');
      expect(arrived('trap.example')).toEqual([]);
      // Chromium lets no service worker of an encrypted page open one, whatever it is told.
      if (kind === 'chromium' && who === 'service worker') return;
      const stranger = await bench.page(STRANGER);
      expect(await socketOf(stranger, who, to)).toBe('open');
      await stranger.close();
    },
  );
});

describe.each(BROWSERS)('a socket in clear text, as browsers are set up, in %s', (kind) => {
  // Chromium's shared workers do not ask what page they belong to.
  const workers = ['worker', 'service worker', ...(kind === 'firefox' ? ['shared worker'] : [])];
  it(`is opened by no ${workers.join(', no ')} of an encrypted page`, async () => {
    const bench = await open(kind);
    try {
      for (const url of [STUDIO, STRANGER]) bench.world.route(url, ({ path }) => served(path));
      bench.world.route(TRAP, () => 'received');
      for (const url of [STUDIO, STRANGER]) {
        const page = await bench.page(url);
        for (const who of workers)
          expect(await socketOf(page, who, 'ws://trap.example/socket')).toBe('failed');
        await page.close();
      }
      expect(bench.world.to('trap.example')).toEqual([]);
    } finally {
      await bench.close();
    }
  });
});
