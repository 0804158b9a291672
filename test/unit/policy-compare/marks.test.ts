import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mark, wordMarks } from '../../../lib/policy/compare/marks.ts';

const marked = (side: Mark[]) => side.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
const shown = (before: string, after: string) => {
  const marks = wordMarks(before, after);
  return [marked(marks.before), marked(marks.after)];
};

describe('marks inside a changed clause', () => {
  test.each([
    [
      'a "not" that is gone',
      'We do not use your uploads to train models.',
      'We use your uploads to train models.',
      'We [do not ]use your uploads to train models.',
      'We use your uploads to train models.',
    ],
    [
      'a number',
      'We keep your scans for 30 days.',
      'We keep your scans for 90 days.',
      'We keep your scans for [30 ]days.',
      'We keep your scans for [90 ]days.',
    ],
    [
      'nothing where only punctuation and letters differ',
      'The “Service”, all of it.',
      'the "service" – all of it',
      'The “Service”, all of it.',
      'the "service" – all of it',
    ],
    ['money', 'Refunds up to $100.', 'Refunds up to €100.', 'Refunds up to [$100.]', 'Refunds up to [€100.]'],
    [
      'small words between two changes with them',
      'You grant us rights to the models of yours.',
      'You assign us ownership in the scans of yours.',
      'You [grant ]us [rights to the models ]of yours.',
      'You [assign ]us [ownership in the scans ]of yours.',
    ],
    [
      'a language without spaces',
      '私たちはデータを保存します。',
      '私たちはデータを販売します。',
      '私たちはデータを[保存]します。',
      '私たちはデータを[販売]します。',
    ],
  ])('%s', (_, before, after, was, now) => {
    expect(shown(before, after)).toEqual([was, now]);
  });

  test('a text that is there on one side only is marked whole', () => {
    expect(wordMarks('', 'We sell models.')).toEqual({
      before: [],
      after: [{ text: 'We sell models.', changed: true }],
    });
  });

  test('two texts of thousands of words with nothing in common are marked whole', () => {
    const text = (stem: string) => Array.from({ length: 6_000 }, (_, at) => `${stem}${at}`).join(' ');
    expect(wordMarks(text('a'), text('b'))).toEqual({
      before: [{ text: text('a'), changed: true }],
      after: [{ text: text('b'), changed: true }],
    });
  });

  test('the pieces make up the text, by turns, and what is unmarked stands on both sides', () => {
    const word = fc.constantFrom(
      'we',
      'may',
      'not',
      'sell',
      'your',
      'models.',
      '“Scans”',
      '…',
      '30',
      '\n',
      'データ',
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const marks = wordMarks(before, after);
        expect(marks.before.map((mark) => mark.text).join('')).toBe(before);
        expect(marks.after.map((mark) => mark.text).join('')).toBe(after);
        for (const side of [marks.before, marks.after])
          expect(side.every((mark, at) => mark.changed !== side[at + 1]?.changed)).toBe(true);
        const bare = (side: Mark[]) =>
          side.flatMap(({ text, changed }) =>
            changed ? [] : (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
          );
        expect(bare(marks.before).join('')).toBe(bare(marks.after).join(''));
      }),
    );
  });
});
