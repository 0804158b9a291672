import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts, fingerprint } from '../../../lib/policy/compare/index.ts';
import { PARAGRAPHS, policy } from './documents.ts';

/** Each pair differs in nothing that a reader agrees to. */
const NOISE: [string, string, string][] = [
  [
    'tracking parameters',
    'See https://acme.example/terms?utm_source=a&did=1 for all of it.',
    'See https://www.acme.example/terms?did=2 for all of it.',
  ],
  [
    'an address and its placeholder',
    'Write to our officer at privacy@acme.example.',
    'Write to our officer at [email protected].',
  ],
  [
    'a date in another style',
    'The new fees apply from April 2, 2024 on.',
    'The new fees apply from 2nd April 2024 on.',
  ],
  [
    'a keyboard hint',
    'Press Ctrl+I to open the index of this document.',
    'Press ⌘I to open the index of this document.',
  ],
  [
    'the number of partners',
    'We and our 842 partners store cookies on your device.',
    'We and our 1,017 partners store cookies on your device.',
  ],
  [
    'invisible characters',
    'We delete it from our back\u00ADups\u2060 at once.',
    'We delete it from our backups at\u00A0once.',
  ],
  [
    'quotation marks and dashes',
    'The “Service” – all of it – is Acme’s own.',
    'The "Service" - all of it - is Acme\'s own.',
  ],
  [
    'emphasis and letter case',
    '**No Warranty.** THE SERVICE IS PROVIDED AS IT IS.',
    'No warranty. The service is provided as it is.',
  ],
  [
    'the number of a section',
    '7. Your rights are set out in section 9.2 (a).',
    '8. Your rights are set out in section 10.2 (a).',
  ],
  [
    'the year of the copyright',
    '© 2024 Acme Ltd. All rights reserved by us.',
    '© 2026 Acme Ltd. All rights reserved by us.',
  ],
  ['a link', 'See [this](https://acme.example) section for more of it.', 'See this section for more of it.'],
  [
    'a title above a list',
    '**Data of ours**\n\n*   logs of your visits',
    'Data of ours\n\n*   logs of your visits',
  ],
  ['an ellipsis', '…', ''],
  ['a label of the version', 'Version: May 3, 2026 (Latest)', 'Version:'],
];

describe('no change', () => {
  test.each(NOISE)('%s', (_, before, after) => {
    const [was, now] = [policy([before, ...PARAGRAPHS]), policy([after, ...PARAGRAPHS])];
    expect(['same', 'format']).toContain(compareTexts(was, now).kind);
    expect(['same', 'format']).toContain(compareTexts(now, was).kind);
    expect(fingerprint(was)).toBe(fingerprint(now));
  });

  test('the same text is the same', () => {
    expect(compareTexts(policy(PARAGRAPHS), policy(PARAGRAPHS))).toMatchObject({
      kind: 'same',
      announced: false,
      first: [],
    });
  });

  test('the order of clauses', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PARAGRAPHS, { minLength: PARAGRAPHS.length }), (shuffled) => {
        const [was, now] = [policy(PARAGRAPHS), policy(shuffled)];
        expect(['same', 'format']).toContain(compareTexts(was, now).kind);
        expect(fingerprint(was)).toBe(fingerprint(now));
      }),
    );
  });

  test('a menu above and links below the text', () => {
    const framed = policy(['Log in', 'Get started', ...PARAGRAPHS, 'Back to top']);
    expect(compareTexts(policy(PARAGRAPHS), framed).kind).toBe('format');
  });
});

describe('only the date', () => {
  test('has moved', () => {
    const [was, now] = [policy(PARAGRAPHS), policy(PARAGRAPHS, { date: '1 June 2026' })];
    expect(compareTexts(was, now)).toMatchObject({ kind: 'date', announced: true, first: [] });
    expect(fingerprint(was)).toBe(fingerprint(now));
  });
  test('has changed its style', () => {
    expect(compareTexts(policy(PARAGRAPHS), policy(PARAGRAPHS, { date: '3rd May, 2026' })).kind).toBe(
      'format',
    );
  });
  test('stands within a sentence', () => {
    const dated = (date: string) =>
      policy([`This policy was last updated on ${date} by Acme.`, ...PARAGRAPHS]);
    expect(compareTexts(dated('May 3, 2026'), dated('July 9, 2026')).kind).toBe('date');
  });
});
