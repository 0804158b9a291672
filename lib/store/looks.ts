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
export async function latestSnapshot(
  site: string,
  kind: DocumentKind,
  db = database(),
): Promise<Snapshot | undefined> {
  for (const row of await rowsOf(site, kind, db)) {
    const snapshot = await readable(row);
    if (snapshot) return snapshot;
  }
  return undefined;
}

/** Every version of a document that is kept, newest first. */
export async function snapshots(site: string, kind: DocumentKind, db = database()): Promise<Snapshot[]> {
  const all = await Promise.all((await rowsOf(site, kind, db)).map(readable));
  return all.filter((snapshot) => snapshot !== undefined);
}

function rowsOf(site: string, kind: DocumentKind, db: Promise<Database>): Promise<PackedSnapshot[]> {
  return withDatabase(db, async (store) =>
    (await store.getAllFromIndex('snapshots', 'document', [site, kind])).reverse(),
  );
}

/** A version that was damaged on the disk must not keep the site from its next look: the one before it takes its place. */
function readable(row: PackedSnapshot): Promise<Snapshot | undefined> {
  return unpackSnapshot(row).catch(() => undefined);
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
