import { languageTag, textDirection } from '../i18n.ts';

/** Says on the page in which language it speaks, for screen readers, fonts, quotation marks and line breaks. */
export function speakHere({ documentElement }: Document): void {
  documentElement.lang = languageTag();
  documentElement.dir = textDirection();
}
