import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leaks } from '../fixtures/canary.ts';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { ASKED, CLEANED, FREE, type HELD, NET_PAGE, STREAMED } from './guard/net.ts';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';

const STUDIO = 'https://studio.tripo3d.ai/';

let raw: Uint8Array;
beforeAll(async () => {
  raw = await phoneJpeg();
});

describe.each(BROWSERS)('the last net: what leaves a page that nobody has vetted, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind, { http2: true });
    bench.world.route(STUDIO, ({ path }) => {
      if (path === '/raw') return { headers: { 'content-type': 'image/jpeg' }, body: raw };
      return path === '/' ? NET_PAGE : { body: 'received' };
    });
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    bench.world.clear();
    page = await bench.page(STUDIO);
    await page.evaluate(() => (window as never as { ready: Promise<void> }).ready);
  });
  afterEach(() => page.close());

  type Ways = { ways: Record<string, () => void>; said: string[] };
  const go = (way: string) => page.evaluate((way) => (window as never as Ways).ways[way]?.(), way);
  const said = () => page.evaluate(() => (window as never as Ways).said);
  const says = (word: string) =>
    until(async () => ((await said()).includes(word) ? await said() : null), { what: word });
  /** What the server got, sockets' messages as one body. */
  const sent = () =>
    bench.world.requests.filter(({ body, complete }) => body.length > 0 && (complete || isSocket()));
  const isSocket = () => bench.world.requests.some(({ scheme }) => scheme === 'wss');
  const bodies = () => Buffer.concat(sent().map(({ body }) => body));
  const arrives = (test: (body: Buffer) => boolean = (body) => body.length > 500) =>
    until(() => (test(bodies()) ? bodies() : null), { what: 'the upload' });
  const asks = () =>
    until(async () => (await bench.guardText(page)).includes('private data'), { what: 'the question' });
  const hasPicture = (body: Buffer) =>
    body.includes(Buffer.from([0xff, 0xd8, 0xff])) || /\/9j\/|%2F9j%2F/.test(body.toString('latin1'));

  it.each(Object.keys(CLEANED))('is cleaned on the way: %s', async (way) => {
    await go(way);
    const body = await arrives();
    await says('sent');
    expect(leaks(body)).toEqual([]);
    expect(hasPicture(body)).toBe(true);
    if (way.includes('form') && !way.includes('name'))
      expect(body.toString('latin1')).toMatch(/words.*photo\.jpg/s);
    expect(await until(() => bench.guardText(page))).toContain('1 file cleaned');
  });

  const asked = [...Object.keys(ASKED), ...(kind === 'chromium' ? Object.keys(STREAMED) : [])];
  it.each(asked)('is asked about, and sent cleaned: %s', async (way) => {
    await go(way);
    await asks();
    expect(hasPicture(bodies())).toBe(false);
    expect(await bench.guardText(page)).toContain('51.5014');
    await bench.clickGuard(page, 'Send it cleaned');
    const body = await arrives();
    await says('sent');
    expect(leaks(body)).toEqual([]);
    expect(hasPicture(body)).toBe(true);
  });

  const kept = ['fetch a typed array', 'fetch a data URI in JSON', 'xhr a buffer'];
  it.each([...kept, ...(kind === 'chromium' ? ['fetch a stream of a file'] : [])])(
    'is not sent by default: %s',
    async (way) => {
      await go(way);
      await asks();
      await page.keyboard.press('Escape');
      await says('TypeError');
      expect(sent()).toEqual([]);
    },
  );

  it('is sent as it is on the word of the person', async () => {
    await go('fetch a typed array');
    await asks();
    await bench.clickGuard(page, 'Send it as it is');
    expect(Buffer.compare(await arrives(), raw)).toBe(0);
  });

  it('is asked about where it goes from peer to peer, and goes cleaned and in order', async () => {
    await go('a data channel with a buffer');
    const arrived = () => page.evaluate(() => (window as never as { arrived: string[] }).arrived);
    await asks();
    expect(await arrived()).toEqual(['words before']);
    await bench.clickGuard(page, 'Send it cleaned');
    await until(async () => (await arrived()).length === 3, { what: 'the messages' });
    const [, hex = '', last] = await arrived();
    const bytes = Buffer.from(hex, 'hex');
    expect(leaks(bytes)).toEqual([]);
    expect(hasPicture(bytes)).toBe(true);
    expect(last).toBe('words after');
  });

  it('leaves the other messages of a socket in their order', async () => {
    await go('a socket with a buffer');
    await asks();
    expect(bodies().toString('latin1')).toBe('words before');
    await page.keyboard.press('Escape');
    expect((await arrives((body) => body.includes('words after'))).toString('latin1')).toBe(
      'words beforewords after',
    );
  });

  it.each(Object.keys(FREE))('is let go without a word when it is the page’s own: %s', async (way) => {
    await go(way);
    await says('sent');
    await arrives((body) => body.length > 0);
    expect(await bench.guardText(page)).toBe('');
  });

  it('tells the page of a held request what it would hear of any other', async () => {
    await go('xhr a file');
    const events = await says('loadend');
    expect(events).toEqual([
      'readystatechange1',
      'loadstart',
      'upload loadstart',
      'upload load',
      'upload loadend',
      'readystatechange2',
      'readystatechange3',
      'readystatechange4',
      'load',
      'sent',
      'loadend',
    ]);
  });

  it.each([
    ['aborts a fetch', ['AbortError']],
    [
      'aborts an xhr',
      ['readystatechange1', 'loadstart', 'readystatechange4', 'abort', 'loadend', 'aborted 0'],
    ],
    ['sends an xhr twice', ['readystatechange1', 'InvalidStateError']],
    ['waits in the middle of a script', ['NetworkError']],
  ] as const satisfies [keyof typeof HELD, string[]][])(
    'can be given up: a page that %s',
    async (way, events) => {
      await go(way);
      await until(async () => (await said()).length >= events.length, { what: 'the events' });
      expect(await said()).toEqual(events);
      expect(sent()).toEqual([]);
    },
  );
});
