import { describe, expect, test } from 'vitest';
import { verdictText } from '../../../lib/policy/score/verdict.ts';
import { VERDICT_IDS, type VerdictSaid, WAYS_OUT } from '../../../lib/policy/types.ts';
import { ageOf, dateOf, dateOfDay } from '../../../lib/ui/words/dates.ts';
import { flagWords, loadFlagWords } from '../../../lib/ui/words/flags.ts';
import { describeEntry, describeFile, describeUpload } from '../../../lib/ui/words/ledger.ts';
import { planOf } from '../../../lib/ui/words/plan.ts';
import { saidInWords } from '../../../lib/ui/words/said.ts';
import { verdictLine, worstFlag } from '../../../lib/ui/words/verdict.ts';
import { FLAG_RULES } from '../../../rules/flags/index.ts';
import { card, DAY, documents, hit, LEDGER, NOW, review, siteView } from './views.ts';

describe('the words of a flag', () => {
  test('are those of its rule, its title alone until they are loaded; without a rule there is still a title', async () => {
    expect(flagWords('sells-data')).toEqual({ title: 'Sells your data' });
    await loadFlagWords();
    expect(FLAG_RULES.length).toBeGreaterThan(40);
    for (const { flag, title, why, advice } of FLAG_RULES)
      expect(flagWords(flag)).toEqual({ title, why, advice });
    expect(flagWords('a-rule-long-gone')).toEqual({ title: 'A rule long gone' });
  });
});

describe('dates', () => {
  test('are written out', () => {
    expect(dateOf(new Date(2027, 1, 22, 9).getTime())).toBe('22 February 2027');
    expect(dateOfDay('2026-05-14')).toBe('14 May 2026');
    expect(dateOfDay('last spring')).toBe('last spring');
  });

  test.each([
    [NOW - 60_000, 'today at 11:59'],
    [NOW - 13 * 3_600_000, 'yesterday'],
    [NOW - 12 * DAY, '12 days ago'],
    [NOW - 60 * DAY, 'on 23 September 2026'],
    [NOW + DAY, 'on 23 November 2026'],
  ])('%d is said as "%s"', (at, words) => {
    expect(ageOf(at, NOW)).toBe(words);
  });
});

describe('the verdict of a reading', () => {
  const every = VERDICT_IDS.flatMap((id) =>
    [[], ['sells-data'], ['trains-on-content', 'licence-broad']].flatMap((flags) =>
      WAYS_OUT.map((wayOut): VerdictSaid => ({ id, flags, wayOut })),
    ),
  );

  test('is in English what the engine says', () => {
    for (const said of every) {
      if (said.flags.length === 0 && !verdictText(said).includes('protects')) continue;
      expect(saidInWords(said)).toBe(verdictText(said));
    }
  });

  test('knows every concern that the engine knows', () => {
    for (const { flag } of FLAG_RULES) {
      const named = verdictText({ id: 'client-no', flags: [flag] });
      const isConcern = !named.includes('protects');
      expect([flag, saidInWords({ id: 'client-no', flags: [flag] })]).toEqual([
        flag,
        isConcern ? named : undefined,
      ]);
    }
  });
});

describe('the verdict line', () => {
  const fair = (flags: Parameters<typeof card>[0]) => card(flags, { grade: 'A', score: 95 });

  test('is never kinder than a red flag that decides', () => {
    const reds = [hit('trains-on-content', 'red', 'we train', { weight: 5 })];
    expect(verdictLine(fair({ training: { verdict: 'bad', flags: reds } }))).toBe('Not for unreleased work');
  });

  test('says so when the only decisive thing can be switched off', () => {
    const flags = [
      hit('trains-on-content', 'red', 'we train', { weight: 5 }),
      hit('training-opt-out', 'green', 'you can say no'),
    ];
    const training = { verdict: 'mixed', flags } as const;
    expect(verdictLine(fair({ training: { ...training, flags } }))).toBe(
      'Switch AI training off before you upload',
    );
    expect(verdictLine(card({ training: { ...training, flags } }))).toBe('Not for unreleased work');
    const sells = { verdict: 'bad', flags: [hit('sells-data', 'red', 'we sell', { weight: 5 })] } as const;
    expect(
      verdictLine(fair({ training: { ...training, flags }, sharing: { ...sells, flags: [...sells.flags] } })),
    ).toBe('Not for unreleased work');
  });

  test('does not call silence fair', () => {
    expect(verdictLine(fair({}))).toBe('Most is left unsaid: ask before you upload');
  });

  test('gives no grade to what was not read', () => {
    expect(verdictLine(card({}, { grade: null, score: null }))).toMatch(/^No grade/);
  });

  test('the worst flag is the heaviest red one, never a green one', () => {
    const heavy = hit('sells-data', 'red', 'we sell', { weight: 4 });
    const flags = [
      hit('no-sale', 'green', 'never', { weight: 5 }),
      hit('a', 'red', 'b', { weight: 4 }),
      heavy,
    ];
    expect(worstFlag(card({ sharing: { verdict: 'mixed', flags } }))?.flag).toBe('a');
    expect(worstFlag(card({ access: { verdict: 'bad', flags: [heavy] } }))).toBe(heavy);
    expect(worstFlag(card({}))).toBeUndefined();
  });
});

