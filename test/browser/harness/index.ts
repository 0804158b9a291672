import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../tools/browsers.ts';
import { ring } from './alarm.ts';
import type { Background, ExtensionApi, Notified } from './background.ts';
import { chromiumBackground } from './background-chromium.ts';
import { firefoxBackground } from './background-firefox.ts';
import { builtExtension } from './build.ts';
import { choose, drop, paste, pick } from './files.ts';
import { clickGuard, guardText } from './guard.ts';
import { launch } from './launch.ts';
import { permit } from './permission.ts';
import { openPopup } from './popup.ts';
import { startProxy } from './proxy.ts';
import { removeRecorder, withRecorder } from './recorder.ts';
import { type ColourScheme, paint, shot } from './scheme.ts';
import { matchingScripts } from './scripts-firefox.ts';
import { closeWelcome } from './welcome.ts';
import { World } from './world.ts';

export type { ExtensionApi } from './background.ts';
export type { ColourScheme } from './scheme.ts';
export { until } from './until.ts';
export type { Handler, ReceivedFile, ReceivedRequest, Reply, World } from './world.ts';

declare const chrome: ExtensionApi;

export const BROWSERS = ['chromium', 'firefox'] as const satisfies readonly BrowserKind[];

export type OpenOptions = {
  /** The build to load: the production build by default, another folder, or none. */
  extension?: boolean | string;
  /** Let https pages talk to http servers, so that only our own hold stands in the way. */
  insecure?: boolean;
  headless?: boolean;
  /** Does the extension say hello after its install? Ours does. */
  welcomes?: boolean;
  /** Speak HTTP/2 with the browser: only there Chromium sends streams. */
  http2?: boolean;
  /** An empty folder for the browser's profile, or one that a browser of that kind has left: it stays. There is no recorder of notifications then. */
  profile?: string;
};

/** One running browser with the extension, behind a proxy that serves the internet of the test. */
export type Bench = {
  kind: BrowserKind;
  browser: Browser;
  world: World;
  /** A new tab, loaded. */
  page(url: string, init?: { colourScheme?: ColourScheme }): Promise<Page>;
  /** Chooses files, or a folder, in the input at `selector`; trusted. */
  pick(page: Page, selector: string, paths: string[]): Promise<void>;
  /** Clicks what opens a file chooser (a detached input, say) and chooses files there; trusted. */
  choose(page: Page, selector: string, paths: string[]): Promise<void>;
  /** Drops files and folders on the element at `selector`; trusted. */
  drop(page: Page, selector: string, paths: string[]): Promise<void>;
  /** Pastes files into the element at `selector`: trusted and one at a time in Firefox, made by hand in Chromium. */
  paste(page: Page, selector: string, paths: string[]): Promise<void>;
  /** A page of the extension ("/dashboard.html") in a tab of its own. */
  ownPage(path: string): Promise<Page>;
  /** The popup's document in a tab of its own, drawn for `siteTab`, 380 pixels wide. */
  popup(siteTab: Page): Promise<Page>;
  /** Runs `fn` with the extension's rights; say `chrome.*` (promises) in it, declared in the test as `declare const chrome: ExtensionApi`. Wakes a sleeping worker. */
  background<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  killBackground(): Promise<void>;
  /** Makes the alarm `name` ring now, for real (it wakes a killed worker); its former times are set again afterwards. */
  fireAlarm(name: string): Promise<void>;
  /** Firefox: gives the extension a host permission that it may only ask for (a match pattern), as a person does, or takes it back. */
  permitInFirefox(pattern: string, given: boolean): Promise<void>;
  /** Firefox: the extension's scripts that are put into a page at `url`. */
  matchingInFirefox(url: string): Promise<string[]>;
  /** Sets the colour scheme that the page sees. */
  paint(page: Page, scheme: ColourScheme): Promise<void>;
  /** Writes a PNG of what the window shows. */
  shot(page: Page, file: string, scheme?: ColourScheme): Promise<void>;
  /** What closed shadow roots of the page and its frames show: the guard's notices and dialogs. */
  guardText(page: Page): Promise<string>;
  /** Waits for an enabled button of that label in a closed shadow root, and clicks it with the mouse; trusted. */
  clickGuard(page: Page, label: string): Promise<void>;
  notifications(): Promise<Notified[]>;
  badge(): Promise<string>;
  close(): Promise<void>;
};

/** Starts a browser and its served internet. Throws, saying what to install, when the browser is missing. */
export async function open(kind: BrowserKind, options: OpenOptions = {}): Promise<Bench> {
  const {
    extension = true,
    insecure = false,
    headless = true,
    welcomes = true,
    http2 = false,
    profile,
  } = options;
  const world = new World();
  const proxy = await startProxy(world, { http2 });
  const build = extension === true ? builtExtension(kind) : extension || undefined;
  const folder = build && kind === 'chromium' && !profile ? await withRecorder(build) : build;
  const browser = await launch(kind, {
    extension: folder,
    proxyPort: proxy.port,
    insecure,
    headless,
    profile,
  });
  const close = async () => {
    await browser.close();
    await proxy.close();
    if (folder && folder !== build) await removeRecorder(folder);
  };
  try {
    const background = folder ? await backgroundOf(kind, browser) : null;
    if (background && welcomes) await closeWelcome(background);
    return { ...bench(kind, browser, world, background), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function backgroundOf(kind: BrowserKind, browser: Browser): Promise<Background> {
  return kind === 'chromium' ? chromiumBackground(browser) : firefoxBackground(browser);
}

function bench(kind: BrowserKind, browser: Browser, world: World, maybe: Background | null) {
  const background = () => maybe ?? fail('this browser was opened without the extension');
  return {
    kind,
    browser,
    world,
    page: async (url, { colourScheme } = {}) => {
      const page = await browser.newPage();
      if (colourScheme) await paint(kind, page, colourScheme);
      await page.goto(url);
      return page;
    },
    pick: (page, selector, paths) => pick(kind, page, selector, paths),
    choose,
    drop: (page, selector, paths) => drop(kind, page, selector, paths),
    paste: (page, selector, paths) => paste(kind, page, selector, paths),
    ownPage: (path) => background().open(path),
    popup: (siteTab) => openPopup(background(), siteTab),
    background: (fn, ...args) => background().run(fn, ...args),
    killBackground: () => background().kill(),
    fireAlarm: (name) => ring(background().lever, name),
    permitInFirefox: (pattern, given) => permit(browser, pattern, given),
    matchingInFirefox: (url) => matchingScripts(browser, url),
    paint: (page, scheme) => paint(kind, page, scheme),
    shot: (page, file, scheme) => shot(kind, page, file, scheme),
    guardText: (page) => guardText(kind, page),
    clickGuard: (page, label) => clickGuard(kind, page, label),
    notifications: () => background().notifications(),
    badge: () => background().lever.evaluate(() => chrome.action.getBadgeText({})),
  } satisfies Omit<Bench, 'close'>;
}

function fail(why: string): never {
  throw new Error(why);
}
