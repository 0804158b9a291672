import { describe, expect, test } from 'vitest';
import { sectionFinder } from '../../../lib/policy/flags/sections.ts';
import { policyFromMarkdown } from '../../../lib/policy/text/index.ts';
import { flagsIn, found } from './help.ts';

const TERMS = `# Terms

## 1. Accounts

You need one.

## 2. Your Models

2.1 They stay yours.

2.2 You lend them to us. This lasts.

## 3. Fees

(a) You pay.

(b) We send a bill. It comes by post.

## 4. Choice of Law

It is ours.

## Contact

Write to us.

## 5. The End

`;

/** The clauses of the sections that the sentence, put at the end of the terms, names. */
function named(sentence: string, terms = TERMS): string[] {
  const text = policyFromMarkdown(terms + sentence);
  return sectionFinder(text)(text.clauses.length - 1).map((at) => text.clauses[at]?.text ?? '');
}

describe('the sections that a sentence names', () => {
  test.each([
    ['Section 1 survives.', ['1. Accounts', 'You need one.']],
    ['Sections 2.2 and 9 survive.', ['2.2 You lend them to us.', 'This lasts.']],
    ['Section 3(b) (Bills) survives.', ['(b) We send a bill.', 'It comes by post.']],
    ['§ 1 survives.', ['1. Accounts', 'You need one.']],
    ['The following survive: Accounts (Section 1), the rest ends.', ['1. Accounts', 'You need one.']],
    ['What is called Choice of Law survives.', ['It is ours.']],
    ['This survives for 1 year.', []],
    ['Sections 7 and 8 survive for 3 years or 2 months.', []],
    ['All sections survive, except Section 1.', []],
    ['Everything survives.', []],
  ])('%s', (sentence, clauses) => {
    expect(named(sentence)).toEqual(clauses);
  });

  test('a range names what is between', () => {
    expect(named('Sections 2 – 4 survive.')).toContain('(b) We send a bill.');
    expect(named('Sections 2 through 4 survive.')).not.toContain('You need one.');
    expect(named('Sections 2 and 4 survive.')).not.toContain('(b) We send a bill.');
  });

  test('what stands under a heading without a number belongs to no section', () => {
    expect(named('Section 4 survives.')).toEqual(['4. Choice of Law', 'It is ours.']);
  });

  test('"this Section" is the one it stands in', () => {
    expect(named('You pay. This Section survives.')).toEqual(['5. The End', 'You pay.']);
  });

  test('numbered paragraphs do for headings', () => {
    const terms = '**1\\. Work.** You lend it.\n\n**2\\. Fees.** You pay.\n\n**3\\. End.** ';
    expect(named('Section 1 survives.', terms)).toEqual(['1. Work.', 'You lend it.']);
  });
});

describe('a rule that asks what the named sections say', () => {
  const RULE = { phrases: ['zebra'], sectionPhrases: ['survive*'], sectionSays: ['lend'], unless: ['stay'] };

  test('is found at the sentence that names them', () => {
    expect(found(RULE, `${TERMS}Section 2 survives.`)).toBe(true);
    expect(found(RULE, `${TERMS}Section 2 ends.`)).toBe(false);
    expect(found(RULE, `${TERMS}Section 1 survives.`)).toBe(false);
  });

  test('licences outlive deletion where their section does', () => {
    const terms = (about: string) =>
      `## 4. Uploads\n\nYou grant us a licence to copy your ${about}.\n\n## 5. Fees\n\nYou pay.\n\n## 6. End\n\n`;
    const ends = 'After termination, Sections 4 and 6 survive.';
    expect(flagsIn(terms('content') + ends)).toContain('licence-outlives-deletion');
    const none = 'This agreement does not grant: (a) us any rights in your content.';
    expect(flagsIn(`## 4. Uploads\n\n${none}\n\n## 6. End\n\n${ends}`)).not.toContain(
      'licence-outlives-deletion',
    );
    expect(flagsIn(terms('feedback') + ends)).not.toContain('licence-outlives-deletion');
    expect(flagsIn(`${terms('content')}After termination, Sections 5 and 6 survive.`)).not.toContain(
      'licence-outlives-deletion',
    );
  });
});
