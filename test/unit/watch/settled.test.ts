import { describe, expect, it } from 'vitest';
import { comparePolicies, extractPolicy, policyFromMarkdown } from '../../../lib/policy/index.ts';
import type { PolicyText } from '../../../lib/policy/types.ts';
import { policyPage } from '../../browser/policy-page.ts';

const TRAINING = 'We use the content you upload to train our generative AI models.';
const MORE = Array.from(
  { length: 30 },
  (_, at) => `For purpose ${at} we process the information of group ${at * 7} that you give to us.`,
);

function read(page: string): PolicyText {
  const extraction = extractPolicy(page, 'https://www.meshy.ai/privacy-policy');
  if (!extraction.ok) throw new Error(extraction.reason);
  return extraction.text;
}

const whole = read(policyPage('Privacy Policy', 'June 4, 2026', [TRAINING, ...MORE]));
const short = read(policyPage('Privacy Policy', 'June 4, 2026', []));
const compare = (after: PolicyText, settled: boolean) =>
  comparePolicies(whole, after, 'privacy', { settled });

describe('a policy that was cut down', () => {
  it('is doubted at first', () => {
    expect(compare(short, false)).toMatchObject({ kind: 'unreadable', flagsLost: [], scoreAfter: null });
  });

  it('is believed once it has settled, with the flags that went with it', () => {
    const change = compare(short, true);
    expect(change.kind).toBe('text');
    expect(change.flagsLost).not.toEqual([]);
    expect(change.clauses.removed.join()).toContain(TRAINING);
  });

  it.each([
    [
      'another language',
      `# Datenschutz\n\n${'Wir verarbeiten Ihre personenbezogenen Daten und geben sie nicht weiter. '.repeat(40)}`,
    ],
    ['an error page', '# 404\n\nThe page you are looking for could not be found.'],
    [
      'a wall of consent',
      '# We value your privacy\n\nWe and our partners store and/or access information on a device. Accept all. Reject all. Manage options.',
    ],
    ['nothing', ''],
  ])('is never believed when it is %s', (_what, markdown) => {
    expect(compare(policyFromMarkdown(markdown), true).kind).toBe('unreadable');
  });
});
