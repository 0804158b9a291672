import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteLink } from '../../../lib/ui/text-fragment.ts';

const PAGE = 'https://www.tripo3d.ai/privacy';

/** What a browser makes of a directive: its terms, decoded. */
function terms(url: string | undefined): string[] {
  const [, directive] = (url ?? '').split(':~:text=');
  return (directive ?? '').split(',').map(decodeURIComponent);
}

describe('quoteLink', () => {
  test.each([
    ['a comma', 'images, sketches, and models', 'images%2C%20sketches%2C%20and%20models'],
    ['a dash', 'third-party AI', 'third%2Dparty%20AI'],
    ['an ampersand', 'Terms & Conditions', 'Terms%20%26%20Conditions'],
    ['brackets and a star', "we (don't) *sell*", 'we%20%28don%27t%29%20%2Asell%2A'],
    ['a percent sign and a hash', '100% #1', '100%25%20%231'],
    ['letters beyond ASCII', 'Daten löschen', 'Daten%20l%C3%B6schen'],
  ])('encodes %s', (_, quote, directive) => {
    expect(quoteLink(PAGE, quote)).toBe(`${PAGE}#:~:text=${directive}`);
  });

  test('takes white space and invisible characters as the page shows them', () => {
    expect(terms(quoteLink(PAGE, '  never\t used\u00a0 for trai\u00adning '))).toEqual([
      'never used for training',
    ]);
  });

  test('names a long quote by its first and last words', () => {
    const quote = `We may use ${'a great many words and '.repeat(10)}so on, to train our models.`;
    expect(terms(quoteLink(PAGE, quote))).toEqual(['We may use a great many', 'so on, to train our models.']);
  });

  test('names a quote of several lines by the start of the first and the end of the last', () => {
    expect(
      terms(quoteLink(PAGE, 'We use your content to:\n- improve the service;\n- train our models.')),
    ).toEqual(['We use your content to:', 'train our models.']);
  });

  test('a long word without a gap is kept whole', () => {
    const word = 'x'.repeat(300);
    expect(terms(quoteLink(PAGE, word))).toEqual([word]);
  });

  test('leaves off list marks that the page draws itself', () => {
    expect(terms(quoteLink(PAGE, '(a) delete your files'))).toEqual(['delete your files']);
    expect(terms(quoteLink(PAGE, '• delete your files'))).toEqual(['delete your files']);
    expect(terms(quoteLink(PAGE, 'a delete of your files'))).toEqual(['a delete of your files']);
  });

  test('keeps the anchor of the address and replaces an older directive', () => {
    expect(quoteLink(`${PAGE}#data`, 'we sell')).toBe(`${PAGE}#data:~:text=we%20sell`);
    expect(quoteLink(`${PAGE}#:~:text=old`, 'we sell')).toBe(`${PAGE}#:~:text=we%20sell`);
    expect(quoteLink(`${PAGE}?lang=en`, 'we sell')).toBe(`${PAGE}?lang=en#:~:text=we%20sell`);
  });

  test('gives the page itself for an empty quote', () => {
    expect(quoteLink(PAGE, ' \n ')).toBe(PAGE);
    expect(quoteLink(`${PAGE}#data`, '')).toBe(`${PAGE}#data`);
  });

  test.each([
    'javascript:alert(1)',
    'http://www.tripo3d.ai/privacy',
    'data:text/html,x',
    'not an address',
    '',
  ])('links nothing but https: %s', (url) => {
    expect(quoteLink(url, 'we sell')).toBeUndefined();
  });

  test('any quote gives a directive of one or two terms that stand in it', () => {
    const squeeze = (text: string) => text.replace(/[\s\u00ad\u200b\u2060\ufeff]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (quote) => {
        const url = quoteLink(PAGE, quote);
        const directive = url?.split(':~:text=')[1] ?? '';
        expect(directive).toMatch(/^[\w.%]*(?:,[\w.%]+)?$/);
        const whole = squeeze(quote.toWellFormed());
        for (const term of terms(url)) expect(whole).toContain(squeeze(term));
      }),
    );
  });
});
