import type { Page } from 'puppeteer-core';
import type { Background, ExtensionApi } from './background.ts';

declare const chrome: ExtensionApi;

/** The popup as the browser would show it: this wide, and as high as browsers let a popup be. */
const POPUP_SIZE = { width: 380, height: 600 };

/** Opens the popup's document in a tab of its own, drawn for the tab of `siteTab`. */
export async function openPopup(background: Background, siteTab: Page): Promise<Page> {
  const popup = await background.open(`/popup.html?tab=${await tabId(background.lever, siteTab)}`);
  await popup.setViewport(POPUP_SIZE);
  return popup;
}

/** The extension's number for the tab of `page`: without the `tabs` permission it is known as the one in front. */
async function tabId(lever: Page, page: Page): Promise<number> {
  await page.bringToFront();
  return await lever.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    if (tab?.id === undefined) throw new Error('no tab is in front');
    return tab.id;
  });
}
