import { describe, expect, test } from 'vitest';
import { findFlags } from '../../../lib/policy/flags/find.ts';
import { policyFromMarkdown } from '../../../lib/policy/index.ts';
import { compileRules } from '../../../lib/policy/rules/compile.ts';
import { sentenceOf } from '../../../lib/policy/rules/match.ts';
import { findSpan } from '../../../lib/policy/rules/run.ts';
import { readWords } from '../../../lib/policy/rules/words.ts';
import { oneClause, ruleWith } from './help.ts';

/** Counts what a phrase costs: every look at a word of the text is counted, and none depends on the clock. */
function looks(phrase: string, text: string): number {
  const book = compileRules([ruleWith({ phrases: [phrase] })], { CLASS: ['a a', 'a', '[a] [a] b'] });
  const words = readWords(text);
  let count = 0;
  const list = new Proxy(words.list, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  const finder = book.rules[0]?.phrases[0]?.finder;
  if (finder) findSpan(finder, sentenceOf({ ...words, list }, book.classes), () => false);
  return count;
}

describe('the time a phrase takes grows with the text and no faster', () => {
  test.each([
    'a ...60 ...60 ...60 c',
    '(a|a a|a a a) (a|a a) [a [a [a [a]]]] c',
    '[a] [a] [a] [a] [a] [a] [a] [a] a c',
    'CLASS CLASS CLASS ...9 CLASS c',
    'a* a* a* ...30 c*',
  ])('%s', (phrase) => {
    const [short, long] = [looks(phrase, 'a '.repeat(300)), looks(phrase, 'a '.repeat(3000))];
    expect(short).toBeGreaterThan(300);
    expect(long).toBeLessThan(short * 11);
  });
});

describe('a text that means harm', () => {
  test.each([
    'a ',
    'not ',
    'we use your content to train ',
    'a.b@c.',
    'https://',
    "don't ",
    '( [ “we” ',
    'x',
    'Foo Bar (Foo we us ',
    'We do not: sell; ',
  ])('100 kB of %j in one line is read', (piece) => {
    const text = oneClause(piece.repeat(Math.ceil(100_000 / piece.length)));
    const hits = findFlags(text, 'terms');
    for (const { quote, start, end } of hits) expect(text.plain.slice(start, end)).toBe(quote);
    expect(hits.some((hit) => hit.flag === 'trains-on-content')).toBe(piece.includes('train'));
  });

  test('terms of which every sentence names sections are read', () => {
    const sentence = (nth: number) => `${nth}. Upon termination, Sections ${nth} to ${nth + 3} will survive.`;
    const text = policyFromMarkdown(
      Array.from({ length: 3000 }, (_, nth) => sentence(nth % 90)).join('\n\n'),
    );
    expect(findFlags(text, 'terms').map((hit) => hit.flag)).not.toContain('licence-outlives-deletion');
  });

  test('a line without an end of sentence is quoted in parts', () => {
    const hits = findFlags(oneClause(`${'word '.repeat(5000)} we train AI on your content`), 'terms');
    expect(hits.map((hit) => hit.flag)).toContain('trains-on-content');
    expect(Math.max(...hits.map((hit) => hit.quote.length))).toBeLessThan(5000);
  });
});
