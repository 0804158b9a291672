import { browser } from '../browser.ts';
import { readManaged } from '../managed/index.ts';
import { addedPattern } from '../sites/added.ts';
import { siteForUrl } from '../sites/index.ts';
import { saveAddedSite } from '../store/index.ts';
import { guardAdded } from './added-sites.ts';

/**
 * Guards the sites that the organisation has decided on, as far as the browser lets us in. Where it does not yet, the popup and the
 * dashboard ask the person, and this is done again when they have said yes.
 */
export async function guardDecided(now: number): Promise<void> {
  const { sites } = await readManaged();
  for (const origin of sites) if (await isToGuard(origin)) await saveAddedSite({ origin, addedAt: now });
  await guardAdded();
}

async function isToGuard(origin: string): Promise<boolean> {
  if (siteForUrl(`${origin}/`)) return false;
  return await browser.permissions.contains({ origins: [addedPattern(origin)] });
}
