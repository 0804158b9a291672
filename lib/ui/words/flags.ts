/// <reference types="vite/client" />
import { capital } from './lists.ts';

/** A flag as a person reads it. */
export type FlagWords = { title: string; why: string; advice: string };

// Only these three fields of each rule file are wanted: by name, the bundler leaves the phrases and examples (most of the
// file) out of the page's script.
const titles = import.meta.glob<string>('../../../rules/flags/*.json', { eager: true, import: 'title' });
const whys = import.meta.glob<string>('../../../rules/flags/*.json', { eager: true, import: 'why' });
const advices = import.meta.glob<string>('../../../rules/flags/*.json', { eager: true, import: 'advice' });

/** The words of a flag. A stored flag whose rule has since gone is still shown, by its id. */
export function flagWords(flag: string): FlagWords {
  const file = `../../../rules/flags/${flag}.json`;
  return {
    title: titles[file] ?? capital(flag.replaceAll('-', ' ')),
    why: whys[file] ?? '',
    advice: advices[file] ?? '',
  };
}
