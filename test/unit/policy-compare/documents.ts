import { policyFromMarkdown } from '../../../lib/policy/text/index.ts';
import type { PolicyText } from '../../../lib/policy/types.ts';

/** Paragraphs of a policy, each of another matter. */
export const PARAGRAPHS = [
  'We collect the pictures, scans and prompts that you upload to the Acme services, and we process them to make models.',
  'We do not use your content to train artificial intelligence models without your consent.',
  'You keep all rights in your content, and you grant Acme a licence that is limited to running the service for you.',
  'We keep your content for thirty days after you close your account, and then we delete it from our backups too.',
  'We share personal data with our service providers, who host the service and take your payments for us.',
  'Acme does not sell your personal information to anyone, and it shows you no advertisements of other companies.',
  'We encrypt your content while it travels and while it rests on our servers in the European Union.',
  'You may ask us for a copy of your personal data, and you may ask us to delete it, under the applicable law.',
  'We will notify you by e-mail of every material change of this policy, thirty days before it takes effect.',
  'Any dispute about these terms shall be brought before the courts of Amsterdam, whose law governs this agreement.',
  'Our employees look at your content only where you have asked our support team for help with it.',
  'You must not upload content that infringes the intellectual property rights of third parties.',
];

export type Part = { title?: string; date?: string };

export function policy(
  paragraphs: string[],
  { title = 'Privacy Policy', date = 'May 3, 2026' }: Part = {},
): PolicyText {
  return policyFromMarkdown(`# ${title}\n\nLast updated: ${date}\n\n${paragraphs.join('\n\n')}\n`);
}

/** The paragraphs with one of them replaced. */
export function withParagraph(at: number, text: string, paragraphs = PARAGRAPHS): string[] {
  return paragraphs.map((paragraph, nth) => (nth === at ? text : paragraph));
}
