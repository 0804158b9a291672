import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDatabase } from '../../../lib/store/database.ts';
import type { Migration } from '../../../lib/store/migrations.ts';
import type { Database } from '../../../lib/store/schema.ts';
import type { LedgerEntry, SiteReview, Snapshot, StoredChange } from '../../../lib/store/types.ts';

/** An empty IndexedDB in memory, in the place of the browser's. */
export function freshIndexedDb(): void {
  globalThis.indexedDB = new IDBFactory();
}

/** The database in an empty IndexedDB. */
export function freshDatabase(migrations?: readonly Migration[]): Promise<Database> {
  freshIndexedDb();
  return openDatabase(migrations ? { migrations } : {});
}

export function snapshotOf(plain: string, more: Partial<Snapshot> = {}): Snapshot {
  const text = {
    plain,
    clauses: [{ text: plain, heading: [], start: 0, end: plain.length }],
    language: 'en',
  };
  const url = 'https://www.meshy.ai/privacy-policy';
  return {
    site: 'meshy',
    kind: 'privacy',
    url,
    hash: plain,
    text,
    engine: '1',
    firstSeen: 1,
    lastSeen: 1,
    ...more,
  };
}

export function changeOf(more: Partial<StoredChange> = {}): StoredChange {
  const change = {
    kind: 'text' as const,
    clauses: { added: [], removed: [], changed: [] },
    flagsGained: [],
    flagsLost: [],
    scoreBefore: 60,
    scoreAfter: 40,
    announced: true,
  };
  return {
    site: 'meshy',
    kind: 'privacy',
    foundAt: 1,
    change,
    headline: 'Meshy: x',
    read: false,
    ...more,
  };
}

export function reviewOf(more: Partial<SiteReview> = {}): SiteReview {
  return { site: 'meshy', dueAt: 5, usedSince: 1, documents: [], ...more };
}

export function entryOf(more: Partial<LedgerEntry & { type: 'upload' }> = {}): LedgerEntry {
  return {
    type: 'upload',
    at: 1,
    site: 'meshy',
    tab: 7,
    host: 'a.example',
    encrypted: false,
    outcome: 'kept',
    ...more,
  };
}
