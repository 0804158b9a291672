import { browser } from '../browser.ts';
import { siteForUrl } from '../sites/index.ts';
import { services } from './services.ts';

/** What `webRequest.onCompleted` tells of a page that was opened, as far as we look at it. */
export type Visit = { url: string; tabId: number };

/** A page of a guarded site was opened in a tab: its site is used. A private window leaves nothing behind. */
export async function noteVisit({ url, tabId }: Visit): Promise<void> {
  const site = siteForUrl(url, await services.sites());
  if (!site || (await browser.tabs.get(tabId)).incognito) return;
  await services.siteUsed({ site });
}
