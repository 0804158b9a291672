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
  [
    'a word in two spellings',
    'We email you when a web site of ours changes its log files.',
    'We e-mail you when a website of ours changes its logfiles.',
  ],
  ['when the page was touched', 'Updated over a week ago', 'Updated 3 months ago'],
  ['how long it takes to read', '12 min read', '14 min read'],
  ['how many found it helpful', '17 out of 60 found this helpful', '18 out of 62 found this helpful'],
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

  const respelled = (one: string, other: string) =>
    compareTexts(policy([...PARAGRAPHS, one]), policy([...PARAGRAPHS, other])).kind;
  test.each([
    [
      'British and American',
      'We organize and license the color of your behavior.',
      'We organise and licence the colour of your behaviour.',
    ],
    ['a letter left out', 'We use this information to answer you.', 'We use this infomation to answer you.'],
    ['letters swapped', 'You receive a copy of it from us.', 'You recieve a copy of it from us.'],
    ['a letter doubled', 'We accommodate what you ask of us.', 'We accomodate what you ask of us.'],
  ])('spelling: %s', (_, one, other) => {
    expect(respelled(one, other)).toBe('format');
    expect(respelled(other, one)).toBe('format');
  });

  test.each([
    ['another party', 'Your employer may read your uploads.', 'Your employee may read your uploads.'],
    ['one or many', 'We share your uploads with an affiliate.', 'We share your uploads with our affiliates.'],
    ['a number', 'We keep your uploads for 30 days at most.', 'We keep your uploads for 60 days at most.'],
    ['a short word', 'We can read your uploads at any time.', 'We ran read your uploads at any time.'],
  ])('but not what is no matter of spelling: %s', (_, one, other) => {
    expect(respelled(one, other)).toBe('text');
  });

  test('paragraphs that are cut or joined elsewhere', () => {
    const [first = '', second = '', ...rest] = PARAGRAPHS;
    const joined = policy([`${first.slice(0, -1)}: ${second}`, ...rest]);
    const cut = policy([`${first.slice(0, -1)}:`, second, ...rest]);
    expect(compareTexts(joined, cut).kind).toBe('format');
    expect(compareTexts(cut, joined).kind).toBe('format');
  });

  const AROUND = [
    'Introducing Studio 3: turn any sketch into a rigged character in seconds.',
    'Read the announcement',
    'We use cookies to improve your experience and to analyse the traffic of this site.',
    'By clicking “Accept all” you agree to our use of cookies.',
    'You can change your choices at any time.',
    'Where can I find the invoices of my team and of its members?',
    'How do you delete my models?',
    'Do Not Sell or Share My Personal Information',
    'Follow us on the networks where people show their dragons',
  ];
  test.each(AROUND)('a line around the text: %s', (line) => {
    const [was, above, below] = [PARAGRAPHS, [line, ...PARAGRAPHS], [...PARAGRAPHS, line]].map((lines) =>
      policy(lines),
    );
    if (!was || !above || !below) throw new Error('no texts');
    for (const framed of [above, below]) {
      expect(compareTexts(was, framed).kind).toBe('format');
      expect(compareTexts(framed, was).kind).toBe('format');
    }
  });

  test.each([
    'We may sell your models.',
    'Your uploads train our models.',
    'Advertising networks receive the identifiers of your devices from us.',
    'All content that is uploaded on a free plan is public.',
  ])('but not a statement, however short, there: %s', (line) => {
    const [was, above, below] = [PARAGRAPHS, [line, ...PARAGRAPHS], [...PARAGRAPHS, line]].map((lines) =>
      policy(lines),
    );
    if (!was || !above || !below) throw new Error('no texts');
    for (const framed of [above, below]) {
      expect(compareTexts(was, framed).kind).toBe('text');
      expect(compareTexts(framed, was).kind).toBe('text');
    }
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
