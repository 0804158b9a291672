import { browser } from '../../lib/bare-browser.ts';
import { managedFrom } from '../../lib/managed/shape.ts';
import type { Managed } from '../../lib/managed/types.ts';
import { guardStatus } from '../../lib/messages.ts';
import { addedPattern } from '../../lib/sites/added.ts';
import { hostPermissions } from '../../lib/sites/permissions.ts';
import type { Site } from '../../lib/sites/types.ts';
import type { GuardState } from '../../lib/ui/view.ts';
import { askStatus, GUARD } from '../../lib/upload/found.ts';

/** The tab the popup speaks of: the one in front, or the one named in the popup's own address (`?tab=7`). */
export async function currentTab(
  search: string,
): Promise<{ id?: number; url?: string; incognito: boolean } | undefined> {
  const named = new URLSearchParams(search).get('tab');
  if (named !== null) return browser.tabs.get(Number(named)).catch(() => undefined);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** Asks the tab's own guard whether it is at work. A page opened before Meshwarden was installed has none, and nobody answers. */
export async function guardIn(tab: number | undefined): Promise<GuardState> {
  if (tab === undefined) return 'absent';
  const asked = await browser.scripting
    .executeScript({
      target: { tabId: tab, frameIds: [0] },
      func: askStatus,
      args: [GUARD],
      injectImmediately: true,
    })
    .catch(() => []);
  const status = guardStatus(asked[0]?.result);
  if (!status) return 'absent';
  return status.limited ? 'limited' : 'up';
}

/** Does the browser let us guard this site's pages and read its policies? */
export function hasAccess(site: Site): Promise<boolean> {
  return browser.permissions.contains({ origins: hostPermissions([site]) });
}

/** Asks the person to give that permission (back). Browsers allow the question only in answer to a click. */
export function requestAccess(site: Site): Promise<boolean> {
  return browser.permissions.request({ origins: hostPermissions([site]) });
}

/** Asks the person for the permission to guard the site of this origin. Likewise only in answer to a click. */
export function requestOrigin(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [addedPattern(origin)] });
}

/** What the organisation has decided; nothing where nobody manages the browser. */
export async function readManaged(): Promise<Managed> {
  return managedFrom(await browser.storage.managed.get().catch(() => ({})));
}
