import { browser } from '../../lib/browser.ts';
import type { Around } from '../../lib/ui/dashboard/around.ts';
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

/** A download without the permission for downloads: a link to the file's own bytes, clicked. */
function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads the bytes after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
