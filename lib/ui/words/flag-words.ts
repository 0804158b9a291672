/// <reference types="vite/client" />
import type { FlagWords } from './flags.ts';

// Each field by its name: the bundler then leaves the rules' phrases and examples, most of each file, out of the package's pages.
const TITLES = import.meta.glob<string>('./*.json', {
  base: '../../../rules/flags',
  eager: true,
  import: 'title',
});
const WHYS = import.meta.glob<string>('./*.json', {
  base: '../../../rules/flags',
  eager: true,
  import: 'why',
});
const ADVICES = import.meta.glob<string>('./*.json', {
  base: '../../../rules/flags',
  eager: true,
  import: 'advice',
});

/** What the rule of this flag says in plain words; undefined when there is no such rule. */
export function wordsOf(flag: string): FlagWords | undefined {
  const file = `./${flag}.json`;
  const title = TITLES[file];
  return title === undefined ? undefined : { title, why: WHYS[file], advice: ADVICES[file] };
}
