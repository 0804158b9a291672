import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SiteReview } from '../../lib/store/types.ts';
import { type Bench, BROWSERS, type ExtensionApi, open, type Reply, until } from './harness/index.ts';
import { policyPage } from './policy-page.ts';

declare const chrome: ExtensionApi;

const DAY = 86_400_000;
const STUDIO = 'https://studio.tripo3d.ai/';
const VENDOR = 'https://www.tripo3d.ai/';
/** A cookie that any request of the person's own to the vendor would carry. */
const WHO = 'who=someone; Domain=tripo3d.ai; Path=/; Secure; SameSite=None';
const BARE = 'https://tripo3d.ai/';
const PARKED = 'https://parked.example/';
const CLOSED = 'https://closed.example/';
const NO_TRAINING = 'We do not use your uploads to train our AI models.';
const ARBITRATION =
  'You agree that any dispute will be resolved only by binding arbitration and not in court.';
const TRAINING = 'We use the content you upload to train our generative AI models.';

describe.each(BROWSERS)('the watch, in %s', (kind) => {
  let bench: Bench;
  /** What the vendor publishes at present, by path. */
  const published: Record<string, Reply | string> = {};
  /** The vendor answers when this is done. */
  let vendorWaits: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, () => ({
      headers: { 'content-type': 'text/html', 'set-cookie': WHO },
      body: '<!doctype html><title>studio</title><h1>Studio</h1>',
    }));
    const parked = policyPage('Privacy Policy', 'June 4, 2026', [TRAINING]);
    const readable = { 'content-type': 'text/html', 'access-control-allow-origin': '*' };
    bench.world.route(PARKED, () => ({ headers: readable, body: parked }));
    bench.world.route(CLOSED, () => parked);
    bench.world.route(VENDOR, async ({ path }) => {
      await vendorWaits;
      return published[path] ?? { status: 404, body: 'not here' };
    });
  });
  afterAll(() => bench?.close());
  beforeEach(() => {
    bench.world.clear();
    bench.world.online();
  });

  const askedFor = () => bench.world.to('www.tripo3d.ai').map(({ path }) => path);
  const review = () => bench.background(readStored, 'tripo');
  const privacy = async () => (await review())?.documents.find((document) => document.kind === 'privacy');

  /** Sets the last look `days` back, kills the background, and lets the daily alarm wake it; waits for the end of that run. */
  async function lookAfter(days: number): Promise<void> {
    const before = await bench.background(ageReview, 'tripo', days * DAY);
    await bench.killBackground();
    await bench.fireAlarm('watch');
    await until(async () => ((await privacy())?.triedAt ?? 0) > before, { what: 'the look' });
    await until(() => bench.background(runIsOver), { what: 'the end of the run' });
  }

  it('asks for no policy before the person has used a site', async () => {
    await bench.fireAlarm('watch');
    expect(bench.world.requests).toEqual([]);
  });

  it('reads both policies at the first visit, and tells the vendor nothing about the person', async () => {
    published['/privacy'] = policyPage('Privacy Policy', 'March 1, 2026', [NO_TRAINING]);
    published['/terms'] = policyPage('Terms of Service', 'March 1, 2026', []);
    const page = await bench.page(STUDIO);
    await until(async () => (await review())?.scorecard?.grade);
    await page.close();
    expect(askedFor().sort()).toEqual(['/privacy', '/terms']);
    for (const { headers } of bench.world.to('www.tripo3d.ai')) {
      expect(headers).toMatchObject({ 'accept-language': 'en' });
      expect(Object.keys(headers)).toEqual(expect.not.arrayContaining(['cookie', 'referer']));
    }
    expect(bench.world.refused).toEqual([]);
    expect(await privacy()).toMatchObject({ updated: '2026-03-01' });
    expect(await bench.notifications()).toEqual([]);
    expect(await bench.badge()).toBe('');
  });

  it('does not ask again at the next visit', async () => {
    const page = await bench.page(STUDIO);
    await bench.fireAlarm('watch');
    const popup = await bench.popup(page);
    await popup.waitForFunction(() => document.body.innerText.includes('Tripo'));
    expect(askedFor()).toEqual([]);
    await popup.close();
    await page.close();
  });

  it('says nothing when only the date moved', async () => {
    published['/privacy'] = policyPage('Privacy Policy', 'April 2, 2026', [NO_TRAINING]);
    await lookAfter(100);
    expect(askedFor().sort()).toEqual(['/privacy', '/terms']);
    expect(await privacy()).toMatchObject({ updated: '2026-04-02' });
    expect(await bench.notifications()).toEqual([]);
    expect(await bench.badge()).toBe('');
  });

  it('keeps what it had when there is no network', async () => {
    const before = await review();
    bench.world.offline();
    await lookAfter(100);
    expect(await privacy()).toMatchObject({ failure: 'offline' });
    expect((await review())?.scorecard).toEqual(before?.scorecard);
    expect(await bench.badge()).toBe('');
  });

  it.each<[string, Reply | string, string]>([
    ['is an error page', '<!doctype html><title>404</title><h1>Page not found</h1>', 'error-page'],
    [
      'leads to somebody who wants to be read',
      { status: 302, headers: { location: PARKED } },
      'redirected-away',
    ],
    ['leads to somebody who does not', { status: 302, headers: { location: CLOSED } }, 'redirected-away'],
    ['is refused', { status: 503 }, 'http-error'],
  ])('keeps what it had when the policy %s', async (_what, answer, failure) => {
    const before = await review();
    const good = published['/privacy'] ?? '';
    published['/privacy'] = answer;
    await lookAfter(100);
    published['/privacy'] = good;
    expect(await privacy()).toMatchObject({ failure });
    expect((await review())?.scorecard).toEqual(before?.scorecard);
    expect(await bench.notifications()).toEqual([]);
    expect(await bench.badge()).toBe('');
  });

  it('says where a policy that is gone may be, without reading it there', async () => {
    const good = published['/privacy'] ?? '';
    published['/privacy'] = { status: 404, body: 'not here' };
    published['/'] = '<!doctype html><title>Home</title><footer><a href="/legal/7">Privacy</a></footer>';
    await lookAfter(100);
    published['/privacy'] = good;
    expect(await privacy()).toMatchObject({ failure: 'gone', maybeAt: [`${VENDOR}legal/7`] });
    expect(askedFor()).not.toContain('/legal/7');
    expect(await bench.badge()).toBe('');
  });

  it('follows the vendor from "www." to its bare name', async () => {
    const good = published['/privacy'] ?? '';
    bench.world.route(BARE, () => good);
    published['/privacy'] = { status: 301, headers: { location: `${BARE}privacy` } };
    await lookAfter(100);
    published['/privacy'] = good;
    expect(bench.world.to('tripo3d.ai').map(({ path }) => path)).toEqual(['/privacy']);
    expect((await privacy())?.failure).toBeUndefined();
    expect(await bench.badge()).toBe('');
  });

  it('asks a vendor that says so only whether its page is still the same', async () => {
    const good = published['/privacy'] ?? '';
    published['/privacy'] = { headers: { 'content-type': 'text/html', etag: '"v1"' }, body: `${good}` };
    await lookAfter(100);
    bench.world.clear();
    published['/privacy'] = { status: 304, headers: { etag: '"v1"' } };
    await lookAfter(100);
    published['/privacy'] = good;
    const asked = bench.world.to('www.tripo3d.ai').find(({ path }) => path === '/privacy');
    expect(asked?.headers['if-none-match']).toBe('"v1"');
    expect((await privacy())?.failure).toBeUndefined();
  });

  it('reads a page that scripts fill when the person opens it', async () => {
    const good = published['/privacy'] ?? '';
    published['/privacy'] = filledByScript(`${good}`);
    await lookAfter(100);
    expect(await privacy()).toMatchObject({ failure: 'needs-visit' });
    const page = await bench.page(`${VENDOR}privacy`);
    await until(async () => (await privacy())?.failure === undefined, { what: 'the reading' });
    await page.close();
    published['/privacy'] = good;
    expect(await bench.notifications()).toEqual([]);
    const [kept] = await bench.background(readPages, 'privacy');
    expect(kept).toContain(NO_TRAINING);
    expect(kept).not.toMatch(/my token|my draft/);
  });

  it('tells once, after the worker was killed, that a red flag came and a green one went', async () => {
    published['/privacy'] = policyPage('Privacy Policy', 'May 3, 2026', [TRAINING]);
    await lookAfter(100);
    await lookAfter(100);
    const told = await bench.notifications();
    expect(told).toHaveLength(1);
    expect(told[0]?.title).toMatch(/^Tripo: now .*train/i);
    expect(await bench.badge()).toBe('1');
  });

  it('goes on after a worker that was killed in the middle of a look', async () => {
    published['/terms'] = policyPage('Terms of Service', 'June 4, 2026', [ARBITRATION]);
    const answer = Promise.withResolvers<void>();
    vendorWaits = answer.promise;
    await bench.background(ageReview, 'tripo', 100 * DAY);
    await bench.fireAlarm('watch');
    await until(() => askedFor().length > 0, { what: 'the request' });
    await bench.killBackground();
    answer.resolve();
    expect(await privacy()).toMatchObject({ failures: 1 });
    expect(await bench.badge()).toBe('1');
    // Two minutes later, the alarm set for this case.
    expect(await bench.background(runIsOver)).toBe(false);
    await bench.background(ageReview, 'tripo', 2 * 60_000);
    await bench.fireAlarm('watch-again');
    await until(async () => (await bench.badge()) === '2', { what: 'the change' });
    await until(() => bench.background(runIsOver), { what: 'the end of the run' });
    expect((await bench.notifications()).map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Tripo: now .*train/i),
      expect.stringMatching(/^Tripo: now /),
    ]);
  });

  it('shows the change in the popup, and clears the badge when it is read', async () => {
    const page = await bench.page(STUDIO);
    const popup = await bench.popup(page);
    await popup.waitForFunction(() => /train/i.test(document.body.innerText));
    const reply = await popup.evaluate(() =>
      chrome.runtime.sendMessage({ type: 'mark-read', changes: [1, 2] }),
    );
    expect(reply).toEqual({ ok: true });
    await until(async () => (await bench.badge()) === '');
    await popup.close();
    await page.close();
  });

  it('refuses what a page may not ask, and a site that is none', async () => {
    const page = await bench.page(STUDIO);
    const popup = await bench.popup(page);
    const ask = (message: object) =>
      popup.evaluate((message) => chrome.runtime.sendMessage(message), message);
    bench.world.clear();
    expect(await ask({ type: 'guard-ready', limited: false })).toMatchObject({ ok: false });
    expect(await ask({ type: 'check-now', site: 'https://evil.example/' })).toMatchObject({ ok: false });
    expect(bench.world.refused).toEqual([]);
    expect(askedFor()).toEqual([]);
    expect(await ask({ type: 'check-now', site: 'tripo' })).toEqual({ ok: true });
    expect(askedFor()).toHaveLength(2);
    await popup.close();
    await page.close();
  });
});

