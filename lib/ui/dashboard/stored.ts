import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n.ts';
import { StoreProblem } from '../../store/index.ts';

/** What a page reads of the store: not there yet, there, or not to be read and why. */
export type Stored<T> =
  | { state: 'reading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; reason: string };

const readers = new Set<() => void>();

/** Calls `reader` whenever what is stored may have become another; gives back how to stop that. */
export function onStored(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** What is stored has become another by the person's own doing: every reader reads it anew. */
export function storedAnew(): void {
  for (const reader of readers) reader();
}

/**
 * Reads from the store with `load`, again after each deed of the person here and when the window comes to the front: the background
 * may have read a policy, or the popup marked something, in between. What was read stays in sight while it is read again. A component
 * that is to read something else gets another `key`.
 */
export function useStored<T>(load: () => Promise<T>): Stored<T> {
  const [stored, setStored] = useState<Stored<T>>({ state: 'reading' });
  const newest = useRef(load);
  newest.current = load;
  useEffect(() => {
    const read = () => {
      newest.current().then(
        (value) => setStored({ state: 'ready', value }),
        (error: unknown) => setStored({ state: 'failed', reason: reasonOf(error) }),
      );
    };
    read();
    addEventListener('focus', read);
    const stop = onStored(read);
    return () => {
      removeEventListener('focus', read);
      stop();
    };
  }, []);
  return stored;
}

function reasonOf(error: unknown): string {
  return error instanceof StoreProblem ? error.message : t('dash_store_failed');
}
