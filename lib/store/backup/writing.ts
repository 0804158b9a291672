import type { IDBPTransaction } from 'idb';
import type { Schema } from '../schema.ts';

/** The one transaction that a backup is taken in by. */
export type Writing = IDBPTransaction<
  Schema,
  ('settings' | 'reviews' | 'snapshots' | 'changes' | 'added' | 'reminders' | 'projects')[],
  'readwrite'
>;
