import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leaks } from '../fixtures/canary.ts';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { privatePng } from '../fixtures/png.ts';
import { leaksOf, STUDIO } from './guard/page.ts';
import { type By, ROUTES, type Route } from './guard/routes.ts';
import { routePage } from './guard/routes-page.ts';
import { copyPngInFirefox } from './harness/files-firefox.ts';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';

let folder: string;
let raw: Uint8Array;
const path = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-routes-'));
  raw = await phoneJpeg();
  await mkdir(path('scans/left'), { recursive: true });
  for (const name of ['photo.jpg', 'scans/front.jpg', 'scans/left/side.jpg'])
    await writeFile(path(name), raw);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('every way for a file into a page that does its worst, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  let route: Route | undefined;
  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, ({ path }) => {
      if (path === '/raw') return { body: raw };
      return path === '/' && route ? routePage(route) : { body: 'received' };
    });
    if (kind === 'chromium') {
      await bench.browser
        .defaultBrowserContext()
        .overridePermissions(STUDIO, ['clipboard-read', 'clipboard-write']);
    }
  });
  afterAll(() => bench?.close());
  beforeEach(() => bench.world.clear());
  afterEach(() => page.close());

  const DELIVER: Record<By, () => Promise<void>> = {
    pick: () => bench.pick(page, '#file', [path('photo.jpg')]),
    'pick folder': () => bench.pick(page, '#file', [path('scans')]),
    choose: () => bench.choose(page, '#button', [path('photo.jpg')]),
    drop: () => bench.drop(page, '#zone', [path('photo.jpg')]),
    'drop folder': () => bench.drop(page, '#zone', [path('scans')]),
    click: () => page.click('#button'),
    copy: async () => {
      await copyPngInFirefox(page, await privatePng());
      await page.click('#button');
    },
  };
  type Seen = { got: string[]; uploads: Promise<unknown>[] };
  const got = () => page.evaluate(() => (window as never as Seen).got);

  it.each(ROUTES.filter(({ not }) => not !== kind))('gives it a clean file: $name', async (each) => {
    route = each;
    const told = each.told ?? ['input photo.jpg image/jpeg', 'change photo.jpg image/jpeg'];
    page = await bench.page(STUDIO);
    await DELIVER[each.by]();
    await until(async () => (await got()).length >= told.length, { what: 'the events' });
    await page.evaluate(() => Promise.all((window as never as Seen).uploads));
    expect(await leaksOf(page)).toEqual([]);
    expect(await got()).toEqual(told);
    const received = bench.world.filesReceived();
    expect(received.length).toBeGreaterThan(0);
    for (const { bytes } of received) {
      expect(bytes.length).toBeGreaterThan(500);
      expect(leaks(bytes)).toEqual([]);
    }
  });
});
