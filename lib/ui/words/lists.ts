import { languageTag } from '../../i18n.ts';

/** "one, two and three". */
export function listOf(items: readonly string[]): string {
  return new Intl.ListFormat(languageTag(), { type: 'conjunction' }).format(items);
}

/** The same text with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(languageTag()) + text.slice(1);
}
