import { describe, expect, test } from 'vitest';
import { findFlags } from '../../../lib/policy/flags/find.ts';
import { policyFromMarkdown } from '../../../lib/policy/text/index.ts';
import type { FlagRule } from '../../../lib/policy/types.ts';
import { flagsIn, found } from './help.ts';

const USES = { phrases: ['(use|used) ...12 training', 'CONTENT ...6 used'] };

test('the one who runs the service may have a right that it does not call reserved', () => {
  const reviews = { phrases: ['review ...3 CONTENT'] };
  expect(found(reviews, 'The platform has the right to review your content.')).toBe(true);
  expect(found(reviews, 'Every visitor has the right to review your content.')).toBe(false);
  expect(found(reviews, 'We maintain the right to review your content.')).toBe(true);
});

test('a phrase that names "nothing" looks for just that', () => {
  expect(found({ phrases: ['nothing ...2 you upload ...2 stored'] }, 'Nothing you upload is stored.')).toBe(
    true,
  );
});

describe('tables', () => {
  const about = { phrases: ['model training'], about: ['purpose*'] };
  test('the names of the columns say what a row is about', () => {
    expect(found(about, '| Purpose | Data |\n|---|---|\n| Model training | Prompts |')).toBe(true);
    expect(found(about, '| Event | Data |\n|---|---|\n| Model training | Prompts |')).toBe(false);
  });
});

describe('negation', () => {
  test.each([
    ['We use your content for training.', true],
    ['We do not use your content for training.', false],
    ["We don't and never will use your content for training.", false],
    ['None of your content is used for training.', false],
    ['We do not sell data but use it for training.', true],
    ['We do not sell your content, and we use it for training.', true],
    ['We will not, except as you agree, use your content for training.', false],
    ['If you do not opt out, we use your content for training.', true],
    ['We use data that does not identify you, for training.', true],
    ['We not only host your content but use it for training.', true],
    ['Whether or not you pay, we use your content for training.', true],
    ['Your content is no longer used for training.', false],
    ['We use your content for no longer than it takes for training.', true],
    ['We agree, whether or not you pay, not to use your content for training.', false],
    [
      'We do not use your content (i) in datasets; (ii) as it is used in training; or (iii) otherwise.',
      false,
    ],
    ['We (a) do not sell your content; (b) use it for training.', true],
    ['Your content will not be shown and may be used for training.', true],
    ['We do not host your content, which we use for training.', true],
    ['Your content will not be sold and will not be used for training.', false],
    ['Without selling it, we use your content for training.', true],
    ['Content that cannot be sold may be used for training.', true],
    ['Content that cannot be sold or may not be shown used for training.', false],
    ['We promise that content will not, as others may, be used for training.', false],
  ])('%s', (text, expected) => {
    expect(found(USES, text)).toBe(expected);
  });

  test('of a heading reaches the items of the list under it, and no paragraph', () => {
    for (const heading of ['What we never do', 'What we don’t do with your work', 'We do not'])
      expect(found(USES, `## ${heading}\n\n- Use your content for training`)).toBe(false);
    expect(found(USES, '## What we do\n\n- Use your content for training')).toBe(true);
    expect(found(USES, '## What we never do\n\nWe use your content for training.')).toBe(true);
    expect(flagsIn('## What we will never do\n\n- Sell your data to third parties')).toEqual(['no-sale']);
  });

  test('reaches over "including but not limited to", which parts nothing', () => {
    expect(found(USES, 'We do not process it at all, including but not limited to use in training.')).toBe(
      false,
    );
    expect(found(USES, 'We use it for purposes including but not limited to training.')).toBe(true);
  });

  test('reaches from the lead-in into the list', () => {
    expect(found(USES, 'We do not:\n\n- use your content for training\n- sell it')).toBe(false);
    expect(found(USES, 'We may:\n\n- use your content for training\n- host it')).toBe(true);
  });

  test('reaches over a colon into a list within the sentence', () => {
    expect(found(USES, 'We do not: sell your data, use your content for training, or rent it.')).toBe(false);
    expect(found(USES, 'We never do any of the following: rent it out; use it for training.')).toBe(false);
    expect(found(USES, 'It is not sold: we use it for training.')).toBe(true);
    expect(found(USES, 'We do not: sell it. We use it for training.')).toBe(true);
  });

  test('a phrase that names a negation finds it', () => {
    const never: Partial<FlagRule> = { phrases: ['(never|not) ...3 use ...6 training'], exceptions: 'void' };
    expect(found(never, 'We never use your content for training.')).toBe(true);
    expect(found(never, 'We never sell your content, we use it for training.')).toBe(false);
  });
});

