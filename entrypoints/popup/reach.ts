import type { Reply } from '../../lib/background/routes.ts';
import { browser } from '../../lib/bare-browser.ts';
import { t } from '../../lib/i18n.ts';
import { managedFrom } from '../../lib/managed/shape.ts';
import type { Managed } from '../../lib/managed/types.ts';
import { type GuardQuestion, guardStatus, type OwnMessage } from '../../lib/messages.ts';
import { addedPattern } from '../../lib/sites/added.ts';
import { hostPermissions } from '../../lib/sites/permissions.ts';
import type { Site } from '../../lib/sites/types.ts';
import type { GuardState } from '../../lib/ui/view.ts';

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
  const question: GuardQuestion = { type: 'ask-guard' };
  const answer = await browser.tabs.sendMessage(tab, question, { frameId: 0 }).catch(() => null);
  const status = guardStatus(answer);
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

/**
 * Sends a message to the background and waits until it is done.
 * @throws {Error} with a sentence for the person, when the background could not do it or did not answer
 */
export async function tell(message: OwnMessage): Promise<void> {
  const reply = (await browser.runtime.sendMessage(message)) as Reply | undefined;
  if (!reply?.ok) throw new Error(reply?.problem ?? t('reply_none'));
}

/** What the organisation has decided; nothing where nobody manages the browser. */
export async function readManaged(): Promise<Managed> {
  return managedFrom(await browser.storage.managed.get().catch(() => ({})));
}
