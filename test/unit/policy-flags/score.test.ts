import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ENGINE,
  POINTS_PER_QUESTION,
  START_SCORE,
  scoreDocuments,
  scoreHits,
} from '../../../lib/policy/score/index.ts';
import { policyFromMarkdown } from '../../../lib/policy/text/index.ts';
import { type FlagHit, type Scorecard, WORK_KINDS, type WorkKind } from '../../../lib/policy/types.ts';
import { FLAG_RULES } from '../../../rules/flags/index.ts';
import { hit, ruleWith } from './help.ts';
import { SENTENCES } from './sentences.ts';

const anyHit = fc.constantFrom(...FLAG_RULES).map((rule) => hit(rule));
const anyHits = fc.array(anyHit, { maxLength: 25 });
const anyOf = (colour: FlagHit['colour']) => anyHit.filter((one) => one.colour === colour);

function card(hits: FlagHit[]): Scorecard {
  return scoreHits(hits, ['privacy']);
}

function score(hits: FlagHit[], work: WorkKind = 'public'): number {
  return card(hits).readings?.[work].score ?? -1;
}

function of(...flags: string[]): FlagHit[] {
  return FLAG_RULES.filter(({ flag }) => flags.includes(flag)).map((rule) => hit(rule));
}

describe.each(WORK_KINDS)('the score for %s work', (work) => {
  test('adding a red flag never raises it', () => {
    fc.assert(
      fc.property(anyHits, anyOf('red'), (hits, red) => score([...hits, red], work) <= score(hits, work)),
      { numRuns: 500 },
    );
  });

  test('adding a green flag never lowers it', () => {
    fc.assert(
      fc.property(
        anyHits,
        anyOf('green'),
        (hits, green) => score([...hits, green], work) >= score(hits, work),
      ),
      {
        numRuns: 500,
      },
    );
  });

  test('does not depend on the order, nor on how often a thing is said', () => {
    fc.assert(
      fc.property(anyHits, (hits) => {
        const other = card([...hits].reverse().concat(hits));
        expect(other.readings?.[work]).toEqual(card(hits).readings?.[work]);
      }),
    );
  });

  test('is what its arithmetic says', () => {
    fc.assert(
      fc.property(anyHits, (hits) => {
        const { readings, unanswered } = card(hits);
        const { score: total, points = [], cappedAt = 100 } = readings?.[work] ?? {};
        const sum = points.reduce((so, one) => so + one.points, START_SCORE);
        const plain = sum - unanswered.length * POINTS_PER_QUESTION;
        expect(total).toBe(Math.min(cappedAt, Math.max(0, Math.min(100, plain))));
      }),
    );
  });

  test('silence costs openness and never quality', () => {
    const [silent, open] = [card([]), card(of('gdpr-rights', 'dpa-available', 'breach-notice'))];
    expect(silent.openness).toBe(0);
    expect(open.openness).toBeGreaterThan(0);
    expect(silent.quality).toBe(START_SCORE);
    expect(Object.values(silent.topics).map(({ verdict }) => verdict)).toEqual(Array(10).fill('silent'));
  });
});

describe('training', () => {
  const good = FLAG_RULES.filter(({ colour, topic }) => colour === 'green' && topic !== 'training').map(
    (rule) => hit(rule),
  );

  test('with no way out caps the grade whatever else is promised', () => {
    expect(card(good).grade).toBe('A');
    expect(card([...good, ...of('trains-on-content')])).toMatchObject({ grade: 'D', cappedAt: 44 });
  });

  test('with an opt-out is capped less', () => {
    const softened = card([...good, ...of('trains-on-content', 'training-opt-out')]);
    expect(softened).toMatchObject({ grade: 'C', cappedAt: 64 });
  });
});

