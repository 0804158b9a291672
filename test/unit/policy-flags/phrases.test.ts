import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileRules, RuleError } from '../../../lib/policy/rules/compile.ts';
import { PhraseError, parsePhrase } from '../../../lib/policy/rules/parse.ts';
import { found, ruleWith } from './help.ts';

describe('the phrase language', () => {
  test.each([
    ['we keep it', 'Here we keep it.', true],
    ['we keep it', 'We keep all of it.', false],
    ['we (keep|store) it', 'We store it.', true],
    ['we (keep|store) it', 'We burn it.', false],
    ['we [may] keep it', 'We keep it.', true],
    ['we [may|might] keep it', 'We might keep it.', true],
    ['improv* it', 'We are improving it.', true],
    ['improv* it', 'We improvise.', false],
    ['keep ...2 it', 'We keep it.', true],
    ['keep ...2 it', 'We keep most of it.', true],
    ['keep ...2 it', 'We keep nearly all of it.', false],
    ['for # days', 'Kept for 30 days.', true],
    ['for # days', 'Kept for thirty days.', false],
    ['for NUMBER days', 'Kept for thirty (30) days.', true],
    ['ssl', 'We expressly ask you.', false],
    ['at rest', 'A law that restricts it.', false],
    ['[(a|b) [c]] keep [[it] all] now', 'They keep all now.', true],
  ])('%s in: %s', (phrase, text, expected) => {
    expect(found({ phrases: [phrase] }, text)).toBe(expected);
  });

  test('a gap does not reach over "but", a semicolon or the end of a sentence', () => {
    expect(found({ phrases: ['keep ...9 models'] }, 'We keep files, prompts and models.')).toBe(true);
    expect(found({ phrases: ['keep ...9 models'] }, 'We keep files but drop models.')).toBe(false);
    expect(found({ phrases: ['keep ...9 models'] }, 'We keep files; we drop models.')).toBe(false);
    expect(found({ phrases: ['keep ...9 models'] }, 'We keep, however, all models.')).toBe(true);
  });

  test.each([
    ['we (keep', 3, 'never closed'],
    ['we keep)', 7, 'Unexpected'],
    ['we ()', 4, 'Nothing here'],
    ['we (a|)', 6, 'Nothing here'],
    ['keep ...99 it', 5, 'Gap'],
    ['keep .* it', 5, 'Cannot read'],
    ['keep+', 4, 'Cannot read'],
    ['((((((((( a )))))))))', 8, 'Nested'],
  ])('%s is refused at %i', (phrase, position, why) => {
    expect(() => parsePhrase(phrase)).toThrow(PhraseError);
    expect(() => parsePhrase(phrase)).toThrow(why);
    expect(() => parsePhrase(phrase)).toThrow(`position ${position} `);
  });

  test('an error names the rule and the phrase', () => {
    const broken = ruleWith({ flag: 'no-sale', phrases: ['we keep', 'we (keep'] });
    expect(() => compileRules([broken], {})).toThrow(RuleError);
    expect(() => compileRules([broken], {})).toThrow(
      'no-sale, phrases[1]: "(" is never closed at position 3',
    );
  });

  test.each([
    [['[we] [keep]'], {}, 'optional'],
    [['KEEP it'], {}, 'No class is named KEEP'],
    [['A'], { A: ['B'], B: ['A'] }, 'circle'],
    [['A'], { A: ['x ...3 y'] }, 'No gap in a class'],
    [['a '.repeat(401)], {}, 'Too many'],
  ])('%j is refused: %s', (phrases, classes, why) => {
    expect(() => compileRules([ruleWith({ phrases })], classes)).toThrow(why);
  });

  test('whatever is typed either compiles or is refused with a position', () => {
    const pieces = fc.constantFrom(
      'a',
      'train*',
      '(',
      ')',
      '[',
      ']',
      '|',
      '...3',
      '#',
      'CONTENT',
      ' ',
      '!',
      '?',
      '.',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const phrase = parts.join(' ');
        try {
          parsePhrase(phrase);
        } catch (error) {
          expect(error).toBeInstanceOf(PhraseError);
          expect((error as PhraseError).position).toBeLessThanOrEqual(phrase.length);
        }
      }),
    );
  });
});
