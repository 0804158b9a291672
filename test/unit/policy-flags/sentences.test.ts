import { expect, test } from 'vitest';
import { FLAG_RULES } from '../../../rules/flags/index.ts';
import { flagsIn } from './help.ts';
import { SENTENCES } from './sentences.ts';

test.each(SENTENCES)('%s', (text, flags) => {
  expect([...new Set(flagsIn(text))].sort()).toEqual([...flags].sort());
});

test('every flag is said at least once', () => {
  const said = new Set(SENTENCES.flatMap(([, flags]) => flags));
  expect(FLAG_RULES.map(({ flag }) => flag).filter((flag) => !said.has(flag))).toEqual([]);
});

test('lists are read with their lead-ins', () => {
  expect(flagsIn('We use your content to:\n\n- train our models\n- host it')).toContain('trains-on-content');
  expect(flagsIn('We do not:\n\n- sell your personal data\n- use your content to train AI')).toEqual([
    'no-sale',
    'no-training',
  ]);
  expect(flagsIn('You may not use the service to:\n\n- train AI on content\n- sell data')).toEqual([]);
  expect(flagsIn('You may:\n\n- delete your models\n- download your data')).toEqual([
    'deletion-by-user',
    'access-and-portability',
  ]);
});

test('one text can hold a promise and what takes it back', () => {
  const policy = `We will never use your uploads for training without your explicit consent.

Purpose: improve features, enhance AI models and fix bugs.

Anonymised usage data may be kept for AI improvement.`;
  expect(flagsIn(policy)).toEqual(
    expect.arrayContaining(['training-opt-in', 'trains-on-content', 'deidentified-reuse']),
  );
});
