import type { FlagHit, Question } from '../types.ts';

type OpenQuestion = Required<Question> & { answeredBy: string[] };

/**
 * What a creator needs to know before uploading, and the flags either of which answers it. No red flag answers more
 * than two, so that stating something bad never costs less than keeping silent about it.
 */
const QUESTIONS: OpenQuestion[] = [
  {
    id: 'training',
    topic: 'training',
    text: 'Do you use uploads, prompts or generated models to train or improve AI, your own or anyone else’s?',
    answeredBy: ['trains-on-content', 'no-training', 'training-opt-in', 'training-opt-out'],
  },
  {
    id: 'training-opt-out',
    topic: 'training',
    text: 'Can I opt out of training, where, and does that cover what I uploaded before and anonymised copies?',
    answeredBy: ['training-opt-out', 'training-hard-opt-out', 'training-opt-in', 'no-training'],
  },
  {
    id: 'retention',
    topic: 'retention',
    text: 'How long do you keep uploads, results and backups after I delete them?',
    answeredBy: ['retention-fixed', 'retention-open-ended', 'ephemeral-processing', 'deletion-incomplete'],
  },
  {
    id: 'deletion',
    topic: 'retention',
    text: 'Can I delete uploads, results and my account myself, and what is left afterwards?',
    answeredBy: ['deletion-by-user', 'deletion-incomplete', 'right-to-erasure'],
  },
  {
    id: 'recipients',
    topic: 'sharing',
    text: 'Which companies receive my content, and what for? Is any of them an AI provider?',
    answeredBy: ['processors-named', 'content-to-third-party-ai', 'shares-with-partners'],
  },
  {
    id: 'sale',
    topic: 'sharing',
    text: 'Do you sell data or share it for advertising?',
    answeredBy: ['no-sale', 'sells-data', 'shares-with-advertisers'],
  },
  {
    id: 'staff',
    topic: 'access',
    text: 'Who inside your company can open my files, when, and is it logged?',
    answeredBy: ['staff-review', 'staff-access-limited'],
  },
  {
    id: 'encryption',
    topic: 'security',
    text: 'Are files encrypted on the way and where they are stored?',
    answeredBy: ['encryption-in-transit', 'encryption-at-rest'],
  },
  {
    id: 'breach',
    topic: 'security',
    text: 'Will you tell me, and how soon, if there is a breach?',
    answeredBy: ['breach-notice'],
  },
  {
    id: 'licence',
    topic: 'licence',
    text: 'What licence do I give you over my uploads, for what, and does it end when I delete them?',
    answeredBy: [
      'licence-broad',
      'licence-limited',
      'licence-outlives-deletion',
      'licence-ends-with-deletion',
    ],
  },
  {
    id: 'output',
    topic: 'licence',
    text: 'Who owns what I generate, on every plan?',
    answeredBy: ['user-owns-output', 'output-not-owned'],
  },
  {
    id: 'visibility',
    topic: 'visibility',
    text: 'Are uploads and results private unless I share them, on every plan?',
    answeredBy: ['private-by-default', 'public-by-default', 'promise-only-on-paid-plans'],
  },
  {
    id: 'dpa',
    topic: 'rights',
    text: 'Do you offer a data processing agreement?',
    answeredBy: ['dpa-available'],
  },
  {
    id: 'changes',
    topic: 'changes',
    text: 'Will you tell me before these rules change?',
    answeredBy: ['changes-with-notice', 'changes-without-notice'],
  },
];

export const QUESTION_COUNT = QUESTIONS.length;

/** The questions that none of the flags answers, in the order of the topics. */
export function unansweredBy(hits: readonly FlagHit[]): Question[] {
  const flags = new Set(hits.map((hit) => hit.flag));
  return QUESTIONS.filter(({ answeredBy }) => !answeredBy.some((flag) => flags.has(flag))).map(
    ({ id, topic, text }) => ({ id, topic, text }),
  );
}
