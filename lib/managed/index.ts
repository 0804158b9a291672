import { browser } from '../browser.ts';
import { readSettings } from '../store/index.ts';
import type { Settings } from '../store/types.ts';
import { settingsInForce } from './in-force.ts';
import { managedFrom, unmanaged } from './shape.ts';
import type { Managed } from './types.ts';

export { unmanaged } from './shape.ts';
export type { Managed } from './types.ts';

/** What the organisation has decided, read anew each time: it may change while the browser runs. Never rejects. */
export async function readManaged(): Promise<Managed> {
  try {
    return managedFrom(await browser.storage.managed.get());
  } catch {
    // Firefox rejects when nobody manages it: "Managed storage manifest not found".
    return unmanaged();
  }
}

/** The settings that hold just now: the person's own, and above them the organisation's. */
export async function currentSettings(): Promise<Settings> {
  const [own, managed] = await Promise.all([readSettings(), readManaged()]);
  return settingsInForce(own, managed);
}
