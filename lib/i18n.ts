import type en from '../public/_locales/en/messages.json';

/** A text of `public/_locales/en/messages.json`; every other language has the same. */
export type MessageKey = keyof typeof en;
/** The counted texts: those with a form for "many", `files_cleaned_other`, by their common stem, `files_cleaned`. */
export type CountedKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** Looks a text up and puts `substitutions` in for `$1` to `$9`; '' when there is none, as browsers do (MDN, "i18n.getMessage"). */
export type Lookup = (key: string, substitutions: string[]) => string;

type I18n = { getMessage: Lookup };
type ExtensionApi = { i18n?: I18n };

let lookup: Lookup = browserText;

/** The browser's own text of that key; '' also in a page whose extension was updated meanwhile: it gives, or throws, nothing useful. */
export function browserText(key: string, substitutions: string[]): string {
  try {
    return api()?.getMessage(key, substitutions) ?? '';
  } catch {
    return '';
  }
}

/** Takes texts from elsewhere than the browser: where there is none, as in plain Node. */
export function takeMessages(from: Lookup): void {
  lookup = from;
}

/** The text of that key in the person's language. A text that is missing shows by its key, never as nothing. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return lookup(key, substitutions.map(String)) || key;
}

/**
 * The text for a count, by the language's own plural rules (CLDR plural categories): `tn('files_cleaned', 3)` takes
 * `files_cleaned_other`, with "3" as `$1` and the further substitutions behind it. Languages have only the forms they need.
 */
export function tn(key: CountedKey, count: number, ...substitutions: (string | number)[]): string {
  const texts = [formatNumber(count), ...substitutions.map(String)];
  const form = new Intl.PluralRules(languageTag()).select(count);
  return lookup(`${key}_${form}`, texts) || lookup(`${key}_other`, texts) || key;
}

/** The language the texts are in, as a BCP 47 tag ("en-GB"): dates, numbers and lists follow it, not the browser's own choice. */
export function languageTag(): string {
  return t('language_tag');
}

/**
 * The text of a key that English may not have, because its English stands elsewhere: in a rule, in a stored card. undefined when the
 * person's language has none, or is English.
 */
export function translation(key: string): string | undefined {
  return lookup(key, []) || undefined;
}

/** Which way that language is written. Not the browser's own answer: where we lack its language, our texts are English. */
export function textDirection(): 'ltr' | 'rtl' {
  return /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(languageTag()) ? 'rtl' : 'ltr';
}

/** A number as that language writes it. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(languageTag()).format(value);
}

// Page scripts do without the polyfill: `i18n` is synchronous and the same in both browsers.
function api(): I18n | undefined {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  return (browser ?? chrome)?.i18n;
}
