import { browser } from '../../lib/bare-browser.ts';
import { MAX_HTML } from '../../lib/messages.ts';
import { lookAround, type ShownPage } from '../../lib/ui/look-around.ts';
import type { Found } from '../../lib/ui/view.ts';
import { currentTab } from './reach.ts';

/**
 * Looks for policies on the page of the popup's tab, and scores them. Rejects when the browser does not let us into the page: it does
 * when the person has opened the popup with the button in the toolbar (MDN, "activeTab").
 */
export async function lookAtTab(search: string): Promise<Found> {
  const id = (await currentTab(search))?.id;
  if (id === undefined) return { kind: 'closed' };
  const page = await inTab(id, shownPage, [MAX_HTML]);
  if (!page) return { kind: 'closed' };
  return lookAround(page, (url) => inTab(id, fetchPage, [url, MAX_HTML]));
}

/** Loads the page of the popup's tab anew and waits until it is there. */
export async function reloadPage(search: string): Promise<void> {
  const id = (await currentTab(search))?.id;
  if (id === undefined) return;
  const loaded = new Promise<void>((done) => {
    browser.tabs.onUpdated.addListener(function onUpdated(tab, { status }) {
      if (tab !== id || status !== 'complete') return;
      browser.tabs.onUpdated.removeListener(onUpdated);
      done();
    });
  });
  await browser.tabs.reload(id);
  await loaded;
}

async function inTab<Args extends unknown[], T>(
  tabId: number,
  func: (...args: Args) => T | Promise<T>,
  args: Args,
): Promise<T | null> {
  const [first] = await browser.scripting.executeScript({
    target: { tabId },
    func: func as (...args: unknown[]) => unknown,
    args,
  });
  return (first?.result ?? null) as T | null;
}

/** Runs in the page, as do all functions below. */
function shownPage(most: number): ShownPage {
  const html = document.documentElement.outerHTML.slice(0, most);
  return { url: location.href, title: document.title, html };
}

async function fetchPage(url: string, most: number): Promise<string | null> {
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  return response.ok ? (await response.text()).slice(0, most) : null;
}
