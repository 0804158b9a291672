import type { FlagHit } from '../../../lib/policy/types.ts';
import { FLAG_RULES } from '../../../rules/flags/index.ts';
import type { LabelledDocument } from './labels.ts';

/** What a page of regular expressions would do: one expression a flag, no negation, no actor, no scope. */
const EXPRESSIONS: Record<string, RegExp> = {
  'trains-on-content': /\btrain(ing)?\b.{0,60}\bmodels?\b/i,
  'training-opt-out': /\bopt[- ]out\b/i,
  'training-opt-in': /\bexplicit consent\b/i,
  'no-training': /\bnot\b.{0,80}\btrain/i,
  'vague-improvement': /\bimprove\b/i,
  'deidentified-reuse': /\b(anonymi|aggregat|de-identif)/i,
  'retention-open-ended': /\bas long as\b/i,
  'retention-fixed': /\b\d+ (days|months|years)\b/i,
  'deletion-by-user': /\bdelete\b/i,
  'deletion-incomplete': /\bbackups?\b/i,
  'sells-data': /\bsell\b/i,
  'no-sale': /\bnot sell\b/i,
  'shares-with-advertisers': /\badvertis/i,
  'shares-with-partners': /\b(affiliates|partners)\b/i,
  'transfer-on-merger': /\bmerger\b/i,
  'staff-review': /\b(review|monitor)\b/i,
  'no-security-guarantee': /\bguarantee\b/i,
  'encryption-in-transit': /\b(TLS|SSL|HTTPS)\b/,
  'encryption-at-rest': /\bencrypt/i,
  'security-certified': /\b(SOC 2|ISO 27001)\b/i,
  'breach-notice': /\bbreach\b/i,
  'licence-broad': /\b(perpetual|irrevocable)\b/i,
  'user-owns-content': /\byou (own|retain)\b/i,
  'public-by-default': /\bpublic\b/i,
  'gdpr-rights': /\b(GDPR|EEA|European)\b/,
  'us-state-rights': /\b(CCPA|California)\b/,
  'access-and-portability': /\b(access|portability)\b/i,
  'right-to-erasure': /\b(erasure|right to delet)/i,
  'dpa-available': /\b(DPA|data processing (agreement|addendum))\b/i,
  'changes-without-notice': /\bcontinued use\b/i,
  'changes-with-notice': /\bnotify you\b/i,
  'forced-arbitration': /\barbitration\b/i,
  'class-action-waiver': /\bclass action/i,
};

export function readNaively({ text, kind }: LabelledDocument): FlagHit[] {
  return text.clauses.flatMap(({ text: quote, start, end }) =>
    FLAG_RULES.filter(({ flag }) => EXPRESSIONS[flag]?.test(quote)).map(({ flag, colour, weight }) => ({
      flag,
      colour,
      weight,
      quote,
      document: kind,
      start,
      end,
    })),
  );
}
