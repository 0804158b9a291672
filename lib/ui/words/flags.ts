import { TITLES } from '../../../rules/flags/titles.ts';
import { translation } from '../../i18n.ts';
import { capital } from './lists.ts';

/** A flag as a person reads it; `why` and `advice` are missing for a rule that has gone. */
export type FlagWords = { title: string; why?: string; advice?: string };

let words: Record<string, FlagWords> = {};

/** Fetches all words from the package: they are as much as a fifth of the popup's script, and its first frame shows titles only. */
export async function loadFlagWords(): Promise<void> {
  words = (await import('../../../rules/flags/words.ts')).WORDS;
}

/**
 * The words of a flag: those of the person's language, else the rule's own English ones; before `loadFlagWords` the title alone. A
 * stored flag whose rule has since gone shows by its id.
 */
export function flagWords(flag: string): FlagWords {
  const rule = words[flag] ?? { title: TITLES[flag] ?? capital(flag.replaceAll('-', ' ')) };
  const said = (part: keyof FlagWords) => translation(flagKey(flag, part)) ?? rule[part];
  return { title: said('title') ?? rule.title, why: said('why'), advice: said('advice') };
}

/** Under which key the other languages have that text; English has it in the rule. */
export function flagKey(flag: string, part: keyof FlagWords): string {
  return `flag_${flag.replaceAll('-', '_')}_${part}`;
}
