import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';
import { policyPage } from './policy-page.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const VENDOR = 'https://www.tripo3d.ai/';
const PAGE = '<!doctype html><title>studio</title><h1>Studio</h1>';
/** A site that works without a network: its service worker answers for every page. */
const WORKER = `onactivate = (event) => event.waitUntil(clients.claim());
onfetch = (event) => event.respondWith(new Response(${JSON.stringify(PAGE)}, { headers: { 'content-type': 'text/html' } }));`;

describe.each(BROWSERS)('a visit to a guarded site, in %s', (kind) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, ({ path }) =>
      path === '/worker.js' ? { headers: { 'content-type': 'text/javascript' }, body: WORKER } : PAGE,
    );
    bench.world.route(VENDOR, () => policyPage('Privacy Policy', 'March 1, 2026', ['We keep your files.']));
  });
  afterAll(() => bench?.close());

  const asked = () =>
    bench.world
      .to('www.tripo3d.ai')
      .map(({ path }) => path)
      .sort();
  const bothRead = () => until(() => asked().length === 2, { what: 'the policies' });

  it('is noticed as the page opens, by a background that had gone to sleep, too', async () => {
    await bench.killBackground();
    const page = await bench.page(STUDIO);
    await bothRead();
    expect(asked()).toEqual(['/privacy', '/terms']);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
    });
    await page.close();
  });

  it('is noticed by what the person does, where the site’s own worker answers for the page', async () => {
    await until(() => bench.background(isForgotten), { what: 'the end of the reading' });
    bench.world.clear();
    const page = await bench.page(`${STUDIO}inside`);
    expect(await page.$eval('h1', (title) => title.textContent)).toBe('Studio');
    expect(bench.world.to('studio.tripo3d.ai').map(({ path }) => path)).not.toContain('/inside');
    expect(asked()).toEqual([]);
    await page.mouse.click(5, 5);
    await bothRead();
    await page.close();
  });
});

/** Forgets what was stored about the sites, once the reading of their policies has come to its end; false as long as it has not. */
async function isForgotten(): Promise<boolean> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('meshwarden'));
  const change = database.transaction(['reviews', 'snapshots'], 'readwrite');
  const reviews = await done<{ scorecard?: object }[]>(change.objectStore('reviews').getAll());
  const isRead = reviews.some(({ scorecard }) => scorecard);
  if (isRead)
    await Promise.all([...change.objectStoreNames].map((store) => done(change.objectStore(store).clear())));
  database.close();
  return isRead;
}
