import type { DBSchema, IDBPDatabase } from 'idb';
import type { AddedSite } from '../sites/added.ts';
import type {
  LedgerEntry,
  Project,
  Reminder,
  Settings,
  SiteReview,
  Snapshot,
  StoredChange,
} from './types.ts';

/** A snapshot as it lies in the database: its text as gzipped JSON and its page gzipped, a quarter of the size. */
export type PackedSnapshot = Omit<Snapshot, 'text' | 'html'> & { packed: Uint8Array; page?: Uint8Array };

/** The object stores of the database `meshwarden`, as the newest migration leaves them. */
export interface Schema extends DBSchema {
  reviews: { key: string; value: SiteReview };
  snapshots: { key: number; value: PackedSnapshot; indexes: { document: [string, string] } };
  changes: { key: number; value: StoredChange; indexes: { site: string } };
  settings: { key: string; value: Settings };
  added: { key: string; value: AddedSite };
  reminders: { key: number; value: Reminder };
  projects: { key: string; value: Project };
  ledger: { key: number; value: LedgerEntry; indexes: { at: number; site: string } };
}

export type Database = IDBPDatabase<Schema>;
