import type { Browser } from 'puppeteer-core';
import { inFirefox } from './bidi.ts';
import { FIREFOX_ID } from './launch.ts';

/** Names of the scripts that Firefox puts into a page at `url` for the extension. */
export function matchingScripts(browser: Browser, url: string): Promise<string[]> {
  return inFirefox<string[], string[]>(browser, MATCHING, FIREFOX_ID, url);
}

const MATCHING = `(id, url) => {
  const { contentScripts } = WebExtensionPolicy.getByID(id);
  const fitting = contentScripts.filter((script) => script.matchesURI(Services.io.newURI(url)));
  return fitting.flatMap(({ jsPaths }) => jsPaths.map((path) => path.split('/').pop()));
}`;
