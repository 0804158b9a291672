import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  datesIn,
  detectLanguage,
  documentDate,
  policyFromMarkdown,
  policyText,
  readable,
} from '../../../lib/policy/text/index.ts';
import { sentences } from '../../../lib/policy/text/sentences.ts';

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));
const clauses = (markdown: string) => policyFromMarkdown(markdown).clauses;
const completed = (markdown: string) => clauses(markdown).map(({ leadIn, text }) => [leadIn ?? '', text]);

describe('readable text', () => {
  test('drops what no reader sees and joins white space', () => {
    expect(readable('  we\u00AD never\u200B sell\u00A0your\u2009data\u2060\n\tto\uFEFF anyone \u202E')).toBe(
      'we never sell your data to anyone',
    );
  });
});

describe('sentences', () => {
  test('end at full stops, question marks and exclamation marks', () => {
    expect(cut('We keep logs. Do we sell them? Never! So there.')).toEqual([
      'We keep logs.',
      'Do we sell them?',
      'Never!',
      'So there.',
    ]);
  });
  test.each([
    'We use processors, e.g. Amazon Web Services, to store models.',
    'Acme Inc. Holdings operates the service under U.S. Federal law.',
    'See Sec. 4 and Art. 17 of the GDPR.',
    'Version 2.1 of example.com is run by J. Smith.',
    '4.2. Your uploads stay yours.',
    '(a) To train our models.',
    'You may ask (e.g. "what is kept?") or complain to us.',
  ])('stay whole: %s', (text) => expect(cut(text)).toEqual([text]));
  test('may end with an abbreviation', () => {
    expect(cut('The service is run by Acme Inc. We never sell data.')).toHaveLength(2);
  });
  test('take a megabyte without a full stop, and one of nothing but full stops', () => {
    expect(cut('a '.repeat(500_000))).toHaveLength(1);
    expect(cut('e.g. A. '.repeat(125_000)).length).toBeGreaterThan(0);
  });
});

describe('clauses of Markdown', () => {
  test('stand verbatim at their place in the text, whatever the text', () => {
    const words = fc.constantFrom(
      'We',
      'train',
      '.',
      'e.g.',
      ':',
      '\n',
      '\n\n',
      '*   ',
      '1.  ',
      '# ',
      '| a | b |',
      '**',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words).map((list) => list.join(' ')),
          fc.string({ unit: 'grapheme' }),
        ),
        (text) => {
          const { plain, clauses } = policyFromMarkdown(text);
          for (const clause of clauses) expect(plain.slice(clause.start, clause.end)).toBe(clause.text);
          const covered = clauses.map((clause) => clause.text).join('');
          expect(covered.replace(/\s|\|/g, '')).toBe(plain.replace(/\s|\|/g, ''));
        },
      ),
    );
  });
  test('know the headings above them', () => {
    const found = clauses(
      'Policy\n======\n\n## Data\n\nWe keep logs.\n\n### Models\n\nThey are yours.\n\n## Law\n\nDutch.',
    );
    expect(found.find(({ text }) => text === 'They are yours.')?.heading).toEqual([
      'Policy',
      'Data',
      'Models',
    ]);
    expect(found.find(({ text }) => text === 'Dutch.')?.heading).toEqual(['Policy', 'Law']);
  });
  test('carry the lead-in of their list, nested ones both', () => {
    expect(
      completed(
        'We do not:\n\n*   sell data;\n*   share it with:\n    *   brokers\n    *   sponsors\n\nWe keep logs.',
      ),
    ).toEqual([
      ['', 'We do not:'],
      ['We do not:', 'sell data;'],
      ['We do not:', 'share it with:'],
      ['We do not: share it with:', 'brokers'],
      ['We do not: share it with:', 'sponsors'],
      ['', 'We keep logs.'],
    ]);
  });
  test('carry the lead-in of lists typed with letters and semicolons', () => {
    expect(
      completed('We may:\n\n(a) train models;\n\n(b) sell data.\n\nWe care.').map(([leadIn]) => leadIn),
    ).toEqual(['', 'We may:', 'We may:', '']);
  });
  test('carry the first row of their table, which says what the cells are', () => {
    const table = '| Purpose | Data |\n|---|---|\n| Training | Prompts |\n\nWe care.\n\n| One | Two |';
    expect(clauses(table).map(({ columns }) => columns)).toEqual([
      undefined,
      'Purpose | Data',
      undefined,
      undefined,
    ]);
  });
  test('a first row too long to name columns names none', () => {
    expect(clauses(`| ${'word '.repeat(60)} | Data |\n| Training | Prompts |`).at(-1)?.columns).toBe(
      undefined,
    );
  });
  test('a lead-in does not reach past its list', () => {
    expect(completed('We never:\n\n*   sell data\n\n## Sharing\n\n*   We share logs.').at(-1)).toEqual([
      '',
      'We share logs.',
    ]);
  });
  test.each<[string, string, [string, string][]]>([
    [
      'of another kind of mark',
      'We do not:\n\n(a) sell data;\n\n(b) lend it.\n\n2. We share logs.',
      [['', '2. We share logs.']],
    ],
    [
      'after a list of bullets',
      'We do not:\n\n*   sell data\n\n(a) We share logs.',
      [['', '(a) We share logs.']],
    ],
    [
      'of lines after the last one',
      'We do not:\n\nsell data;\n\nlend it; or\n\nrent it.\n\nWe share logs.',
      [
        ['We do not:', 'rent it.'],
        ['', 'We share logs.'],
      ],
    ],
    [
      'of bullets under a numbered line',
      '1. We never:\n\n*   sell\n\n2. We may:\n\n*   share',
      [['2. We may:', 'share']],
    ],
  ])('a lead-in does not reach a list %s', (_, markdown, last) => {
    const html = policyText(
      markdown
        .split('\n\n')
        .map((text) =>
          text.startsWith('*')
            ? { kind: 'item', level: 1, text: text.slice(4) }
            : { kind: 'paragraph', level: 0, text },
        ),
    );
    expect(html.clauses.map(({ leadIn, text }) => [leadIn ?? '', text]).slice(-last.length)).toEqual(last);
  });
  test('an item of several paragraphs does not end its list', () => {
    expect(completed('We may:\n\n*   sell data\n\n    This is lawful.\n\n*   train models').slice(1)).toEqual(
      [
        ['We may:', 'sell data'],
        ['', 'This is lawful.'],
        ['We may:', 'train models'],
      ],
    );
  });
  test('only the first sentence of an item completes the lead-in', () => {
    expect(completed('We do not:\n\n*   Sell data. We share logs with Acme.').at(-1)).toEqual([
      '',
      'We share logs with Acme.',
    ]);
  });
  test('a short row is one clause, a long one is cut and named by its first cell', () => {
    const long = 'We keep it for a year. '.repeat(14).trim();
    expect(completed(`| Data | Kept |\n| --- | --- |\n| Logs | 30 days |\n| Uploads | ${long} |`)).toEqual([
      ['', 'Data | Kept'],
      ['', 'Logs | 30 days'],
      ['', 'Uploads'],
      ...Array.from({ length: 14 }, () => ['Uploads:', 'We keep it for a year.']),
    ]);
  });
  test('links, images, emphasis, escapes and entities leave only their words', () => {
    const text =
      '[](https://a.b) ![logo](x.png)_Last_ **Updated\\*:** see [our _terms_](https://a.b/c_(d)) &amp; \\[email\\] snake_case';
    expect(policyFromMarkdown(text).plain).toBe('Last Updated*: see our terms & [email] snake_case');
  });
  test('lines wrapped at a fixed width are joined again', () => {
    const wrapped =
      'We keep the pictures that you upload for as long as your account\nstands, and we delete them a month after you close it, save where\na law makes us keep them.';
    expect(clauses(wrapped)).toHaveLength(1);
  });
  test('a document without headings takes its title lines for headings', () => {
    expect(clauses('Privacy\nData Storage\n- We encrypt it.\n').at(-1)).toMatchObject({
      heading: ['Data Storage'],
    });
  });
});

