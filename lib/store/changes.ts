import { database, withDatabase } from './database.ts';
import type { Database } from './schema.ts';
import type { StoredChange } from './types.ts';

/** A change as it is stored: with its number. */
export type KeptChange = StoredChange & { id: number };

/** Every change that was found, newest first: of one site, or of all. */
export async function allChanges(site?: string, db = database()): Promise<KeptChange[]> {
  return (await kept(db, site)).sort(newestFirst);
}

/** Changes the person has not seen yet, newest first: of one site, or of all. */
export async function unreadChanges(site?: string, db = database()): Promise<KeptChange[]> {
  return (await allChanges(site, db)).filter((change) => !change.read);
}

/** Changes for which no notification was shown yet, oldest first. */
export async function untoldChanges(db = database()): Promise<KeptChange[]> {
  return (await kept(db)).filter((change) => !change.told && !change.read);
}

/** The person has seen these changes. Numbers that are no change are passed over. */
export function markRead(ids: readonly number[], db = database()): Promise<void> {
  return withDatabase(db, (store) => updateEach(store, ids, { read: true }));
}

/** A notification was shown for these changes. */
export function markTold(ids: readonly number[], db = database()): Promise<void> {
  return withDatabase(db, (store) => updateEach(store, ids, { told: true }));
}

function kept(db: Promise<Database>, site?: string): Promise<KeptChange[]> {
  return withDatabase(db, async (store) => {
    const rows = site ? store.getAllFromIndex('changes', 'site', site) : store.getAll('changes');
    return (await rows) as KeptChange[];
  });
}

function newestFirst(a: KeptChange, b: KeptChange): number {
  return b.foundAt - a.foundAt || b.id - a.id;
}

async function updateEach(store: Database, ids: readonly number[], to: Partial<StoredChange>): Promise<void> {
  const writing = store.transaction('changes', 'readwrite');
  for (const id of ids) {
    const change = await writing.store.get(id);
    if (change) await writing.store.put({ ...change, ...to });
  }
  await writing.done;
}
