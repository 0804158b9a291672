import { describe, expect, test } from 'vitest';
import {
  checkPhrase,
  comparePolicies,
  ENGINE,
  engineVersion,
  findPhrase,
  MOST_OWN_PHRASES,
  policyFromMarkdown,
  type RuleChoices,
  scorePolicy,
  withChoices,
} from '../../../lib/policy/index.ts';
import { FLAG_RULES } from '../../../rules/flags/index.ts';

const TEXT = policyFromMarkdown(
  ['We use your content to train our models.', 'You own what you generate.', 'Sketches feed our oven.'].join(
    '\n\n',
  ),
);

function cardWith(choices: RuleChoices) {
  return scorePolicy([{ kind: 'terms', text: TEXT }], withChoices(choices));
}

function flagsOf(card: ReturnType<typeof cardWith>): string[] {
  return Object.values(card.topics).flatMap(({ flags }) => flags.map(({ flag }) => flag));
}

describe('what a person chooses about the rules', () => {
  test('nothing chosen is the package as it is', () => {
    expect(withChoices({})).toBe(FLAG_RULES);
    expect(withChoices({ off: ['no-such-flag'], weights: { 'no-sale': 3 } })).toBe(FLAG_RULES);
    expect(engineVersion(withChoices({}))).toBe(ENGINE);
  });

  test('a flag switched off is neither shown nor scored, and no cap is left of it', () => {
    const [as, off] = [cardWith({}), cardWith({ off: ['trains-on-content'] })];
    expect(flagsOf(as)).toContain('trains-on-content');
    expect(flagsOf(off)).not.toContain('trains-on-content');
    expect(off.points?.map(({ flag }) => flag)).not.toContain('trains-on-content');
    expect(as.readings?.client.said).toMatchObject({
      id: 'client-no',
      flags: ['trains-on-content'],
      wayOut: 'none',
    });
    expect(off.readings?.client.said?.id).not.toBe('client-no');
    expect([as.cappedAt, off.cappedAt]).toEqual([44, undefined]);
  });

  test('a flag switched off still answers its question: the documents do say it', () => {
    const asks = (choices: RuleChoices) => cardWith(choices).unanswered.map(({ id }) => id);
    expect(asks({ off: ['trains-on-content'] })).toEqual(asks({}));
    expect(asks({})).not.toContain('training');
  });

  test('a flag switched off takes no promise back and is no news', () => {
    const both = policyFromMarkdown(
      'We use your content to train our models. We sell your data.\n\nWe never sell your data.',
    );
    const card = (choices: RuleChoices) => scorePolicy([{ kind: 'terms', text: both }], withChoices(choices));
    expect(card({}).contradictions.map(({ red }) => red.flag)).toContain('sells-data');
    expect(card({ off: ['sells-data'] }).contradictions).toEqual([]);
    const change = (rules: ReturnType<typeof withChoices>) =>
      comparePolicies(TEXT, both, 'terms', { rules }).flagsGained.map(({ flag }) => flag);
    expect(change(FLAG_RULES)).toContain('sells-data');
    expect(change(withChoices({ off: ['sells-data'] }))).not.toContain('sells-data');
  });

  test('another weight changes the points, and a light one lifts the cap', () => {
    const card = cardWith({ weights: { 'trains-on-content': 1 } });
    expect(card.points).toContainEqual({ flag: 'trains-on-content', points: -2 });
    expect(card.cappedAt).toBeUndefined();
  });

  test.each([0, 6, -1, Number.NaN, Number.POSITIVE_INFINITY])('the weight %s is passed over', (weight) => {
    expect(withChoices({ weights: { 'no-sale': weight } })).toBe(FLAG_RULES);
  });

  test('a phrase of their own is found as the phrases of its flag are', () => {
    const phrases = [{ flag: 'trains-on-content', phrase: 'sketches ...2 feed our oven' }];
    const card = cardWith({ phrases });
    expect(card.topics.training.flags.map(({ quote }) => quote)).toContain('Sketches feed our oven.');
    expect(cardWith({}).topics.training.flags.map(({ quote }) => quote)).not.toContain(
      'Sketches feed our oven.',
    );
  });

  test('a phrase with a mistake, for no flag, or beyond all measure harms nothing', () => {
    const phrases = ['we (keep', '', 'the', '...5'].map((phrase) => ({ flag: 'no-sale', phrase }));
    expect(withChoices({ phrases })).toBe(FLAG_RULES);
    expect(withChoices({ phrases: [{ flag: 'none', phrase: 'keep it' }] })).toBe(FLAG_RULES);
    const many = Array.from({ length: 500 }, (_, nth) => ({ flag: 'no-sale', phrase: `word${nth}` }));
    const added = withChoices({ phrases: many }).find(({ flag }) => flag === 'no-sale')?.phrases.length ?? 0;
    const own = FLAG_RULES.find(({ flag }) => flag === 'no-sale')?.phrases.length ?? 0;
    expect(added - own).toBe(MOST_OWN_PHRASES);
  });

  test('other choices are another version of the engine; the same choices are the same list', () => {
    const choices = { off: ['no-sale'], weights: { 'no-training': 2 } };
    expect(cardWith(choices).engine).toBe(engineVersion(withChoices(choices)));
    expect(cardWith(choices).engine).not.toBe(ENGINE);
    expect(cardWith({ off: ['no-sale'] }).engine).not.toBe(cardWith(choices).engine);
    expect(withChoices({ ...choices })).toBe(withChoices(choices));
  });
});

