import { describe, expect, test } from 'vitest';
import { alignVersions } from '../../../lib/policy/compare/align.ts';
import { policyFromMarkdown } from '../../../lib/policy/index.ts';

const KEEP = 'We keep your uploads for thirty days after you delete them.';
const KEEP_LONGER = 'We keep your uploads for ninety days after you delete them.';
const TRAIN = 'We may train our models on everything that you upload to the service.';
const SELL = 'We do not sell your personal information to anybody.';
const WRITE = 'Write to our privacy team with any question you have.';

function align(before: string[], after: string[]) {
  const [was, now] = [before, after].map((lines) => policyFromMarkdown(lines.join('\n\n')));
  if (!was || !now) throw new Error('no texts');
  return alignVersions(was, now);
}

const kinds = (...sides: Parameters<typeof align>) => align(...sides).map(({ kind }) => kind);

describe('two versions stand beside each other', () => {
  test('clause by clause where nothing changed', () => {
    expect(align([KEEP, SELL], [KEEP, SELL])).toEqual([
      { kind: 'same', before: KEEP, after: KEEP },
      { kind: 'same', before: SELL, after: SELL },
    ]);
  });

  test('with a reworded clause beside what it became', () => {
    expect(align([KEEP, SELL], [KEEP_LONGER, SELL])[0]).toEqual({
      kind: 'changed',
      before: KEEP,
      after: KEEP_LONGER,
    });
  });

  test('with what came and what went beside nothing', () => {
    expect(align([KEEP, SELL, WRITE], [KEEP, TRAIN, WRITE])).toEqual([
      expect.objectContaining({ kind: 'same' }),
      { kind: 'removed', before: SELL },
      { kind: 'added', after: TRAIN },
      expect.objectContaining({ kind: 'same' }),
    ]);
  });

  test('with a clause that only moved called moved', () => {
    expect(kinds([KEEP, SELL, WRITE], [WRITE, KEEP, SELL]).sort()).toEqual([
      'moved',
      'moved',
      'same',
      'same',
    ]);
  });

  test('with the numbers of sections making no difference', () => {
    expect(kinds([`1. ${KEEP}`, `2. ${SELL}`], [`1. ${TRAIN}`, `2. ${KEEP}`, `3. ${SELL}`])).toEqual([
      'added',
      'same',
      'same',
    ]);
  });

  test('with every word of both in them, in order', () => {
    const [before, after] = [
      [KEEP, SELL, TRAIN],
      [WRITE, KEEP_LONGER, TRAIN],
    ];
    const rows = align(before, after);
    expect(rows.flatMap((row) => row.after ?? [])).toEqual(after);
    expect(rows.flatMap((row) => row.before ?? []).sort()).toEqual([...before].sort());
  });
});

test('titles are told from what they are titles of', () => {
  const lines = ['# Policy', '## Keeping', KEEP, SELL, '## Contact', WRITE];
  const titles = align(lines, lines).flatMap(({ isHeading, after }) => (isHeading ? after : []));
  expect(titles).toEqual(expect.arrayContaining(['Keeping', 'Contact']));
  expect(titles).not.toContain(KEEP);
});

test('texts with nothing in common are not compared for ever', () => {
  const many = (word: string) =>
    Array.from({ length: 3_000 }, (_, n) => `${word}${n} stands alone in this line of text.`);
  const rows = align(many('one'), many('other'));
  expect(rows.filter(({ before }) => before).length).toBe(3_000);
  expect(rows.filter(({ after }) => after).length).toBe(3_000);
});
