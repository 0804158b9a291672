import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts, fingerprint, flagChanges } from '../../../lib/policy/compare/index.ts';
import type { FlagHit, PolicyText } from '../../../lib/policy/types.ts';
import { PARAGRAPHS, policy, withParagraph } from './documents.ts';

const TRAINING = 1;
const promise = PARAGRAPHS[TRAINING] ?? '';
const flipped = 'We may use your content to train artificial intelligence models unless you opt out.';
const compare = (after: string[], date?: string) =>
  compareTexts(policy(PARAGRAPHS), policy(after, date ? { date } : {}));

describe('a change of text', () => {
  test('is shown with both clauses, silent when the date stood still', () => {
    const change = compare(withParagraph(TRAINING, flipped));
    expect(change).toMatchObject({ kind: 'text', announced: false, clauses: { added: [], removed: [] } });
    expect(change.clauses.changed).toEqual([{ before: promise, after: flipped }]);
    expect(change.first).toEqual([{ before: promise, after: flipped }]);
  });

  test('is announced when the date moved with it', () => {
    expect(compare(withParagraph(TRAINING, flipped), '1 July 2026').announced).toBe(true);
  });

  test.each<[string, string]>([
    ['one small word', promise.replace('do not use', 'use')],
    ['a number', promise.replace('without', 'for 30 days without')],
    ['the one who promises', promise.replace('We do', 'KitBash does')],
  ])('is told from %s', (_, after) => expect(compare(withParagraph(TRAINING, after)).kind).toBe('text'));

  test('of a term of days in digits is told', () => {
    const kept = (days: number) =>
      policy([...PARAGRAPHS, `We keep your logs for ${days} days on our servers.`]);
    expect(compareTexts(kept(30), kept(90)).clauses.changed).toHaveLength(1);
  });

  test('of the lead-in changes every bullet', () => {
    const list = (leadIn: string) =>
      policy([...PARAGRAPHS, `${leadIn}\n\n*   sell your content\n*   train on your content`]);
    const change = compareTexts(list('We do not:'), list('We may:'));
    expect(change.first).toContainEqual({
      before: 'We do not: sell your content',
      after: 'We may: sell your content',
    });
  });

  test('adds and removes', () => {
    const added =
      'Advertising networks receive the identifiers of your devices from us for campaigns of their own.';
    expect(compare([...PARAGRAPHS, added]).clauses).toEqual({ added: [added], removed: [], changed: [] });
    expect(compare(PARAGRAPHS.filter((text) => text !== promise)).clauses).toEqual({
      added: [],
      removed: [promise],
      changed: [],
    });
  });

  test('of the company in every promise shows the weightiest first', () => {
    const [epic, kitbash] = ['Epic', 'KitBash'].map((name) =>
      policy(PARAGRAPHS.map((text) => text.replace(/\b(We|Acme)\b/, name))),
    );
    const change = compareTexts(epic ?? policy([]), kitbash ?? policy([]));
    expect(change.kind).toBe('text');
    expect(change.clauses.added).toEqual([]);
    expect(change.first[0]?.after).toContain('KitBash do not use your content to train');
  });

  test('that merges two clauses is one change', () => {
    const [keep, share] = [PARAGRAPHS[3] ?? '', PARAGRAPHS[4] ?? ''];
    const both = `${keep.slice(0, -1)}, and ${share.slice(0, 1).toLowerCase()}${share.slice(1)}`;
    const { clauses } = compare(
      withParagraph(
        3,
        both,
        PARAGRAPHS.filter((text) => text !== share),
      ),
    );
    expect(clauses).toEqual({
      added: [],
      removed: [],
      changed: [{ before: expect.any(String), after: both }],
    });
  });

  test('that loses a "not" on the way is not merely merged', () => {
    const into = `${PARAGRAPHS[0]?.slice(0, -1)}, and we use your content to train artificial intelligence models without your consent.`;
    const { clauses } = compare(
      withParagraph(
        0,
        into,
        PARAGRAPHS.filter((text) => text !== promise),
      ),
    );
    expect([...clauses.removed, ...clauses.changed.map(({ before }) => before)]).toContain(promise);
  });

  test('is shown from the weightiest to the lightest', () => {
    const change = compare([
      ...withParagraph(
        9,
        'Any dispute about these terms shall be brought before the courts of Utrecht, whose law governs this agreement.',
      ),
      'Our offices are closed on Mondays and on public holidays of the Netherlands.',
      flipped,
    ]);
    expect(change.first[0]).toEqual({ after: flipped });
  });

  /** Each is hidden among changes that weigh nothing; what matters must come before them. */
  const HIDDEN: [string, string, string][] = [
    [
      'a "not" that is gone',
      PARAGRAPHS[TRAINING] ?? '',
      'We do use your content to train artificial intelligence models without your consent.',
    ],
    [
      'a term that is longer',
      PARAGRAPHS[3] ?? '',
      'We keep your content for ninety days after you close your account, and then we delete it from our backups too.',
    ],
    [
      'a door that opens',
      PARAGRAPHS[4] ?? '',
      'We may share personal data with our service providers, who host the service and take your payments for us.',
    ],
    [
      'one who may look',
      PARAGRAPHS[10] ?? '',
      'Our employees look at your content where you have asked our support team for help with it.',
    ],
  ];
  const COVERS: [string, (paragraphs: string[]) => string[]][] = [
    [
      'a new name in every clause',
      (all) =>
        all.map((text) => text.replaceAll('Acme', 'Novaforge').replaceAll('the service', 'Novaforge Studio')),
    ],
    [
      'other words for the same',
      (all) => all.map((text) => text.replace(', and ', ' and also ').replace(' too.', ' as well.')),
    ],
    [
      'a section for one place',
      (all) => [
        ...all,
        'If you live in Brazil, you may have your personal data corrected, and you may ask us to delete it.',
        'Residents of Japan may ask for the disclosure of their personal data under the act of that country.',
        'We do not sell the personal information of residents of California, as their law defines it.',
      ],
    ],
    ['another order', (all) => all.toReversed()],
  ];
  for (const [cover, covered] of COVERS)
    test.each(HIDDEN)(`under ${cover}, shows among the first three %s`, (_, was, now) => {
      const after = covered(PARAGRAPHS.map((text) => (text === was ? now : text)));
      const shown = compare(after)
        .first.slice(0, 3)
        .map((change) => change.before);
      expect(shown).toContain(was);
    });

  test('that says the same twice is shown once', () => {
    const change = compare([...PARAGRAPHS, flipped, 'We care for dragons of every size.', flipped]);
    expect(change.clauses.added).toHaveLength(3);
    expect(change.first.filter(({ after }) => after === flipped)).toHaveLength(1);
  });

  test('is mirrored when it is taken back, and the earlier text is recognized', () => {
    fc.assert(
      fc.property(
        fc.subarray(PARAGRAPHS, { minLength: 9 }),
        fc.subarray(PARAGRAPHS, { minLength: 9 }),
        (one, other) => {
          const [was, now] = [policy(one), policy(other)];
          const [there, back] = [compareTexts(was, now), compareTexts(now, was)];
          expect(there.clauses.added.length + there.clauses.changed.length).toBe(
            back.clauses.removed.length + back.clauses.changed.length,
          );
          expect(fingerprint(was) === fingerprint(now)).toBe(there.kind !== 'text');
          expect(fingerprint(policy(one))).toBe(fingerprint(was));
        },
      ),
    );
  });
});

