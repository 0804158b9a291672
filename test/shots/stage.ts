import type { Page } from 'puppeteer-core';
import type { LedgerEntry, SiteReview, StoredChange } from '../../lib/store/types.ts';
import { type Bench, open } from '../browser/harness/index.ts';

/** What is stored before a page of the extension opens: rows by the name of their object store. */
export type Rows = {
  reviews?: SiteReview[];
  changes?: StoredChange[];
  ledger?: LedgerEntry[];
  [store: string]: readonly unknown[] | undefined;
};

/** What the browser says to a page of ours, where it should not say what is true: answers by the name of the API ("tabs.get", "storage.managed.get"). */
export type Answers = Record<string, unknown>;

/** A browser with the extension, and the ways to bring a state about in it. */
export type Stage = {
  bench: Bench;
  /**
   * Opens a page of the extension ("/popup.html") on these rows: whatever was stored before is gone. `answers` take the place of what
   * the browser's API gives back; the answer 'never' stands for a promise that stays open, and 'fails' for one that is rejected.
   */
  show(path: string, rows?: Rows, answers?: Answers): Promise<Page>;
  close(): Promise<void>;
};

/** Starts Chromium with the extension in `folder`, or with the production build under test. */
export async function openStage(folder?: string): Promise<Stage> {
  const bench = await open('chromium', { extension: folder ?? true, insecure: true });
  const base = await bench.background(() => new URL(location.href).origin);
  // The database is made by the extension's own migrations, before the first row is put into it.
  const first = await bench.browser.newPage();
  await first.goto(`${base}/popup.html`);
  await first.waitForSelector('h1');
  await first.close();
  return {
    bench,
    async show(path, rows = {}, answers = {}) {
      await bench.background(fill, rows);
      const page = await bench.browser.newPage();
      await page.evaluateOnNewDocument(answerAs, answers);
      await page.goto(base + path);
      return page;
    },
    close: bench.close,
  };
}

/** Runs in the extension: every object store holds these rows and no others. Rows of stores without keys are `[key, value]`. */
async function fill(rows: Record<string, readonly unknown[] | undefined>): Promise<void> {
  const opening = indexedDB.open('meshwarden');
  await new Promise((done) => {
    opening.onsuccess = done;
  });
  const db = opening.result;
  const names = Array.from(db.objectStoreNames);
  const writing = db.transaction(names, 'readwrite');
  for (const name of names) {
    const store = writing.objectStore(name);
    store.clear();
    for (const row of rows[name] ?? []) {
      if (store.keyPath !== null) store.put(row);
      else store.put((row as [IDBValidKey, unknown])[1], (row as [IDBValidKey, unknown])[0]);
    }
  }
  await new Promise((done, fail) => {
    writing.oncomplete = done;
    writing.onerror = fail;
  });
  db.close();
}

/** Runs in a page of the extension before its own scripts. */
function answerAs(answers: Record<string, unknown>): void {
  type Api = { [name: string]: Api | ((...args: unknown[]) => unknown) | undefined };
  const { chrome } = globalThis as unknown as { chrome: Api };
  for (const [name, answer] of Object.entries(answers)) {
    const steps = name.split('.');
    const method = steps.pop() ?? '';
    const reply = () => {
      if (answer === 'never') return new Promise(() => {});
      if (answer === 'fails') return Promise.reject(new Error('refused'));
      return Promise.resolve(answer);
    };
    const api = steps.reduce<Api | undefined>((within, step) => within?.[step] as Api | undefined, chrome);
    // Callers may hand over a callback, as the polyfill does.
    if (api)
      api[method] = (...args: unknown[]) => {
        const callback = args.at(-1);
        if (typeof callback !== 'function') return reply();
        void reply().then(
          (value) => callback(value),
          () => callback(undefined),
        );
      };
  }
}
