import type { Page } from 'puppeteer-core';

/** The type of `chrome` inside functions that run with the extension's rights. */
export type { Browser as ExtensionApi } from 'webextension-polyfill';

export type Notified = { title: string; message: string };

/** The extension's own side, as a test reaches it. The two browsers do it differently; see the two modules beside this one. */
export type Background = {
  /** "chrome-extension://id" or "moz-extension://uuid". */
  base: string;
  /** An idle page of the extension: it has the extension's rights and wakes nothing by itself. */
  lever: Page;
  /**
   * Runs `fn` with the rights of the extension: `chrome.*`, its IndexedDB. Chromium: in the worker itself, woken when it
   * sleeps. Firefox: in the idle page.
   */
  run<A extends unknown[], T>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Ends the worker or event page at once, as the browser does with an idle one. */
  kill(): Promise<void>;
  /** What the person was notified of so far, oldest first. */
  notifications(): Promise<Notified[]>;
  /** Opens an address of the extension in a tab. */
  open(path: string): Promise<Page>;
};
