import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { EVASIVE_PAGE, STUDIO, seenRaw, told, tricksIn } from './guard/evasions.ts';
import { type Bench, BROWSERS, open } from './harness/index.ts';

let folder: string;
let photo: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-evasion-'));
  photo = join(folder, 'photo.jpg');
  await writeFile(photo, await phoneJpeg());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('inputs that slip away, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, () => EVASIVE_PAGE);
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    page = await bench.page(STUDIO);
  });
  afterEach(() => page.close());

  it.each(tricksIn(kind))('give the page a clean file, once: %s', async (id) => {
    const [chooser] = await Promise.all([page.waitForFileChooser({ timeout: 10_000 }), page.click(`#${id}`)]);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
    await chooser.accept([photo]);
    const events = await told(page);
    expect(await seenRaw(page)).toEqual([]);
    expect(events).toEqual(['input photo.jpg', 'change photo.jpg']);
  });
});
