import type { Browser } from 'webextension-polyfill';

/**
 * The same door as `browser.ts`, for the popup, whose first frame must come quickly: the browser's own API without the polyfill. Under
 * Manifest V3 both browsers give promises by themselves; what differs between them is left to the background.
 */
export const browser: Browser = (() => {
  const { browser, chrome } = globalThis as { browser?: Browser; chrome?: Browser };
  const api = browser ?? chrome;
  if (!api) throw new Error('this is no page of an extension');
  return api;
})();
