import type { DocumentKind, Topic, Verdict } from '../../policy/types.ts';

/** What a topic is called, and the question it answers for a person with unreleased work. */
export const TOPIC_WORDS: Record<Topic, { name: string; question: string }> = {
  training: { name: 'AI training', question: 'Is your work used to train AI?' },
  retention: {
    name: 'Keeping and deleting',
    question: 'How long do they keep it, and does delete mean delete?',
  },
  sharing: { name: 'Sharing and selling', question: 'Who else gets it?' },
  access: { name: 'Staff access', question: 'Who inside the company may look at it?' },
  security: { name: 'Security', question: 'Is it protected?' },
  licence: {
    name: 'Licence and ownership',
    question: 'What rights do you hand over, and who owns the result?',
  },
  visibility: { name: 'Visibility', question: 'Who can see your work?' },
  rights: { name: 'Your rights', question: 'What can you demand from them?' },
  changes: { name: 'Changes to the terms', question: 'Will they tell you before the terms change?' },
  disputes: { name: 'Disputes', question: 'Can you go to court?' },
};

/** A verdict in one or two words. "Not stated" is an answer of its own, neither good nor bad. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  good: 'Good',
  mixed: 'Mixed',
  bad: 'Bad',
  silent: 'Not stated',
};

/** A document's name inside a sentence. */
export const DOCUMENT_WORDS: Record<DocumentKind, string> = {
  privacy: 'privacy policy',
  terms: 'terms of use',
};
