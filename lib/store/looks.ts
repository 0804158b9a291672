import type { IDBPObjectStore } from 'idb';
import type { DocumentKind } from '../policy/types.ts';
import { atomically } from './atomic.ts';
import { database, withDatabase } from './database.ts';
import { packSnapshot, unpackSnapshot } from './pack.ts';
import type { Database, PackedSnapshot, Schema } from './schema.ts';
import type { SiteReview, Snapshot, StoredChange } from './types.ts';

/** Versions of one document that are kept: three years of quarters. */
export const KEPT_SNAPSHOTS = 12;

/** What one look at a site found out: it is stored as a whole or not at all. */
export type LookResult = { review: SiteReview; snapshots: Snapshot[]; changes: StoredChange[] };

/** The newest version we have of a document. */
export function latestSnapshot(
  site: string,
  kind: DocumentKind,
  db = database(),
): Promise<Snapshot | undefined> {
  return withDatabase(db, async (store) => {
    const newest = IDBKeyRange.only([site, kind]);
    const cursor = await store.transaction('snapshots').store.index('document').openCursor(newest, 'prev');
    return cursor ? unpackSnapshot(cursor.value) : undefined;
  });
}

/** Every version of a document that is kept, newest first. */
export function snapshots(site: string, kind: DocumentKind, db = database()): Promise<Snapshot[]> {
  return withDatabase(db, async (store) => {
    const rows = await store.getAllFromIndex('snapshots', 'document', [site, kind]);
    return Promise.all(rows.reverse().map(unpackSnapshot));
  });
}

/**
 * Stores a look in one transaction, so that a worker killed at any moment leaves either the whole look or nothing of it: never
 * a snapshot whose change was not told. Snapshots with an `id` take the place of the one they are; the others are new versions.
 */
export function saveLook(look: LookResult, db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    // Before the transaction: IndexedDB ends it as soon as something else is awaited.
    const packed = await Promise.all(look.snapshots.map(packSnapshot));
    await writeLook(store, look, packed);
  });
}

function writeLook(store: Database, look: LookResult, packed: PackedSnapshot[]): Promise<void> {
  return atomically(store, ['reviews', 'snapshots', 'changes'], async (writing) => {
    const snapshots = writing.objectStore('snapshots');
    await writing.objectStore('reviews').put(look.review);
    for (const change of look.changes) await writing.objectStore('changes').add(change);
    for (const snapshot of packed) {
      await snapshots.put(snapshot);
      await thinOut(snapshots, [snapshot.site, snapshot.kind]);
    }
  });
}

type Snapshots = IDBPObjectStore<Schema, ('reviews' | 'snapshots' | 'changes')[], 'snapshots', 'readwrite'>;

/** Lets go of what is beyond the kept versions, and of the page of all but the newest. */
async function thinOut(snapshots: Snapshots, document: [string, string]): Promise<void> {
  const keys = await snapshots.index('document').getAllKeys(document);
  for (const old of keys.slice(0, -KEPT_SNAPSHOTS)) await snapshots.delete(old);
  const former = keys.at(-2);
  const version = former === undefined ? undefined : await snapshots.get(former);
  if (!version?.page) return;
  const { page: _, ...rest } = version;
  await snapshots.put(rest);
}
