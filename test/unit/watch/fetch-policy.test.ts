import { getDomain } from 'tldts';
import { describe, expect, it } from 'vitest';
import { allSites } from '../../../lib/sites/index.ts';
import { readCapped } from '../../../lib/store/capped.ts';
import { decodeHtml } from '../../../lib/watch/body.ts';
import { fetchPolicy, MAX_PAGE, staysWithVendor } from '../../../lib/watch/fetch-policy.ts';
import { readRetryAfter } from '../../../lib/watch/retry-after.ts';

const NOW = Date.UTC(2026, 10, 22);
const url = 'https://www.meshy.ai/privacy-policy';
const HTML = { 'content-type': 'text/html; charset=utf-8' };

type Answer = Partial<{
  body: BodyInit | null;
  status: number;
  headers: Record<string, string>;
  url: string;
  type: string;
}>;

function answering({ body = '<p>We</p>', status = 200, headers = HTML, ...rest }: Answer): Response {
  const response = new Response(body, { status, headers });
  for (const [name, value] of Object.entries({ url, ...rest }))
    Object.defineProperty(response, name, { value });
  return response;
}

function netOf(fetch: (url: string, init: RequestInit) => Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const counted = (to: string, init: RequestInit) => {
    asked.push({ url: to, init });
    return fetch(to, init);
  };
  return { asked, fetch: counted, permitted: async () => true, timeLimit: 10_000, now: () => NOW };
}

const read = (answer: Answer) =>
  fetchPolicy(
    { url },
    netOf(async () => answering(answer)),
  );
const endless = () =>
  new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000)) }) as BodyInit;

