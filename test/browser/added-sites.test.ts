import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { isCleanedAt as isCleaned, OWN, serveOwn } from './guard/own-site.ts';
import { builtExtension } from './harness/build.ts';
import { type Bench, BROWSERS, type ExtensionApi, open, until } from './harness/index.ts';
import { withHosts } from './harness/permission.ts';

declare const chrome: ExtensionApi;

const LOCAL = 'http://127.0.0.1:7860/';
const STRANGER = 'https://stranger.example/';

let folder: string;
let photo: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-added-'));
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await phoneJpeg());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('a site that the person adds, in %s', (kind) => {
  let bench: Bench;
  let copy: string | undefined;
  let popup: Page;
  beforeAll(async () => {
    if (kind === 'chromium') copy = await withHosts(builtExtension(kind), [`${OWN}*`, 'http://127.0.0.1/*']);
    bench = await open(kind, copy ? { extension: copy } : {});
    serveOwn(bench, [OWN, LOCAL, STRANGER]);
    const any = await bench.page(STRANGER);
    popup = await bench.popup(any);
    await any.close();
  });
  afterAll(async () => {
    await bench?.close();
    if (copy) await rm(copy, { recursive: true, force: true });
  });
  const permit = async (pattern: string, given: boolean) => {
    if (kind === 'firefox') await bench.permitInFirefox(pattern, given);
  };

  /** Says a message the way our own pages do. */
  const say = (message: object) =>
    popup.evaluate(
      async (message) => (await chrome.runtime.sendMessage(message)) as { ok: boolean },
      message,
    );
  const add = (url: string) => say({ type: 'add-site', url });
  const remove = (origin: string) => say({ type: 'remove-site', site: `added:${origin}` });

  const isCleanedAt = (url: string) => isCleaned(bench, url, photo);

  it('is not touched before', async () => {
    expect(await isCleanedAt(OWN)).toBe(false);
  });

  const inFirefox = it.runIf(kind === 'firefox');
  inFirefox('is not guarded without the browser’s permission', async () => {
    expect(await add(OWN)).toMatchObject({ ok: false });
    expect(await isCleanedAt(OWN)).toBe(false);
  });

  inFirefox('is guarded by itself when the permission that was asked for comes later', async () => {
    await permit(`${OWN}*`, true);
    const hasScripts = async () => (await chrome.scripting.getRegisteredContentScripts()).length === 2;
    await until(() => bench.background(hasScripts), { what: 'the scripts' });
    expect(await isCleanedAt(OWN)).toBe(true);
  });

  it('is guarded once the permission is there', async () => {
    await permit(`${OWN}*`, true);
    expect(await add(`${OWN}some/page?x=1`)).toEqual({ ok: true });
    expect(await isCleanedAt(OWN)).toBe(true);
    expect(await isCleanedAt(STRANGER)).toBe(false);
  });

  it('is guarded on when the background has died', async () => {
    await bench.killBackground();
    expect(await isCleanedAt(OWN)).toBe(true);
  });

  it('is guarded again after an update has forgotten its scripts', async () => {
    await bench.background(() => chrome.scripting.unregisterContentScripts());
    expect(await isCleanedAt(OWN)).toBe(false);
    await bench.killBackground();
    await bench.fireAlarm('watch');
    await until(
      () => bench.background(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 2),
      { what: 'the scripts' },
    );
    expect(await isCleanedAt(OWN)).toBe(true);
  });

  const inChromium = it.runIf(kind === 'chromium');
  inChromium('is guarded without the person’s doing when their organisation says so', async () => {
    await remove('https://app.own-site.example');
    expect(await isCleanedAt(OWN)).toBe(false);
    await bench.background((origin) => {
      // Here it stands in the place of what an administrator has written.
      Object.assign(chrome.storage.managed, { get: async () => ({ sites: [origin] }) });
      (chrome.permissions.onAdded as unknown as { dispatch(given: object): void }).dispatch({});
    }, 'https://app.own-site.example');
    await until(() => isCleanedAt(OWN), { what: 'the guard' });
  });

  it('may be a program on this computer, on any port', async () => {
    await permit('http://127.0.0.1/*', true);
    expect(await add(LOCAL)).toEqual({ ok: true });
    expect(await isCleanedAt(LOCAL)).toBe(true);
    expect(await isCleanedAt(OWN)).toBe(true);
  });

  it('is written down under its own name', async () => {
    const sites = await bench.background(async () => {
      const opening = indexedDB.open('meshwarden');
      const db = await new Promise<IDBDatabase>((done) => {
        opening.onsuccess = () => done(opening.result);
      });
      const reading = db.transaction('ledger').objectStore('ledger').getAll();
      const rows = await new Promise<{ site: string }[]>((done) => {
        reading.onsuccess = () => done(reading.result);
      });
      db.close();
      return rows.map(({ site }) => site);
    });
    expect(new Set(sites)).toEqual(new Set(['added:https://app.own-site.example', 'added:http://127.0.0.1']));
  });

  inFirefox(
    'is not guarded any more when the permission is withdrawn, and is again when it is given back',
    async () => {
      await permit(`${OWN}*`, false);
      expect(await isCleanedAt(OWN)).toBe(false);
      await permit(`${OWN}*`, true);
      expect(await isCleanedAt(OWN)).toBe(true);
    },
  );

  it('can be removed, and takes its permission with it', async () => {
    expect(await remove('https://app.own-site.example')).toEqual({ ok: true });
    expect(await isCleanedAt(OWN)).toBe(false);
    const origins = [`${OWN}*`];
    if (kind === 'firefox')
      expect(await bench.background((origins) => chrome.permissions.contains({ origins }), origins)).toBe(
        false,
      );
    expect(await isCleanedAt(LOCAL)).toBe(true);
  });

  it('is none of the catalogue, and no page of the browser', async () => {
    for (const url of ['https://studio.tripo3d.ai/', 'about:config', 'not a url'])
      expect(await add(url)).toMatchObject({ ok: false });
  });
});