describe('the two readings', () => {
  test('the card itself is its reading for public work', () => {
    fc.assert(
      fc.property(anyHits, (hits) => {
        const { score: own, grade, quality, points, cappedAt, readings } = card(hits);
        expect(readings?.public).toMatchObject({ score: own, grade, quality, points });
        expect(readings?.public.cappedAt).toBe(cappedAt);
      }),
    );
  });

  test('no card is kinder to client work than to public work', () => {
    fc.assert(fc.property(anyHits, (hits) => score(hits, 'client') <= score(hits, 'public')));
  });

  test('what cannot be taken back weighs more for client work', () => {
    const pointsOf = (flag: string, work: WorkKind) => card(of(flag)).readings?.[work].points[0]?.points;
    expect([pointsOf('staff-review', 'public'), pointsOf('staff-review', 'client')]).toEqual([-4, -6]);
    expect([pointsOf('forced-arbitration', 'public'), pointsOf('forced-arbitration', 'client')]).toEqual([
      -4, -4,
    ]);
  });

  test('client work never gets a kind word where uploads train AI', () => {
    fc.assert(
      fc.property(anyHits, (hits) => {
        const verdict = card([...hits, ...of('trains-on-content')]).readings?.client.verdict;
        expect(verdict).toMatch(/^Not for client work/);
      }),
    );
  });

  test.each([
    [['trains-on-content', 'training-opt-out'], 'Not for client work until you switch AI training off.'],
    [
      ['trains-on-content', 'training-opt-out', 'training-hard-opt-out'],
      'Not for client work: trains AI on uploads (the way out is hard).',
    ],
    [
      ['trains-on-content', 'licence-broad'],
      'Not for client work: trains AI on uploads with no way out and takes a broad licence over your work.',
    ],
    [
      ['dpa-available', 'encryption-at-rest', 'user-owns-output', 'licence-limited'],
      'Ask before you upload client work: it does not say whether uploads train AI.',
    ],
    [
      ['no-training', 'private-by-default', 'retention-fixed', 'licence-limited', 'user-owns-output'],
      'Fit for client work, by what it says.',
    ],
  ])('%j: %s', (flags, verdict) => {
    expect(card(of(...flags)).readings?.client.verdict).toBe(verdict);
  });
});

describe('contradictions', () => {
  test('count as their worse side and are listed with both quotes', () => {
    const { contradictions, topics, points } = card(of('no-training', 'trains-on-content'));
    expect(contradictions).toMatchObject([
      { topic: 'training', green: { flag: 'no-training' }, red: { flag: 'trains-on-content' } },
    ]);
    expect(topics.training.verdict).toBe('bad');
    expect(points).toContainEqual({ flag: 'no-training', points: 0, cancelledBy: 'trains-on-content' });
  });

  test('are found between two documents of one service', () => {
    const privacy = policyFromMarkdown('We never use your content to train AI.');
    const terms = policyFromMarkdown('You agree that we may use your content to train our models.');
    const { contradictions, documents } = scoreDocuments([
      { kind: 'privacy', text: privacy },
      { kind: 'terms', text: terms },
    ]);
    expect(documents).toEqual(['privacy', 'terms']);
    expect(contradictions.map(({ red, green }) => [green.document, red.document])).toEqual([
      ['privacy', 'terms'],
    ]);
  });

  test('both kinds of flags without a contradiction make a topic mixed', () => {
    expect(card(of('gdpr-rights')).topics.rights.verdict).toBe('good');
    expect(card(of('encryption-at-rest', 'no-security-guarantee')).topics.security.verdict).toBe('mixed');
    expect(card(of('no-security-guarantee')).topics.security.verdict).toBe('bad');
  });
});

describe('the card', () => {
  test('has no grade where no document could be read', () => {
    expect(scoreDocuments([])).toMatchObject({
      grade: null,
      score: null,
      quality: null,
      openness: null,
      documents: [],
    });
  });

  test('is the same for the same text, and for its sentences in another order', () => {
    const sentences = [
      'We sell your data.',
      'Uploads are deleted after 30 days.',
      'You own the outputs you generate.',
    ];
    const [one, again] = [sentences, sentences].map((list) =>
      scoreDocuments([{ kind: 'terms', text: policyFromMarkdown(list.join('\n\n')) }]),
    );
    const turned = scoreDocuments([
      { kind: 'terms', text: policyFromMarkdown([...sentences].reverse().join('\n\n')) },
    ]);
    expect(again).toEqual(one);
    expect([turned.score, turned.points, turned.unanswered]).toEqual([
      one?.score,
      one?.points,
      one?.unanswered,
    ]);
    expect(one?.points?.map(({ flag }) => flag)).toEqual([
      'sells-data',
      'retention-fixed',
      'user-owns-output',
    ]);
  });

  test('is the same in whatever order a document has its sections', () => {
    const sections = SENTENCES.map(([text], nth) => `## Section ${nth}\n\n${text}`);
    const scored = (list: string[]) =>
      scoreDocuments([{ kind: 'terms', text: policyFromMarkdown(list.join('\n\n')) }]);
    const some = fc.shuffledSubarray(sections, { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(some, (list) => {
        const [one, other] = [scored(list), scored([...list].reverse())];
        expect([other.readings, other.unanswered]).toEqual([one.readings, one.unanswered]);
      }),
    );
  });

  test('asks what the documents leave open, and no more once it is answered', () => {
    const asks = (flags: FlagHit[]) =>
      card(flags)
        .unanswered.map(({ text }) => text)
        .join(' ');
    expect(asks([])).toMatch('data processing agreement');
    expect(asks(of('dpa-available'))).not.toMatch('data processing agreement');
  });

  test('carries the version of the engine with its rules', () => {
    expect(card([]).engine).toBe(ENGINE);
    expect(scoreHits([], ['terms'], [ruleWith({})]).engine).not.toBe(ENGINE);
  });
});
