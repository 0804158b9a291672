import type { Question } from '../../policy/types.ts';

/** A letter as plain text. */
export type Letter = { subject: string; body: string };

/** The open questions as an e-mail to the site's makers, to be signed and sent by the person. */
export function questionsLetter(site: string, questions: readonly Question[]): Letter {
  const numbered = questions.map(({ text }, at) => `${at + 1}. ${text}`);
  return {
    subject: `Questions about how ${site} treats uploads`,
    body: [
      `Hello ${site} team,`,
      'before I upload work of mine, or of a client, I read your policies. They leave these questions open:',
      numbered.join('\n'),
      'Could you answer them, and point me to the place where the answers are written down?',
      'Thank you and kind regards',
    ].join('\n\n'),
  };
}

/** A link that opens the letter in the person's mail program (RFC 6068, section 5: lines end with CRLF). */
export function mailLink({ subject, body }: Letter): string {
  const encoded = (part: string) => encodeURIComponent(part.replace(/\r?\n/g, '\r\n'));
  return `mailto:?subject=${encoded(subject)}&body=${encoded(body)}`;
}
