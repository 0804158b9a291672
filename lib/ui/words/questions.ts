import { translation } from '../../i18n.ts';
import type { Question } from '../../policy/types.ts';

/** An open question in the person's language; in the card's own English where that has none. */
export function questionText({ id, text }: Question): string {
  return (id && translation(questionKey(id))) ?? text;
}

/** Under which key the other languages have that question; English has it in `lib/policy`. */
export function questionKey(id: string): string {
  return `question_${id.replaceAll('-', '_')}`;
}