describe("the document's own date", () => {
  test.each([
    ['Last updated: April 14th, 2026', '2026-04-14'],
    ['Effective 12 December 2023', '2023-12-12'],
    ['Version of 2025/6/3', '2025-06-03'],
    ['Updated: 25.03.2024', '2024-03-25'],
    ['Last modified Sept. 2025', '2025-09-01'],
    ['Effective October 8, 2025Previous Version', '2025-10-08'],
    ['January 31, 2024', '2024-01-31'],
  ])('is read from "%s"', (line, iso) => expect(documentDate(['Terms', line, 'We care.'])).toBe(iso));
  test('is the last update rather than the day it takes effect', () => {
    expect(documentDate(['Effective Date: August 15, 2026', 'Last Updated: June 16, 2026'])).toBe(
      '2026-06-16',
    );
  });
  test('is not the date of a law', () => {
    expect(documentDate(['Regulation (EU) 2016/679 of 27 April 2016 applies to you.'])).toBeUndefined();
  });
  test('is not a day that cannot be', () => expect(datesIn('2025-13-40')).toEqual([]));
});

describe('language', () => {
  const long = (sentence: string) => `${sentence} `.repeat(12);
  test.each([
    ['en', 'We use the data that you give us to run the service for you.'],
    ['de', 'Wir verwenden die Daten, die Sie uns geben, nicht für die Werbung und das ist gut.'],
    [
      'fr',
      'Nous utilisons les données que vous nous confiez pour fournir le service et pas pour la publicité.',
    ],
    ['es', 'Usamos los datos que usted nos da para el servicio y no para la publicidad con sus amigos.'],
    ['zh', '我们不会使用您的数据训练模型。'],
    ['ja', '当社はお客様のデータを学習に使用しません。'],
    ['ru', 'Мы не используем ваши данные для обучения.'],
  ])('%s', (language, sentence) => expect(detectLanguage(long(sentence), 'en')).toBe(language));
  test('the page is believed only when there is little text', () => {
    expect(detectLanguage('Privacy', 'pt-BR')).toBe('pt');
    expect(detectLanguage('')).toBe('und');
  });
});
