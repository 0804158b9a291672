import { t } from '../../../i18n.ts';
import { hostPermissions } from '../../../sites/index.ts';
import type { Site } from '../../../sites/types.ts';
import type { Around } from '../around.ts';

/** Asks for the permission to read a site's policies, where it is missing. Call it from a click, before anything is awaited. */
async function letIn(site: Site, around: Around): Promise<void> {
  // Asked without looking first: the answer to a click may not wait for an answer. What is granted already is granted silently.
  if (!(await around.requestAccess(hostPermissions([site])))) throw new Error(t('dash_no_access', site.name));
}

/** Reads a site's policies now. */
export async function checkSite(site: Site, around: Around): Promise<void> {
  await letIn(site, around);
  await around.tell({ type: 'check-now', site: site.id });
}

/** Has a site watched, or no longer. */
export async function pinSite(site: Site, pinned: boolean, around: Around): Promise<void> {
  if (pinned) await letIn(site, around);
  await around.tell({ type: 'pin-site', site: site.id, pinned });
}
