import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWords } from '../../../lib/policy/rules/words.ts';

function words(text: string): string {
  return readWords(text).list.join(' ');
}

describe('readWords', () => {
  test.each([
    ["We don't, won't and can't.", 'we do not will not and can not'],
    ['We’ll use the user’s files', 'we will use the user files'],
    ['third-party opt-out', 'third party opt out'],
    ['Send an e-mail to privacy@example.com', 'send an email to email'],
    ['See https://example.com/tls/ssl?x=1 for more', 'see url for more'],
    ['100% secure', '100 percent secure'],
    ['U.S. state laws and US residents', 'usa state laws and usa residents'],
    ['CONTACT US', 'contact us'],
  ])('%s', (text, read) => {
    expect(words(text)).toBe(read);
  });

  test('keeps where each word stood, what stood before it and its capital', () => {
    const text = 'No, (Acme) sells.';
    const { list, starts, ends, before, capital } = readWords(text);
    expect(list.map((_, at) => text.slice(starts[at], ends[at]))).toEqual(['No', 'Acme', 'sells']);
    expect(before).toEqual(['', ',(', ')']);
    expect(capital).toEqual([true, true, false]);
  });

  test('reads a text letter by letter as it reads one that may hold an address, in which every word might be one', () => {
    const bit = fc.constantFrom(
      ...[
        'e',
        'E-',
        'mail',
        'emails',
        'U.',
        'S.',
        'A.',
        'US',
        'http',
        '://',
        's',
        '’',
        "'",
        'll',
        '%',
        '4',
        '.',
      ],
      ...[' ', 'Word', 'é', '，', '“', '𠀀', '𝄞', '_', '-', '+', '@', 'ﬁ', '½'],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(bit, { maxLength: 12 }).map((bits) => bits.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(readWords(text)).toEqual(readWords(`${text} @`));
      }),
      { numRuns: 2_000 },
    );
  });
});
