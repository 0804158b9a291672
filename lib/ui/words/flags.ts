import { capital } from './lists.ts';

/** A flag as a person reads it; `why` and `advice` are missing for a rule that has gone. */
export type FlagWords = { title: string; why?: string; advice?: string };

let known: ((flag: string) => FlagWords | undefined) | undefined;

/** Fetches the words from the package, beside the stored data and not before it: they are a fifth of the page's script. */
export async function loadFlagWords(): Promise<void> {
  known = (await import('./flag-words.ts')).wordsOf;
}

/** The words of a flag. A stored flag whose rule has since gone, and any flag before the words are there, shows by its id. */
export function flagWords(flag: string): FlagWords {
  return known?.(flag) ?? { title: capital(flag.replaceAll('-', ' ')) };
}