describe('a click on a notification, in chromium', () => {
  it('shows the changes, and nothing when the notification is not ours', async () => {
    const bench = await open('chromium');
    try {
      const shown = () =>
        bench.browser.targets().filter((target) => target.url().endsWith('/dashboard.html#/changes'));
      await bench.background(click, 'somebody-else:tripo');
      await bench.background(click, 'change:tripo');
      await until(() => shown().length > 0, { what: 'the dashboard' });
      expect(shown()).toHaveLength(1);
    } finally {
      await bench.close();
    }
  });
});

/** A page without text until its script has run; with a token of the person's in the script, and a field with a draft. */
function filledByScript(html: string): string {
  const shown = JSON.stringify(`${html}<input value="my draft">`).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><head><title>Privacy</title><script>
    const token = 'my token';
    setTimeout(() => { document.body.innerHTML = ${shown}; }, 400);
  </script></head><body><p>Loading</p></body></html>`;
}

/** Runs with the extension's rights: what Chromium does when the person clicks on that notification. */
function click(id: string): void {
  (chrome.notifications.onClicked as unknown as { dispatch(id: string): void }).dispatch(id);
}

/** Runs with the extension's rights. */
async function readStored(site: string): Promise<SiteReview | undefined> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const { promise: db, resolve } = Promise.withResolvers<IDBDatabase>();
  const opening = indexedDB.open('meshwarden');
  opening.onsuccess = () => resolve(opening.result);
  const store = await db;
  try {
    return store.objectStoreNames.contains('reviews')
      ? await done(store.transaction('reviews').objectStore('reviews').get(site))
      : undefined;
  } finally {
    store.close();
  }
}

/** Runs with the extension's rights: the pages that are kept of the documents of this kind. */
async function readPages(kind: string): Promise<string[]> {
  const opening = indexedDB.open('meshwarden');
  const store = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const reading = store.transaction('snapshots').objectStore('snapshots').getAll();
  const rows = await new Promise<{ kind: string; page?: Uint8Array<ArrayBuffer> }[]>((resolve) => {
    reading.onsuccess = () => resolve(reading.result);
  });
  store.close();
  const pages = rows.flatMap((row) => (row.kind === kind && row.page ? [row.page] : []));
  return Promise.all(
    pages.map((page) =>
      new Response(new Blob([page]).stream().pipeThrough(new DecompressionStream('gzip'))).text(),
    ),
  );
}

/** Runs with the extension's rights. */
async function runIsOver(): Promise<boolean> {
  return !(await chrome.alarms.get('watch-again'));
}

/** Runs with the extension's rights: makes the last look of this site `by` ms older; gives back when it now was. */
async function ageReview(site: string, by: number): Promise<number> {
  const opening = indexedDB.open('meshwarden');
  const store = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const writing = store.transaction('reviews', 'readwrite');
  const reviews = writing.objectStore('reviews');
  let last = 0;
  const finished = new Promise<void>((resolve) => {
    writing.oncomplete = () => resolve();
  });
  const reading = reviews.get(site);
  reading.onsuccess = () => {
    const review = reading.result as SiteReview;
    for (const document of review.documents) {
      if (document.readAt) document.readAt -= by;
      if (document.triedAt) document.triedAt -= by;
      last = Math.max(last, document.triedAt ?? 0);
    }
    reviews.put(review);
  };
  await finished;
  store.close();
  return last;
}
