import { languageTag } from '../../i18n.ts';

/** "22 Nov 2026", for a moment in ms since 1970, in the person's own time zone: as short as a table wants it. */
export function shortDate(at: number): string {
  return new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium' }).format(at);
}

/** "22 Nov 2026, 14:05". */
export function shortMoment(at: number): string {
  return new Intl.DateTimeFormat(languageTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
