import { browser } from '../../lib/browser.ts';
import { readManaged } from '../../lib/managed/index.ts';
import type { Around } from '../../lib/ui/dashboard/around.ts';
import { saveAll, saveFile } from '../../lib/ui/save-file.ts';
import { tell } from '../../lib/ui/tell.ts';

const DOWNLOADS = { permissions: ['downloads' as const] };

/** The dashboard's outside, for real. */
export const around: Around = {
  now: Date.now,
  tell,
  hasAccess: (origins) => browser.permissions.contains({ origins: [...origins] }),
  requestAccess: (origins) => browser.permissions.request({ origins: [...origins] }),
  filesDownloads: () => browser.permissions.contains(DOWNLOADS),
  fileDownloads: async (on) =>
    on ? browser.permissions.request(DOWNLOADS) : !(await browser.permissions.remove(DOWNLOADS)),
  managed: readManaged,
  manifest: () => {
    const { version, permissions = [] } = browser.runtime.getManifest();
    return { version, permissions };
  },
  save: saveFile,
  saveAll,
  copy: (text) => navigator.clipboard.writeText(text),
};
