import { type AddedSite, siteOfAdded } from '../sites/added.ts';
import { allSites } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';
import { database, withDatabase } from './database.ts';

/** More sites than anybody adds. */
export const MOST_ADDED = 200;

/** The sites that the person added, in the order of their names. */
export function readAddedSites(db = database()): Promise<AddedSite[]> {
  return withDatabase(db, (store) => store.getAll('added'));
}

/** Every site that is guarded: the catalogue's first, then those that the person added. */
export async function knownSites(db = database()): Promise<readonly Site[]> {
  return [...allSites(), ...(await readAddedSites(db)).map(siteOfAdded)];
}

/** Adds a site; one that is there stays as it is. False when there are too many. */
export function saveAddedSite(site: AddedSite, db = database()): Promise<boolean> {
  return withDatabase(db, async (store) => {
    const writing = store.transaction('added', 'readwrite');
    const isNew = (await writing.store.getKey(site.origin)) === undefined;
    const hasRoom = (await writing.store.count()) < MOST_ADDED;
    if (isNew && hasRoom) await writing.store.add(site);
    await writing.done;
    return !isNew || hasRoom;
  });
}

/** Forgets a site that the person added. */
export function forgetAddedSite(origin: string, db = database()): Promise<void> {
  return withDatabase(db, (store) => store.delete('added', origin));
}
