import type { IDBPTransaction, StoreNames } from 'idb';
import type { Database, Schema } from './schema.ts';

/** Does `work` in one transaction over these stores: all of it is stored, or, when it throws, nothing. */
export async function atomically<Names extends StoreNames<Schema>[]>(
  store: Database,
  names: Names,
  work: (writing: IDBPTransaction<Schema, Names, 'readwrite'>) => Promise<void>,
): Promise<void> {
  const writing = store.transaction(names, 'readwrite');
  try {
    await work(writing);
  } catch (error) {
    abort(writing);
    await writing.done.catch(() => {});
    throw error;
  }
  await writing.done;
}

/** A failed request has already aborted its transaction, a thrown one has not; both must leave nothing behind. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {}
}
