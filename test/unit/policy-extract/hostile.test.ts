import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractPolicy } from '../../../lib/policy/extract/index.ts';
import { page, policyHtml } from './pages.ts';

const URL_OF = 'https://acme.example/privacy';
const MEGABYTE = 1024 * 1024;

describe('hostile pages end in an answer', () => {
  test.each<[string, string]>([
    ['a line of a megabyte', `<p>${'we sell '.repeat(MEGABYTE / 8)}</p>`],
    ['a word of a megabyte', `<p>${'x'.repeat(MEGABYTE)}</p>`],
    ['100,000 nested divs', '<div>'.repeat(100_000)],
    [
      '400,000 nested elements and closing tags of another',
      `${'<b>'.repeat(400_000)}${'</i>'.repeat(200_000)}`,
    ],
    ['nested lists', '<ul><li>'.repeat(200_000)],
    ['nested tables', '<table><tr><td>'.repeat(100_000)],
    ['links that never close', '<a href="/x">go '.repeat(100_000)],
    ['attributes without end', `<div ${'a=b '.repeat(300_000)}>`],
    ['a class name of a megabyte', `<div class="${'cookie-'.repeat(150_000)}">x</div>`],
    ['a style of a megabyte', `<div style="${'display '.repeat(100_000)}">x</div>`],
    ['a comment that never ends', `<!-- ${'- '.repeat(MEGABYTE / 2)}`],
    ['a tag that never ends', `<p ${'x'.repeat(MEGABYTE)}`],
    ['entities', '&amp;&#x26;&lt;'.repeat(60_000)],
    ['line breaks', 'a<br>'.repeat(200_000)],
    ['bullets, brackets and stars', `# x\n${'[('.repeat(100_000)}${'**_'.repeat(100_000)}`],
    ['dates', '1/1/2020 '.repeat(100_000)],
    ['a million spaces', `x${' '.repeat(MEGABYTE)}y`],
  ])('%s', (_, html) => {
    for (const source of [html, page(html), page(policyHtml() + html)]) {
      const extraction = extractPolicy(source, URL_OF);
      expect(typeof extraction.ok).toBe('boolean');
    }
  });

  test('any string, and any broken page', () => {
    const bit = fc.constantFrom(
      '<p>',
      '</p>',
      '<ul><li>',
      '</div>',
      '<table><tr><td>',
      '<br>',
      '<a href=#>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '&nbsp;',
      '<',
      'We collect data.',
      '<h1>Terms</h1>',
      '<template>',
      '</template>',
      '<title>',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(bit, { maxLength: 60 }).map((bits) => page(policyHtml(4) + bits.join(''))),
        ),
        (html) => {
          const extraction = extractPolicy(html, URL_OF);
          if (!extraction.ok) return;
          const { plain, clauses } = extraction.text;
          for (const { text, start, end } of clauses) expect(plain.slice(start, end)).toBe(text);
        },
      ),
    );
  });
});
