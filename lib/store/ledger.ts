import { database, withDatabase } from './database.ts';
import type { LedgerEntry } from './types.ts';

/** A tab that is gone. Browsers number tabs anew at every start, so an old number may be another tab's by now. */
export const NO_TAB = -1;

/** Which part of the ledger is wanted; `since` is ms since 1970. */
export type LedgerQuery = { tab?: number; site?: string; since?: number };

/** Entries of the ledger that fit all of `query`, newest first. */
export function recentLedger(query: LedgerQuery, db = database()): Promise<LedgerEntry[]> {
  const { tab, site, since = 0 } = query;
  return withDatabase(db, async (store) => {
    const rows = await store.getAllFromIndex('ledger', 'at', IDBKeyRange.lowerBound(since));
    const fits = (entry: LedgerEntry) =>
      (tab === undefined || entry.tab === tab) && (site === undefined || entry.site === site);
    return rows.filter(fits).reverse();
  });
}

/** Adds entries: all or none. */
export function addToLedger(entries: readonly LedgerEntry[], db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    const writing = store.transaction('ledger', 'readwrite');
    const added = entries.map((entry) => writing.store.add(entry));
    await Promise.all([...added, writing.done]);
  });
}

/** Erases the ledger: all of it, or what it holds of one site. */
export function eraseLedger(site: string | undefined, db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    const writing = store.transaction('ledger', 'readwrite');
    if (site === undefined) await writing.store.clear();
    else {
      for (const key of await writing.store.index('site').getAllKeys(site)) await writing.store.delete(key);
    }
    await writing.done;
  });
}

/** Entries that are kept at most: a page that hands itself files all day must not fill the disk. */
const KEPT_ENTRIES = 20_000;

/** Forgets every entry older than `before` (ms since 1970), and the oldest of those beyond `kept`. */
export function pruneLedger(before: number, db = database(), kept = KEPT_ENTRIES): Promise<void> {
  return withDatabase(db, async (store) => {
    const writing = store.transaction('ledger', 'readwrite');
    const old = await writing.store.index('at').getAllKeys(IDBKeyRange.upperBound(before, true));
    for (const key of old) await writing.store.delete(key);
    const rest = await writing.store.index('at').getAllKeys();
    for (const key of rest.slice(0, Math.max(0, rest.length - kept))) await writing.store.delete(key);
    await writing.done;
  });
}

/** Takes the tab's number off every entry made before `start` (ms since 1970), the moment this browser started. */
export function forgetTabs(start: number, db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    const writing = store.transaction('ledger', 'readwrite');
    for (const entry of await writing.store.index('at').getAll(IDBKeyRange.upperBound(start, true))) {
      if (entry.tab !== NO_TAB) await writing.store.put({ ...entry, tab: NO_TAB });
    }
    await writing.done;
  });
}