describe('who acts', () => {
  test.each([
    ['You may only use the content for training.', false],
    ['You are responsible where you use the content for training.', false],
    ['You agree that we may use your content for training.', true],
    ['Users must use their own content for training.', false],
    ['Third-party providers may use content for training.', false],
    ['Content that you may upload is used for training.', true],
    ['You should know that content is used for training.', true],
    ['What is shared with other users may be used for training.', true],
    ['What is sent by you may be used for training.', true],
  ])('%s', (text, expected) => {
    expect(found(USES, text)).toBe(expected);
    expect(found({ ...USES, actor: 'anyone' }, text)).toBe(true);
  });

  test('the lead-in says it for the whole list', () => {
    expect(found(USES, 'You may not:\n\n- use the content for training')).toBe(false);
  });

  test('the name of the company is one of its own', () => {
    const own = { phrases: ['PROVIDER use* CONTENT'] };
    const named = 'Acme, Inc. (“Acme”, “we” or “us”) runs this site.\n\nAcme uses content.';
    expect(found(own, named)).toBe(true);
    expect(found(own, named.replace('Acme uses', 'Stripe uses'))).toBe(false);
  });

  test('of several companies with their legal forms the first is the one whose document it is', () => {
    const own = { phrases: ['OWN-NAME keeps CONTENT'] };
    const text = 'This site is run by Acme GmbH.\n\nMail is sent by Brevo GmbH.';
    expect(found(own, `${text}\n\nAcme keeps content.`)).toBe(true);
    expect(found(own, `${text}\n\nBrevo keeps content.`)).toBe(false);
  });
});