describe('fetchPolicy', () => {
  it('asks for the page and for nothing that would tell who asks', async () => {
    const net = netOf(async () => answering({}));
    expect(await fetchPolicy({ url }, net)).toEqual({ ok: true, html: '<p>We</p>', url });
    expect(net.asked).toHaveLength(1);
    expect(net.asked[0]).toMatchObject({
      url,
      init: {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        headers: { accept: 'text/html', 'accept-language': 'en' },
      },
    });
  });

  it.each<[string, Answer, string]>([
    ['a page that is gone', { status: 404 }, 'gone'],
    ['a page gone for good', { status: 410 }, 'gone'],
    ['a page that asks for a person', { status: 403 }, 'needs-visit'],
    ['a 304 that nobody asked for', { status: 304, body: null }, 'http-error'],
    ['a server in trouble', { status: 503 }, 'http-error'],
    ['a PDF', { headers: { 'content-type': 'application/pdf' } }, 'pdf'],
    ['a picture', { headers: { 'content-type': 'image/png' } }, 'not-a-policy'],
    ['an answer without a type', { headers: { 'content-type': '' } }, 'not-a-policy'],
    ['another vendor’s page', { url: 'https://parked.example/' }, 'redirected-away'],
    ['a page that was not encrypted', { url: 'http://www.meshy.ai/privacy-policy' }, 'redirected-away'],
    ['a page too large', { body: 'x'.repeat(MAX_PAGE + 1) }, 'too-large'],
    ['a page without end', { body: endless() }, 'too-large'],
  ])('says why it has no text: %s', async (_what, answer, reason) => {
    expect(await read(answer)).toEqual({ ok: false, reason });
  });

  it.each([
    ['text/plain', '# Privacy'],
    ['text/markdown; charset=utf-8', '# Privacy'],
    ['application/xhtml+xml', '<p/>'],
  ])('takes %s', async (type, body) => {
    expect(await read({ headers: { 'content-type': type }, body })).toEqual({ ok: true, html: body, url });
  });

  it('asks a server that gave validators whether the page is still the same', async () => {
    const validators = { etag: '"a1"', lastModified: 'Sun, 22 Nov 2026 09:00:00 GMT' };
    const headers = { ...HTML, etag: validators.etag, 'last-modified': validators.lastModified };
    const fresh = netOf(async () => answering({ headers }));
    expect(await fetchPolicy({ url }, fresh)).toMatchObject({ ok: true, validators });
    const same = netOf(async () => answering({ status: 304, body: null }));
    expect(await fetchPolicy({ url, validators }, same)).toEqual({ ok: true, unchanged: true });
    expect(same.asked[0]?.init.headers).toMatchObject({
      'if-none-match': validators.etag,
      'if-modified-since': validators.lastModified,
    });
    const moved = netOf(async () => answering({ status: 304, body: null, url: 'https://parked.example/' }));
    expect(await fetchPolicy({ url, validators }, moved)).toMatchObject({ reason: 'redirected-away' });
  });

  it('hears how long a server wants to be left alone', async () => {
    for (const status of [429, 503]) {
      const answer = await read({ status, headers: { 'retry-after': '3600' } });
      expect(answer).toEqual({ ok: false, reason: 'http-error', retryAfter: 3_600_000 });
    }
    expect(await read({ status: 503 })).toEqual({ ok: false, reason: 'http-error' });
    expect(await read({ status: 429 })).toEqual({ ok: false, reason: 'http-error', retryAfter: 60_000 });
  });

  it('takes a page of exactly the largest size', async () => {
    expect(await read({ body: 'x'.repeat(MAX_PAGE) })).toMatchObject({ ok: true });
  });

  it('tells a missing network from a redirect that the browser would not follow for us', async () => {
    const offline = netOf(async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await fetchPolicy({ url }, offline)).toEqual({ ok: false, reason: 'offline' });
    const away = netOf(async (_url, { redirect }) =>
      redirect === 'manual' ? answering({ type: 'opaqueredirect' }) : Promise.reject(new TypeError('CORS')),
    );
    expect(await fetchPolicy({ url }, away)).toEqual({ ok: false, reason: 'redirected-away' });
  });

  it('gives up on a server that does not answer', async () => {
    const silent = netOf((_url, { signal }) => {
      return new Promise((_answer, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    });
    expect(await fetchPolicy({ url }, { ...silent, timeLimit: 5 })).toEqual({ ok: false, reason: 'offline' });
  });

  it('asks for nothing when the person withdrew the permission, or the address is not encrypted', async () => {
    const net = netOf(async () => answering({}));
    const patterns: string[] = [];
    const denied = { ...net, permitted: async (pattern: string) => patterns.push(pattern) < 0 };
    expect(await fetchPolicy({ url }, denied)).toEqual({ ok: false, reason: 'permission-missing' });
    expect(patterns).toEqual(['https://www.meshy.ai/*']);
    expect(await fetchPolicy({ url: 'http://www.meshy.ai/' }, net)).toEqual({
      ok: false,
      reason: 'http-error',
    });
    expect(net.asked).toEqual([]);
  });

  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://192.168.1.7/privacy',
    'https://0x7f.1/',
    'https://localhost/privacy',
    'https://printer.local/privacy',
    'https://router.home.arpa/',
    'https://wiki/privacy',
  ])('never asks a bare address, nor a name of this network: %s', async (address) => {
    const net = netOf(async () => answering({ url: address }));
    expect(await fetchPolicy({ url: address }, net)).toEqual({ ok: false, reason: 'http-error' });
    expect(net.asked).toEqual([]);
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['99999999999', 7 * 86_400_000],
    ['Sun, 22 Nov 2026 00:10:00 GMT', 600_000],
    ['Sun, 22 Nov 2020 00:10:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads %j as %j ms', (value, wait) => {
    expect(readRetryAfter(value, NOW)).toBe(wait);
  });
});

describe('staysWithVendor', () => {
  it.each([
    ['https://www.meshy.ai/a', 'https://www.meshy.ai/b', true],
    ['https://www.meshy.ai/a', 'https://meshy.ai/a', true],
    ['https://www.meshy.ai/a', 'https://legal.meshy.ai/a', true],
    ['https://hyper3d.ai/a', 'https://www.hyper3d.ai/a', true],
    ['https://studio.tripo3d.ai/a', 'https://www.tripo3d.ai/a', true],
    ['https://www.acme.co.uk/a', 'https://legal.acme.co.uk/a', true],
    ['https://www.acme.co.uk/a', 'https://other.co.uk/a', false],
    ['https://acme.vercel.app/a', 'https://other.vercel.app/a', false],
    ['https://www.meshy.ai/a', 'https://192.168.1.7/a', false],
    ['https://www.meshy.ai/a', 'https://notmeshy.ai/a', false],
    ['https://www.meshy.ai/a', 'https://meshy.ai.evil.example/', false],
    ['https://huggingface.co/privacy', 'https://someone.hf.space/', false],
    ['https://www.meshy.ai/a', 'http://www.meshy.ai/a', false],
    ['https://www.meshy.ai/a', '', false],
  ])('%s to %s: %s', (asked, reached, stays) => {
    expect(staysWithVendor(asked, reached)).toBe(stays);
  });

  it('means the registrable domain of the public suffix list, for every policy of the catalogue', () => {
    for (const { url: asked } of allSites().flatMap(({ policies }) => policies)) {
      const { hostname } = new URL(asked);
      const domain = getDomain(hostname, { allowPrivateDomains: true });
      expect(domain).not.toBeNull();
      expect(staysWithVendor(asked, `https://${domain}/`)).toBe(true);
      const [, suffix = ''] = /^[^.]+\.(.+)$/.exec(domain ?? '') ?? [];
      expect(staysWithVendor(asked, `https://other.${suffix}/`)).toBe(false);
    }
  });
});

describe('the body', () => {
  it('stops reading where the cap is', async () => {
    let given = 0;
    const stream = new ReadableStream({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(10));
      },
    });
    expect(await readCapped(new Response(stream), 55)).toBeNull();
    expect(given).toBeLessThan(10);
  });

  it('may be missing', async () => {
    expect(await readCapped(new Response(null), 10)).toEqual(new Uint8Array(0));
  });

  it.each([
    ['text/html; charset=windows-1252', [0xe9], 'é'],
    ['text/html', [0xc3, 0xa9], 'é'],
    ['text/html; charset=klingon', [0xc3, 0xa9], 'é'],
    ['text/html; charset="utf-8"', [0xef, 0xbb, 0xbf, 0x61], 'a'],
  ])('is read as %s says', (type, bytes, text) => {
    expect(decodeHtml(new Uint8Array(bytes), type)).toBe(text);
  });

  it('is read as the page itself says when nobody else does', () => {
    const page = new TextEncoder().encode('<meta charset="windows-1252"><p>');
    expect(decodeHtml(new Uint8Array([...page, 0xe9]), 'text/html').at(-1)).toBe('é');
  });
});
