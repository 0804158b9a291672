import { expect, test } from 'vitest';
import { mailLink, questionsLetter } from '../../../lib/ui/words/email.ts';

const QUESTIONS = [
  { topic: 'training', text: 'Do you train AI on uploads & prompts?' },
  { topic: 'rights', text: 'Do you offer a data processing agreement?' },
] as const;

test('the letter names the site and numbers its questions', () => {
  const { subject, body } = questionsLetter('Meshy', QUESTIONS);
  expect(subject).toContain('Meshy');
  expect(body).toContain('1. Do you train AI on uploads & prompts?\n2. Do you offer');
});

test('its link holds every word of it, whatever signs are in it', () => {
  const letter = questionsLetter('Tripo & Söhne #1', QUESTIONS);
  const [address, query = ''] = mailLink(letter).split('?');
  expect(address).toBe('mailto:');
  const fields = new Map(query.split('&').map((field) => field.split('=', 2) as [string, string]));
  expect(decodeURIComponent(fields.get('subject') ?? '')).toBe(letter.subject);
  expect(decodeURIComponent(fields.get('body') ?? '')).toBe(letter.body.replaceAll('\n', '\r\n'));
});
