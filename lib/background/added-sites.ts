import { browser } from '../browser.ts';
import { t } from '../i18n.ts';
import { addedPattern, originOfAdded, originToAdd } from '../sites/added.ts';
import { guardedPatterns, siteForUrl } from '../sites/index.ts';
import { forgetAddedSite, readAddedSites, saveAddedSite } from '../store/index.ts';
import { keepNetRules } from './cleartext.ts';
import type { Reply } from './routes.ts';

/** The scripts of the guard on sites that the person added: what the manifest has for the catalogue's. */
const HOOKS = 'added-hooks';
const GUARD = 'added-guard';

type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

/** Guards the site at `url` from its next page on. The permission must have been given: only a click in one of our pages can ask for it. */
export async function addSite(url: string, now: number): Promise<Reply> {
  const origin = originToAdd(url);
  if (!origin || siteForUrl(`${origin}/`)) return { ok: false, problem: t('added_not_this_page') };
  if (!(await browser.permissions.contains({ origins: [addedPattern(origin)] }))) {
    await remember(origin, now);
    return { ok: false, problem: t('added_no_permission') };
  }
  if (!(await saveAddedSite({ origin, addedAt: now }))) return { ok: false, problem: t('added_too_many') };
  await guardAdded();
  return { ok: true };
}

/** Has the browser do what the list of added sites says, whatever it did before. Where it does not let us in, that waits for the permission. */
export async function guardAdded(): Promise<void> {
  await Promise.all([keepScripts(), keepNetRules()]);
}

/** A person answers the browser's question in that time, in ms, or has forgotten why it was asked. */
const QUESTION_LASTS = 5 * 60_000;
const WANTED = 'wanted-site';

/** Browsers close the popup when they ask, and with it goes whoever waits for the answer: so what was asked for is noted here. */
async function remember(origin: string, now: number): Promise<void> {
  await browser.storage.session.set({ [WANTED]: { origin, at: now } });
}

/** The browser has given a permission: is it the one for the site that the person wanted guarded? */
export async function addWanted(given: readonly string[], now: number): Promise<void> {
  const { [WANTED]: wanted } = (await browser.storage.session.get(WANTED)) as {
    [WANTED]?: { origin: string; at: number };
  };
  if (!wanted || now - wanted.at > QUESTION_LASTS || !given.includes(addedPattern(wanted.origin))) return;
  await browser.storage.session.remove(WANTED);
  await addSite(wanted.origin, now);
}

/** Lets go of a site that the person added, and of the permission. */
export async function removeSite(id: string): Promise<void> {
  const origin = originOfAdded(id);
  if (origin === null) return;
  await forgetAddedSite(origin);
  await guardAdded();
  // The browser may refuse what a policy of its administrator gives; the scripts are gone all the same.
  await browser.permissions.remove({ origins: [addedPattern(origin)] }).catch(() => false);
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Registers the guard's scripts for the added sites, when they are not registered just so: Chromium forgets them when the extension is
 * updated. One call after the other, as two at once would both register.
 */
export function keepScripts(): Promise<void> {
  const next = last.then(syncScripts);
  last = next.catch(() => {});
  return next;
}

async function syncScripts(): Promise<void> {
  const patterns = (await readAddedSites()).map(({ origin }) => addedPattern(origin));
  const ids = [HOOKS, GUARD];
  const present = await browser.scripting.getRegisteredContentScripts({ ids });
  if (present.length === ids.length && present.every(({ matches }) => isSame(matches, patterns))) return;
  if (present.length > 0)
    await browser.scripting.unregisterContentScripts({ ids: present.map(({ id }) => id) });
  if (patterns.length > 0) await browser.scripting.registerContentScripts(scriptsFor(patterns));
}

function scriptsFor(matches: string[]): Script[] {
  const always = {
    matches,
    // These have the manifest's own scripts. Two guards in one page would hold each other's files.
    excludeMatches: guardedPatterns(),
    runAt: 'document_start',
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
  return [
    { ...always, id: HOOKS, js: ['page-hooks.js'], world: 'MAIN' } as Script,
    { ...always, id: GUARD, js: ['guard.js'] } as Script,
  ];
}

function isSame(one: readonly string[] = [], other: readonly string[]): boolean {
  return one.length === other.length && one.every((pattern) => other.includes(pattern));
}