describe('the ledger in words', () => {
  const said = LEDGER.map(describeEntry);

  test('says what was taken out, what was held and what got through', () => {
    expect(said.map(({ tone }) => tone)).toEqual(['held', 'good', 'good', 'held', 'bad']);
    expect(said.map(({ text }) => text)).toEqual([
      'Not encrypted. Nothing was sent.',
      'Removed: location, details of the camera and preview image.',
      'Nothing private found. Passed on as it was.',
      'Held. Meshwarden cannot clean this kind of file. The page did not get it.',
      'Given to the page as it was, because you said so.',
    ]);
  });
});

test('an upload says what is odd about its address, and what went to a double is not called good', () => {
  const [held] = LEDGER;
  if (held?.type !== 'upload') throw new Error('the first entry is an upload');
  const sent = { ...held, encrypted: true, outcome: 'sent', party: 'third' } as const;
  expect(describeUpload({ ...sent, odd: [{ id: 'port', about: '8443' }] })).toEqual({
    tone: 'good',
    text: 'Sent encrypted to a server of another company. It uses an unusual port (8443).',
  });
  const double = [{ id: 'looks_like', about: 'tripo3d.ai' }] as const;
  expect(describeUpload({ ...sent, odd: [...double] })).toMatchObject({
    tone: 'bad',
    text: expect.stringContaining('looks like tripo3d.ai and is not'),
  });
  expect(describeUpload({ ...held, odd: [...double] }).tone).toBe('held');
  expect(describeUpload({ ...sent, encrypted: false, local: true })).toEqual({
    tone: 'good',
    text: 'Went to a program on this computer.',
  });
});

test('a damaged file whose cleaned part was used is not said to have gone as it was', () => {
  const broken = LEDGER.at(-1);
  if (broken?.type !== 'file') throw new Error('the last entry is a file');
  expect(describeFile({ ...broken, removedBytes: 900 })).toMatchObject({ tone: 'held' });
  expect(describeFile({ ...broken, removedBytes: 900 }).text).toContain('cleaned');
});

describe('the plan', () => {
  const firstReading = review({
    scorecard: undefined,
    documents: documents({ readAt: undefined }, { readAt: undefined }),
  });

  test.each([
    [siteView(), 'Next review: 22 February 2027'],
    [siteView({ review: review({ dueAt: NOW - DAY }) }), 'Next review: due now'],
    [
      siteView({ review: review({ documents: documents({ failure: 'offline' }, {}) }) }),
      'Next try: 22 February 2027',
    ],
    [siteView({ review: undefined }), 'Not read yet'],
    [siteView({ review: firstReading }), 'First reading under way'],
  ])('case %#', (view, words) => {
    expect(planOf(view)).toBe(words);
  });
});

describe('a downloaded model', () => {
  const folder = 'Client_Projects/Dragon/01_AI_Source';
  const download = { type: 'download', at: 1, site: 'tripo', tab: -1, name: 'dragon.glb', folder } as const;

  test('is said to be in its folder where the browser let it be put there, else to belong there', () => {
    expect(describeEntry({ ...download, filed: true }).text).toBe(`Downloaded and put into ${folder}.`);
    expect(describeEntry({ ...download, filed: false }).text).toBe(`Downloaded. Its place is ${folder}.`);
  });
});
