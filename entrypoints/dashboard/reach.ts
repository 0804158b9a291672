import { browser } from '../../lib/browser.ts';
import type { Around } from '../../lib/ui/dashboard/around.ts';
import { saveFile } from '../../lib/ui/save-file.ts';
import { tell } from '../popup/reach.ts';

/** The dashboard's outside, for real. */
export const around: Around = {
  now: Date.now,
  tell,
  hasAccess: (origins) => browser.permissions.contains({ origins: [...origins] }),
  requestAccess: (origins) => browser.permissions.request({ origins: [...origins] }),
  save: saveFile,
  copy: (text) => navigator.clipboard.writeText(text),
};
