import type * as Parts from './components/more.ts';
import { loadFlagWords } from './words/flags.ts';

let parts: typeof Parts | undefined;

/** Fetches what no first look at the popup shows: it is loaded after the first frame, and drawn with the next one. */
export async function loadMore(): Promise<void> {
  [parts] = await Promise.all([import('./components/more.ts'), loadFlagWords()]);
}

/** Those parts, once they are there. */
export function more(): typeof Parts | undefined {
  return parts;
}
