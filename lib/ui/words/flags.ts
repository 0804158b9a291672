import { translation } from '../../i18n.ts';
import { capital } from './lists.ts';

/** A flag as a person reads it; `why` and `advice` are missing for a rule that has gone. */
export type FlagWords = { title: string; why?: string; advice?: string };

let known: ((flag: string) => FlagWords | undefined) | undefined;

/** Fetches the words from the package, beside the stored data and not before it: they are a fifth of the page's script. */
export async function loadFlagWords(): Promise<void> {
  known = (await import('./flag-words.ts')).wordsOf;
}

/**
 * The words of a flag: those of the person's language, else the rule's own English ones. A stored flag whose rule has since gone,
 * and any flag before the words are there, shows by its id.
 */
export function flagWords(flag: string): FlagWords {
  const rule = known?.(flag) ?? { title: capital(flag.replaceAll('-', ' ')) };
  const said = (part: keyof FlagWords) => translation(flagKey(flag, part)) ?? rule[part];
  return { title: said('title') ?? rule.title, why: said('why'), advice: said('advice') };
}

/** Under which key the other languages have that text; English has it in the rule. */
export function flagKey(flag: string, part: keyof FlagWords): string {
  return `flag_${flag.replaceAll('-', '_')}_${part}`;
}
