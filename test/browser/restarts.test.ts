import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { phoneJpeg } from '../fixtures/jpeg.ts';
import type { BrowserKind } from '../tools/browsers.ts';
import { isCleanedAt, OWN, serveOwn } from './guard/own-site.ts';
import { builtExtension } from './harness/build.ts';
import { type Bench, BROWSERS, type ExtensionApi, open, until } from './harness/index.ts';
import { keepsExtensions } from './harness/keeps.ts';
import { FIREFOX_ID } from './harness/launch.ts';
import { keepExtension } from './harness/profile-chromium.ts';

declare const chrome: ExtensionApi;

const ADD = messages.unknown_guard.message;
const LET_GO = messages.tools_let_go.message;
/** One begins with the words of the other. */
const withText = (label: string) => `::-p-xpath(//button[normalize-space()="${label}"])`;

for (const kind of BROWSERS) {
  const keeps = await keepsExtensions(kind);
  if (!keeps) console.warn(`SKIPPED: this ${kind} keeps no extension of a test when it is closed.`);
  describe.runIf(keeps)(`a site that the person added, over restarts of ${kind}`, () => restarts(kind));
}

function restarts(kind: BrowserKind): void {
  let folder: string;
  let photo: string;
  let profile: string;
  let build: string;
  let bench: Bench | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meshwarden-restarts-'));
    photo = join(folder, 'photo.jpg');
    profile = join(folder, 'profile');
    build = join(folder, 'extension');
    await writeFile(photo, await phoneJpeg());
    await mkdir(profile);
    await cp(builtExtension(kind), build, { recursive: true });
    await start({ welcomes: true });
    await stop();
    if (kind === 'chromium') await keepExtension(profile, [`${OWN}*`]);
  });
  afterAll(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  async function stop(): Promise<void> {
    await bench?.close();
    bench = undefined;
  }

  /** Starts the browser with all that it knew when it was closed, which is now if it runs. */
  async function start({ welcomes = false } = {}): Promise<Bench> {
    await stop();
    bench = await open(kind, { profile, welcomes, extension: build });
    serveOwn(bench, [OWN]);
    return bench;
  }

  /** Puts another version of the extension in the place of the one that the profile knows. To be called while the browser is closed. */
  async function update(): Promise<string> {
    const manifest = join(
      kind === 'firefox' ? join(profile, 'extensions', FIREFOX_ID) : build,
      'manifest.json',
    );
    const { version, ...others } = JSON.parse(await readFile(manifest, 'utf8'));
    // A new file, as Firefox looks at the time of the folder.
    await rm(manifest);
    await writeFile(manifest, JSON.stringify({ ...others, version: `${version}.1` }));
    return `${version}.1`;
  }

  /** Presses a button of the popup on the site's page, and waits until there is nothing left to press. */
  async function press(bench: Bench, label: string): Promise<void> {
    const page = await bench.page(OWN);
    const popup = await bench.popup(page);
    await using button = await popup.waitForSelector(withText(label));
    // By keyboard: the bar at the foot may lie over it.
    await button?.press('Enter');
    await popup.waitForSelector(withText(label), { hidden: true });
    await popup.close();
    await page.close();
  }

  /** What the dashboard lists as the person's own sites. */
  async function listed(bench: Bench): Promise<string[]> {
    const dashboard = await bench.ownPage('/dashboard.html#sites');
    await dashboard.waitForSelector('.own-sites');
    const names = await dashboard.$$eval('.own-sites h3', (all) => all.map((each) => each.innerText.trim()));
    await dashboard.close();
    return names;
  }

  const registered = (bench: Bench) =>
    bench.background(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches),
    );
  const isPermitted = (bench: Bench) =>
    bench.background((origins) => chrome.permissions.contains({ origins }), [`${OWN}*`]);

  it('is guarded from the moment on when it was added in the popup', async () => {
    const first = await start();
    expect(await isCleanedAt(first, OWN, photo)).toBe(false);
    if (kind === 'firefox') await first.permitInFirefox(`${OWN}*`, true);
    await press(first, ADD);
    expect(await isCleanedAt(first, OWN, photo)).toBe(true);
  });

  it('is guarded after it, from its first page on, and listed', async () => {
    const again = await start();
    expect(await isCleanedAt(again, OWN, photo)).toBe(true);
    expect(await registered(again)).toEqual([`${OWN}*`, `${OWN}*`]);
    expect(await listed(again)).toEqual(['https://app.own-site.example']);
  });

  it('is guarded after an update', async () => {
    await stop();
    const version = await update();
    const updated = await start();
    expect(await updated.background(() => chrome.runtime.getManifest().version)).toBe(version);
    await until(async () => (await registered(updated)).length === 2, { what: 'the scripts' });
    expect(await isCleanedAt(updated, OWN, photo)).toBe(true);
  });

  it('stays removed when it was removed in the popup', async () => {
    const before = await start();
    expect(await isPermitted(before)).toBe(true);
    await press(before, LET_GO);
    const again = await start();
    expect(await isCleanedAt(again, OWN, photo)).toBe(false);
    expect(await registered(again)).toEqual([]);
    expect(await listed(again)).toEqual([]);
    expect(await isPermitted(again)).toBe(false);
  });
}
