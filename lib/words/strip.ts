import { t } from '../i18n.ts';
import { understand } from '../strip/sentences.ts';
import type { Finding } from '../strip/types.ts';
import { inWords } from '../strip/words.ts';

/** A text of the stripper in the person's language. Words of a file, which are nobody's to translate, stay as they are. */
export function stripText(text: string): string {
  const understood = understand(text);
  return understood ? t(`strip_${understood.id}`, ...understood.values.map(stripText)) : text;
}

/** What was taken out, in the person's language: "location (51.5014, -0.1419)", "camera serial number". */
export function removedInWords(findings: readonly Finding[]): string[] {
  return inWords(findings).map(stripText);
}
