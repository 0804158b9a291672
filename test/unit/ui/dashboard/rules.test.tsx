import { describe, expect, test } from 'vitest';
import { unmanaged } from '../../../../lib/managed/shape.ts';
import { checkPhrase } from '../../../../lib/policy/index.ts';
import type { FlagRule } from '../../../../lib/policy/types.ts';
import { USUAL_RULES } from '../../../../lib/store/usual.ts';
import {
  fitting,
  isOffFor,
  problemWords,
  reweighed,
  switched,
  weightFor,
  withoutPhrase,
  withPhrase,
} from '../../../../lib/ui/dashboard/rules/words.ts';
import { FLAG_RULES } from '../../../../rules/flags/index.ts';

const managed = unmanaged();

function ruleOf(flag: string): FlagRule {
  const rule = FLAG_RULES.find((each) => each.flag === flag);
  if (!rule) throw new Error(`no rule ${flag}`);
  return rule;
}

describe('a rule', () => {
  const training = ruleOf('trains-on-content');

  test('can be switched off and on', () => {
    const off = switched(USUAL_RULES, 'no-sale', false);
    expect(off.off).toEqual(['no-sale']);
    expect(switched(off, 'no-sale', false).off).toEqual(['no-sale']);
    expect(switched(off, 'no-sale', true)).toEqual(USUAL_RULES);
  });

  test('can be weighed anew; its usual weight is no choice', () => {
    const lighter = reweighed(USUAL_RULES, training, 2);
    expect(lighter.weights).toEqual({ 'trains-on-content': 2 });
    expect(weightFor(training, { own: lighter, managed })).toBe(2);
    expect(reweighed(lighter, training, training.weight)).toEqual(USUAL_RULES);
  });

  test('goes by the organisation’s word where it gave one', () => {
    const rules = { off: ['no-sale'], weights: { 'trains-on-content': 4 }, phrases: {} };
    const both = { own: reweighed(USUAL_RULES, training, 2), managed: { ...managed, rules } };
    expect(weightFor(training, both)).toBe(4);
    expect(isOffFor('no-sale', both)).toBe(true);
    expect(isOffFor('no-training', both)).toBe(false);
  });
});

test('a wording of one’s own is kept once and goes again', () => {
  const mine = { flag: 'no-sale', phrase: 'we never rent' };
  const once = withPhrase(withPhrase(USUAL_RULES, mine), mine);
  expect(once.phrases).toEqual([mine]);
  expect(withoutPhrase(once, { ...mine, flag: 'no-training' }).phrases).toEqual([mine]);
  expect(withoutPhrase(once, mine)).toEqual(USUAL_RULES);
});

test('the search finds rules by all the words typed, in the title, the reason or an example', () => {
  expect(fitting(FLAG_RULES, '')).toHaveLength(FLAG_RULES.length);
  expect(fitting(FLAG_RULES, 'TRAIN generative').map(({ flag }) => flag)).toContain('trains-on-content');
  expect(fitting(FLAG_RULES, 'xylophone')).toEqual([]);
});

describe('a wording with a mistake', () => {
  test.each([
    '',
    '(a|)',
    'word '.repeat(600),
    'Content',
    'opt-out',
    '... x',
    '...99 x',
    'a ) b',
    '(a',
    '[maybe]',
    'NO-SUCH-CLASS',
    'the',
    '! x',
  ])('%j is told in words', (phrase) => {
    const checked = checkPhrase(phrase);
    if (checked.ok) throw new Error('no mistake was found');
    const words = problemWords(checked.problem);
    expect(words).not.toMatch(/^phrase_|\$1/);
    expect(words.length).toBeGreaterThan(8);
  });
});
