import { openDB } from 'idb';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { StoreProblem, storeProblem } from './problem.ts';
import type { Database, Schema } from './schema.ts';

const NAME = 'meshwarden';

let connection: Promise<Database> | undefined;

/** This context's connection, opened at the first call and again after the browser closed it or could not open it. */
export function database(): Promise<Database> {
  connection ??= openDatabase({ onClosed: forgetConnection }).catch((error: unknown) => {
    forgetConnection();
    throw error;
  });
  return connection;
}

function forgetConnection(): void {
  connection = undefined;
}

type OpenOptions = { name?: string; migrations?: readonly Migration[]; onClosed?: () => void };

/**
 * Opens the database, bringing it up to date step by step.
 * @throws {StoreProblem} when it is damaged, newer than this code, or an older version is still open elsewhere
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  const { name = NAME, migrations = MIGRATIONS, onClosed } = options;
  const blocked = Promise.withResolvers<never>();
  const opening = openDB<Schema>(name, migrations.length, {
    upgrade(db, from, _to, upgrade) {
      // Nobody waits for this promise, and a half-done upgrade would be committed: a step that fails must undo them all.
      takeSteps(migrations.slice(from), db, upgrade).catch(() => upgrade.abort());
      // An aborted upgrade is told once, by the opening itself.
      upgrade.done.catch(() => {});
    },
    blocked: () => blocked.reject(new StoreProblem('blocked')),
    // A page that stays open for days must not keep an updated extension from its data.
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
      onClosed?.();
    },
    terminated: () => onClosed?.(),
  });
  try {
    return await Promise.race([opening, blocked.promise]);
  } catch (error) {
    opening.then((late) => late.close()).catch(() => {});
    throw storeProblem(error);
  }
}

async function takeSteps(steps: readonly Migration[], ...on: Parameters<Migration>): Promise<void> {
  for (const migrate of steps) await migrate(...on);
}

/**
 * Does `work` with the database.
 * @throws {StoreProblem} for whatever IndexedDB says
 */
export async function withDatabase<T>(db: Promise<Database>, work: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await work(await db);
  } catch (error) {
    throw storeProblem(error);
  }
}