describe('flags of a change', () => {
  const hit = (text: PolicyText, flag: string, quote: string): FlagHit => {
    const start = text.plain.indexOf(quote);
    return { flag, colour: 'red', weight: 1, quote, document: 'privacy', start, end: start + quote.length };
  };
  const [was, now] = [policy(PARAGRAPHS), policy(withParagraph(TRAINING, flipped))];
  const { touched } = compareTexts(was, now);
  const retention = PARAGRAPHS[3] ?? '';

  test('are gained and lost where words changed', () => {
    const changes = flagChanges(
      [hit(was, 'no-training', promise)],
      [hit(now, 'trains-on-content', flipped)],
      touched,
    );
    expect(changes.flagsGained.map(({ flag }) => flag)).toEqual(['trains-on-content']);
    expect(changes.flagsLost.map(({ flag }) => flag)).toEqual(['no-training']);
  });
  test('are not gained in a clause that stood there before', () => {
    expect(flagChanges([], [hit(now, 'retention-fixed', retention)], touched).flagsGained).toEqual([]);
  });
  test('are not lost while the document still has them elsewhere', () => {
    const after = [hit(now, 'no-training', retention)];
    expect(flagChanges([hit(was, 'no-training', promise)], after, touched).flagsLost).toEqual([]);
  });
});
