import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../lib/policy/compare/index.ts';
import { policyFromMarkdown } from '../../../lib/policy/text/index.ts';
import { PARAGRAPHS, policy } from './documents.ts';

/** Long enough that the loss of half of it is no edit. */
const LONG = [
  ...PARAGRAPHS,
  ...PARAGRAPHS.map((text) => `${text.slice(0, -1)}, also where you pay for a studio plan.`),
];
const before = policy(LONG);

describe('a later text that cannot be the next version', () => {
  test.each([
    [
      'an error page',
      policyFromMarkdown('# 404\n\nPage not found. The page that you are looking for does not exist.'),
    ],
    ['nothing', policyFromMarkdown('')],
    [
      'a consent wall',
      policyFromMarkdown(
        '# We value your privacy\n\nWe and our 842 partners store and/or access information on a device. Accept all. Manage options.',
      ),
    ],
    ['a text cut short', policy(LONG.slice(0, 9))],
    ['half a text', policy(LONG.slice(0, 12))],
    ['the text twice', policy([...LONG, ...LONG])],
    [
      'another language',
      policy(
        LONG.map(
          () => 'Wir verarbeiten die Daten, die Sie uns geben, und wir löschen sie, wenn Sie es wünschen.',
        ),
      ),
    ],
    [
      'another kind of document',
      policy(
        LONG.map(
          (_, at) =>
            `You shall pay fee ${at} for the service under this agreement, and you must comply with law number ${at} on licences.`,
        ),
        { title: 'Terms of Service' },
      ),
    ],
    [
      'a product page',
      policyFromMarkdown(
        `# Acme\n\n${'Turn any picture into a model in seconds, and animate it with one click. '.repeat(30)}`,
      ),
    ],
  ])('%s', (what, after) => {
    const change = compareTexts(before, after);
    expect(change.other).toBe(what === 'another kind of document' ? true : undefined);
    expect(change).toMatchObject({
      kind: 'unreadable',
      clauses: { added: [], removed: [], changed: [] },
      touched: { before: [], after: [] },
    });
  });
});

describe('a later text that can be', () => {
  test('a rewrite eight times as long', () => {
    const short = policy(PARAGRAPHS);
    const rewrite = policy(
      Array.from(
        { length: 110 },
        (_, at) =>
          `For purpose ${at} the company may process personal data of kind ${at}, as permitted by law and by your consent number ${at}.`,
      ),
    );
    expect(compareTexts(short, rewrite).kind).toBe('text');
  });
  test('a document in few words of law that loses its title', () => {
    const guidelines = Array.from(
      { length: 12 },
      (_, at) =>
        `Be kind to the other makers in room ${at}, share your best dragons with them, and ask the owners before you use a picture of theirs in one of your own.`,
    );
    const text = (title: string) => policyFromMarkdown(`${title}\n\n${guidelines.join('\n\n')}`);
    const change = compareTexts(
      text(
        '# Community Guidelines\n\nYou must agree to these terms, which prohibit content that infringes copyrights, laws or the privacy of others.',
      ),
      text('# Welcome'),
    );
    expect(change.kind).toBe('text');
  });
  test('a short policy that loses half', () => {
    expect(compareTexts(policy(PARAGRAPHS.slice(0, 8)), policy(PARAGRAPHS.slice(0, 4))).kind).toBe('text');
  });
  test('a document that stood there twice before as well', () => {
    const twice = (paragraphs: string[]) => policy([...paragraphs, ...paragraphs]);
    expect(
      compareTexts(
        twice(LONG),
        twice([...LONG.slice(1), 'We sell your content to advertisers and to brokers of data.']),
      ).kind,
    ).toBe('text');
  });
});