describe('a phrase that a person types', () => {
  test.each([
    ['sell ...4 (data|files)', undefined],
    ['CONTENT ...5 remix*', undefined],
    ['', 'empty'],
    ['   ', 'empty'],
    ['We keep it', 'capital'],
    ["we don't keep it", 'mark'],
    ['opt-out of it', 'mark'],
    ['keep … files', 'mark'],
    ['keep ... files', 'dots'],
    ['keep ...99 files', 'gap'],
    ['keep (files', 'unclosed'],
    ['keep files)', 'unexpected'],
    ['keep (files|)', 'nothing'],
    ['[keep] [files]', 'optional'],
    ['THINGS we keep', 'class'],
    ['we may use the', 'common'],
    ['#', 'common'],
    ['!keep files', 'firm'],
    ['?keep files', 'mark'],
    ['keep '.repeat(401), 'long'],
    ['keep '.repeat(90), 'many'],
    [`(${'a|'.repeat(40)}b) (${'a|'.repeat(30)}b)`, 'many'],
    ['('.repeat(500), 'nested'],
    ['[a '.repeat(9) + ']'.repeat(9), 'nested'],
  ])('%j: %s', (phrase, id) => {
    const checked = checkPhrase(phrase);
    expect(checked.ok ? undefined : checked.problem.id).toBe(id);
  });

  test('the sentence about a mistake names what is wrong and where', () => {
    expect(checkPhrase('keep (files')).toEqual({
      ok: false,
      problem: { id: 'unclosed', piece: '(', position: 5, text: '"(" is never closed.' },
    });
    expect(checkPhrase('THINGS we keep')).toMatchObject({ problem: { text: 'No class is named THINGS.' } });
  });

  test('shows at once what it hits, verbatim', () => {
    const hits = findPhrase('sketches ...3 oven', TEXT);
    expect(hits.map(({ quote, start, end }) => [quote, TEXT.plain.slice(start, end)])).toEqual([
      ['Sketches feed our oven.', 'Sketches feed our oven.'],
    ]);
    expect(findPhrase('nowhere said', TEXT)).toEqual([]);
    expect(findPhrase('sketches (', TEXT)).toEqual([]);
  });

  test('is read as its flag is read, where one is named', () => {
    const text = policyFromMarkdown('You must not sell models.\n\nWe sell models with your consent.');
    expect(findPhrase('sell models', text)).toHaveLength(1);
    const quotes = findPhrase(
      'train* ...3 on models',
      policyFromMarkdown('We train AI on models with your consent.'),
      'no-training',
    );
    expect(quotes).toEqual([]);
  });

  test.each([
    '(a|b|c|d) '.repeat(12),
    `${'[a] [b] '.repeat(9)}zebra`,
    `${'...60 '.repeat(20)}zebra`,
    'a* '.repeat(40),
  ])('whatever it is, %j is found or refused soon in a line of 300 kB', (phrase) => {
    const line = policyFromMarkdown('a b c d '.repeat(40_000));
    const words = line.plain.length / 2;
    expect(words).toBeGreaterThan(100_000);
    expect(findPhrase(phrase, line).every(({ quote }) => line.plain.includes(quote))).toBe(true);
  });
});
