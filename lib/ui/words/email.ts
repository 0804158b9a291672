import { t } from '../../i18n.ts';
import type { Question } from '../../policy/types.ts';
import { questionText } from './questions.ts';

/** A letter as plain text. */
export type Letter = { subject: string; body: string };

/** The open questions as an e-mail to the site's makers, to be signed and sent by the person. */
export function questionsLetter(site: string, questions: readonly Question[]): Letter {
  const numbered = questions.map((question, at) => `${at + 1}. ${questionText(question)}`);
  return {
    subject: t('letter_subject', site),
    body: [
      t('letter_hello', site),
      t('letter_opening'),
      numbered.join('\n'),
      t('letter_request'),
      t('letter_thanks'),
    ].join('\n\n'),
  };
}

/** A link that opens the letter in the person's mail program (RFC 6068, section 5: lines end with CRLF). */
export function mailLink({ subject, body }: Letter): string {
  const encoded = (part: string) => encodeURIComponent(part.replace(/\r?\n/g, '\r\n'));
  return `mailto:?subject=${encoded(subject)}&body=${encoded(body)}`;
}
