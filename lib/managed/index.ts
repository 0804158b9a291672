import { browser } from '../browser.ts';
import { managedFrom, unmanaged } from './shape.ts';
import type { Managed } from './types.ts';

export { isForbiddenForClients, settingsInForce } from './in-force.ts';
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