describe('rights, exceptions, consent and plans', () => {
  test('a right to object is no practice, unless the rule says so or the provider keeps the right', () => {
    const sells = { phrases: ['sell ...3 data'] };
    expect(found(sells, 'You have the right to ask whether we sell your data.')).toBe(false);
    expect(found({ ...sells, rights: 'count' }, 'You have the right to ask whether we sell your data.')).toBe(
      true,
    );
    expect(found(sells, 'We reserve the right to sell your data.')).toBe(true);
    expect(found(sells, 'You have the right to know (we sell your data).')).toBe(false);
    expect(found({ phrases: ['we sell ...3 data'] }, 'You have a right to object (we sell your data).')).toBe(
      true,
    );
  });

  test('an exception takes a promise back, but not the one the law demands', () => {
    const promise: Partial<FlagRule> = {
      phrases: ['not ...2 sell ...3 data'],
      exceptions: 'void',
      colour: 'green',
    };
    expect(found(promise, 'We do not sell your data.')).toBe(true);
    expect(found(promise, 'We do not sell your data except to partners.')).toBe(false);
    expect(found(promise, 'We do not sell your data, unless required by law.')).toBe(true);
    expect(
      found(promise, 'We do not sell your data except as required by law, other than to partners.'),
    ).toBe(false);
  });

  test('consent makes it another claim', () => {
    const consent: Partial<FlagRule> = { ...USES, consent: 'void' };
    expect(found(consent, 'We use your content for training.')).toBe(true);
    expect(found(consent, 'With your explicit consent we use your content for training.')).toBe(false);
    expect(found(consent, 'We use your content for training if you opt in.')).toBe(false);
    expect(found(consent, 'By using the site you consent: we use your content for training.')).toBe(true);
  });

  test('a promise for one plan is the flag the rule names instead', () => {
    const promise: Partial<FlagRule> = { ...USES, colour: 'green', onSomePlans: 'not-among-the-rules' };
    expect(found(promise, 'We use your content for training.')).toBe(true);
    expect(found(promise, 'For Enterprise customers we use your content for training.')).toBe(false);
    expect(found(promise, 'For all users and Enterprise customers we use your content for training.')).toBe(
      true,
    );
    expect(found(promise, '## Business plans\n\nWe use your content for training.')).toBe(false);
  });

  test('the next sentence takes a promise back, where it stands under the same heading', () => {
    const promise: Partial<FlagRule> = { phrases: ['not sell'], takenBackBy: ['however ...9 (sell|share)'] };
    expect(found(promise, 'We do not sell. We also bake.')).toBe(true);
    expect(found(promise, 'We do not sell. However, we may share.')).toBe(false);
    expect(found(promise, 'We do not sell.\n\n## Other\n\nHowever, we may share.')).toBe(true);
    expect(
      flagsIn('We do not sell your data. However, we may share it with advertising partners.'),
    ).toContain('sells-data');
  });

  test('what must stand around, what must not, and two different names', () => {
    const about = { phrases: ['may change'], about: ['terms'] };
    expect(found(about, 'They may change.')).toBe(false);
    expect(found(about, '## Terms\n\nThey may change.')).toBe(true);
    expect(found(about, 'These are the terms. They may change.')).toBe(true);
    const unless = { phrases: ['may change', '!will change'], unless: ['prices'] };
    expect(found(unless, 'The prices may change.')).toBe(false);
    expect(found(unless, 'The prices will change.')).toBe(true);
    const two = { phrases: ['hosted by VENDOR'], twoOf: 'VENDOR' };
    expect(found(two, 'It is hosted by Vercel and Stripe.')).toBe(true);
    expect(found(two, 'It is hosted by Vercel on Vercel.')).toBe(false);
    expect(found(two, 'It is hosted by Firebase of Google.')).toBe(false);
    // A company and its product are one name.
    expect(found(two, 'It is hosted by Microsoft Azure.')).toBe(false);
    expect(found(two, 'It is hosted by Microsoft Azure, Stripe and others.')).toBe(true);
    expect(found(two, 'It is hosted by Microsoft, Azure.')).toBe(true);
  });

  test('two names of a list may stand some items apart, those of running text side by side', () => {
    const two = { phrases: ['VENDOR ...3 hosting'], twoOf: 'VENDOR' };
    expect(found(two, '- Vercel: hosting\n- Acme: mail\n- Other: maps\n- Stripe: payments')).toBe(true);
    expect(found(two, 'Vercel does the hosting. We test it often. It is fast. Stripe takes cards.')).toBe(
      false,
    );
    expect(found(two, 'Vercel does the hosting. Stripe takes the cards.')).toBe(true);
    const long =
      'Vercel does the hosting, which matters to us because people all over the world open the same page at once, by day and by night';
    expect(found(two, `${long}, and often.\n\nStripe takes cards.`)).toBe(false);
  });

  test('the "US" of a place after the bracket does not make a vendor the company itself', () => {
    const two = { phrases: ['VENDOR ...3 hosting'], twoOf: 'VENDOR' };
    expect(found(two, '- Supabase (AWS) hosting, US-east\n- Stripe (payments), US-west')).toBe(true);
  });

  test('what a list asks of the user promises them nothing, but may license their work', () => {
    const green: Partial<FlagRule> = { phrases: ['delete ...3 request'], colour: 'green', actor: 'anyone' };
    expect(found(green, 'You agree to:\n\n- delete it on request')).toBe(false);
    expect(found(green, 'Users are responsible for:\n\n- how to delete on request')).toBe(false);
    expect(found(green, 'We agree to:\n\n- delete it on request')).toBe(true);
    expect(found(green, 'You agree that we:\n\n- delete it on request')).toBe(true);
    expect(found({ ...green, topic: 'licence' }, 'You agree to:\n\n- delete it on request')).toBe(true);
    expect(found({ ...green, colour: 'red' }, 'You agree to:\n\n- delete it on request')).toBe(true);
  });

  test('a heading states nothing', () => {
    expect(found({ phrases: ['class action'] }, '## Class action\n\nSee below.')).toBe(false);
    expect(found({ phrases: ['class action'] }, '## Other\n\nNo class action.')).toBe(false);
    expect(found({ phrases: ['class action'] }, '## Other\n\nA class action.')).toBe(true);
  });

  test('nor does its name in a list of contents', () => {
    const text = (body: string) =>
      `- [1. We share it](#one)\n- [2. Law](#two)\n\n## 1. We share it\n\n${body}\n\n## 2. Law\n\nNone.`;
    expect(found({ phrases: ['we share it'] }, text('Not so.'))).toBe(false);
    expect(found({ phrases: ['we share it'] }, text('Often we share it.'))).toBe(true);
  });
});

describe('names and statements', () => {
  const quotes = (text: string) =>
    findFlags(policyFromMarkdown(text), 'privacy')
      .filter(({ flag }) => flag === 'transfer-on-merger' || flag === 'us-state-rights')
      .map(({ quote }) => quote);

  test('a sentence is quoted rather than the name of its paragraph', () => {
    const sentence = 'We may share your data with the buyer in a merger.';
    expect(quotes(`We share your data as follows:\n\n- Corporate Mergers. ${sentence}`)).toEqual([sentence]);
  });

  test('a sentence is quoted rather than its heading, wherever it stands', () => {
    const sentence = 'The CCPA gives you the right to know.';
    expect(quotes(`# Privacy\n\n## Your CCPA Rights\n\nAsk us.\n\n${sentence}`)).toEqual([sentence]);
  });

  test('a heading alone still speaks for its flag', () => {
    expect(quotes('# Privacy\n\n## Your CCPA Rights\n\nAsk us.')).toEqual(['Your CCPA Rights']);
  });
});
