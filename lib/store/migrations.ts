import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Schema } from './schema.ts';
import { SETTINGS_KEY, USUAL_FILES, USUAL_RULES } from './usual.ts';

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** One step of the database's history. It runs inside the browser's own upgrade transaction: all of it or nothing. */
export type Migration = (db: IDBPDatabase<Schema>, upgrade: Upgrade) => void | Promise<void>;

/** Step n brings a database of version n to version n + 1. Published steps are never edited: only new ones are added. */
export const MIGRATIONS: readonly Migration[] = [
  createStores,
  addSettings,
  addFileChoices,
  addQuietAndClients,
  addAddedSites,
  addRuleSettings,
  addReminderStore,
  addProjects,
];

function createStores(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('reviews', { keyPath: 'site' });
  const numbered = { keyPath: 'id', autoIncrement: true };
  db.createObjectStore('snapshots', numbered).createIndex('document', ['site', 'kind']);
  // No index on `read`: IndexedDB has no boolean keys, and a person has a handful of changes a year.
  db.createObjectStore('changes', numbered).createIndex('site', 'site');
  const ledger = db.createObjectStore('ledger', numbered);
  ledger.createIndex('at', 'at');
  ledger.createIndex('site', 'site');
}

function addSettings(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('settings');
}

async function addFileChoices(_db: IDBPDatabase<Schema>, upgrade: Upgrade): Promise<void> {
  const settings = upgrade.objectStore('settings');
  const chosen = await settings.get(SETTINGS_KEY);
  if (chosen) await settings.put({ ...chosen, files: USUAL_FILES }, SETTINGS_KEY);
}

async function addQuietAndClients(_db: IDBPDatabase<Schema>, upgrade: Upgrade): Promise<void> {
  const settings = upgrade.objectStore('settings');
  const chosen = await settings.get(SETTINGS_KEY);
  if (chosen) await settings.put({ ...chosen, notForClients: [], quiet: null }, SETTINGS_KEY);
}

function addAddedSites(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('added', { keyPath: 'origin' });
}

async function addRuleSettings(_db: IDBPDatabase<Schema>, upgrade: Upgrade): Promise<void> {
  const settings = upgrade.objectStore('settings');
  const chosen = await settings.get(SETTINGS_KEY);
  if (chosen) await settings.put({ ...chosen, rules: USUAL_RULES }, SETTINGS_KEY);
}

function addReminderStore(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('reminders', { keyPath: 'id', autoIncrement: true });
}

function addProjects(db: IDBPDatabase<Schema>): void {
  db.createObjectStore('projects', { keyPath: 'name' });
}
