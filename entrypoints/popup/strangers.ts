import { browser } from '../../lib/bare-browser.ts';
import { siteOfAdded } from '../../lib/sites/added.ts';
import { oneCard, siteIdAt } from '../../lib/sites/cards.ts';
import { matchesPattern } from '../../lib/sites/patterns.ts';
import { isGuarded } from '../../lib/sites/permissions.ts';
import { readAddedSites } from '../../lib/store/index.ts';
import { currentTab } from './reach.ts';

/** A page that is busy for longer does without the remark, in ms. */
const PATIENCE = 500;
const MOST_NAMED = 3;

/** The hosts of boxes (frames) in the page of the popup's tab, large enough to take a file, on which no guard runs. */
export async function strangersIn(search: string): Promise<string[]> {
  const late = new Promise<string[]>((done) => setTimeout(done, PATIENCE, []));
  return Promise.race([look(search).catch(() => []), late]);
}

async function look(search: string): Promise<string[]> {
  const tab = await currentTab(search);
  if (tab?.id === undefined) return [];
  const shown = await framesIn(tab.id);
  const pages = shown.filter((url) => URL.canParse(url)).map((url) => new URL(url));
  const strange: string[] = [];
  for (const page of pages) {
    const isKnown = strange.includes(page.host) || page.origin === new URL(tab.url ?? '').origin;
    if (/^https?:$/.test(page.protocol) && !isKnown && !(await hasGuard(page))) strange.push(page.host);
  }
  return strange.slice(0, MOST_NAMED);
}

async function framesIn(tabId: number): Promise<string[]> {
  const [first] = await browser.scripting.executeScript({
    target: { tabId },
    func: framesShown,
    injectImmediately: true,
  });
  return (first?.result as string[] | undefined) ?? [];
}

/** Runs in the page. A chooser of files has a button to click: what is smaller counts visitors or holds a field of a form. */
function framesShown(): string[] {
  return Array.from(document.querySelectorAll('iframe'))
    .filter((frame) => frame.offsetWidth >= 150 && frame.offsetHeight >= 60)
    .map(({ src }) => src);
}

async function hasGuard(page: URL): Promise<boolean> {
  const id = siteIdAt(page.href);
  const card = id === undefined ? undefined : await oneCard(id);
  if (card && isGuarded(card)) return true;
  const added = (await readAddedSites()).map(siteOfAdded);
  return added.some(({ pages }) => pages.some(({ pattern }) => matchesPattern(page, pattern)));
}
