import { readdirSync, readFileSync } from 'node:fs';
import { scoreHits } from '../../lib/policy/score/index.ts';
import { flagKey } from '../../lib/ui/words/flags.ts';
import { questionKey } from '../../lib/ui/words/questions.ts';
import { FLAG_RULES } from '../../rules/flags/index.ts';

const LOCALES = new URL('../../public/_locales/', import.meta.url);

/** A text as `messages.json` holds it (MDN, "Locale-specific message reference"). */
export type Text = { message: string; description?: string };
export type Texts = Record<string, Text>;

/** The languages that are in the package, by their folders: "en", "zh_CN". */
export function languages(): string[] {
  return readdirSync(LOCALES).sort();
}

/** The texts of one language. */
export function textsOf(language: string): Texts {
  return JSON.parse(readFileSync(new URL(`${language}/messages.json`, LOCALES), 'utf8')) as Texts;
}

/** Texts whose English stands elsewhere in the project: every other language has them in its `messages.json`, English does not. */
export function textsElsewhere(): Texts {
  const flags = FLAG_RULES.flatMap((rule) =>
    (['title', 'why', 'advice'] as const).map((part) => [
      flagKey(rule.flag, part),
      { message: rule[part], description: `${part} of the flag ${rule.flag} (${rule.colour})` },
    ]),
  );
  const questions = scoreHits([], ['privacy']).unanswered.map(({ id = '', text }) => [
    questionKey(id),
    { message: text, description: 'A question to the makers of a site, on its own and in an e-mail' },
  ]);
  return Object.fromEntries([...flags, ...questions]);
}

const FORM = /_(zero|one|two|few|many|other)$/;

/** The counted texts among `texts`, by their stem: those that have a form for "many". */
export function countedStems(texts: Texts): string[] {
  return Object.keys(texts)
    .filter((key) => key.endsWith('_other') && `${key.slice(0, -'_other'.length)}_one` in texts)
    .map((key) => key.slice(0, -'_other'.length));
}

/** A key without its plural form: "files_cleaned" for "files_cleaned_one"; a key that is not counted stays. */
export function stemOf(key: string, stems: readonly string[]): string {
  const stem = key.replace(FORM, '');
  return stems.includes(stem) ? stem : key;
}

/** Every text that a language must have, with its English: its own plural forms in the place of English ones. */
export function wantedTexts(tag: string): Texts {
  const english: Texts = { ...textsOf('en'), ...textsElsewhere() };
  const stems = countedStems(english);
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const plain = Object.entries(english).filter(([key]) => stemOf(key, stems) === key);
  const counted = stems.flatMap((stem) =>
    forms.map((form): [string, Text | undefined] => [
      `${stem}_${form}`,
      english[`${stem}_${form === 'one' ? 'one' : 'other'}`],
    ]),
  );
  return Object.fromEntries([...plain, ...counted.filter((each): each is [string, Text] => !!each[1])]);
}
