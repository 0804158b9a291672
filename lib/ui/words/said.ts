import { type MessageKey, t } from '../../i18n.ts';
import type { VerdictId, VerdictSaid, WayOut } from '../../policy/types.ts';
import { listOf } from './lists.ts';

const SENTENCES: Record<VerdictId, MessageKey> = {
  unread: 'said_unread',
  'client-no': 'said_client_no',
  'client-no-unless-training-off': 'said_client_no_unless_training_off',
  'client-ask-training': 'said_client_ask_training',
  'client-care': 'said_client_care',
  'client-care-unsaid': 'said_client_care_unsaid',
  'client-fit': 'said_client_fit',
  'public-no': 'said_public_no',
  'public-training-off': 'said_public_training_off',
  'public-if': 'said_public_if',
  'public-fine': 'said_public_fine',
  'public-fine-unsaid': 'said_public_fine_unsaid',
};

const TRAINS: Record<WayOut, MessageKey> = {
  hard: 'concern_trains_hard',
  'opt-out': 'concern_trains_opt_out',
  'some-plans': 'concern_trains_some_plans',
  none: 'concern_trains_none',
};

const CONCERNS: Record<string, MessageKey> = {
  'public-by-default': 'concern_public_by_default',
  'licence-broad': 'concern_licence_broad',
  'output-not-owned': 'concern_output_not_owned',
  'sells-data': 'concern_sells_data',
  'promotional-use': 'concern_promotional_use',
  'staff-review': 'concern_staff_review',
  'content-to-third-party-ai': 'concern_content_to_third_party_ai',
  'licence-outlives-deletion': 'concern_licence_outlives_deletion',
  'deletion-incomplete': 'concern_deletion_incomplete',
  'retention-open-ended': 'concern_retention_open_ended',
  'deidentified-reuse': 'concern_deidentified_reuse',
  'shares-with-advertisers': 'concern_shares_with_advertisers',
};

/** A verdict as a sentence in the person's language; undefined when it names a concern that these words do not know. */
export function saidInWords({ id, flags, wayOut = 'none' }: VerdictSaid): string | undefined {
  const keys = flags.map((flag) => (flag === 'trains-on-content' ? TRAINS[wayOut] : CONCERNS[flag]));
  const concerns = keys.flatMap((key) => (key ? t(key) : []));
  if (!SENTENCES[id] || concerns.length < flags.length) return undefined;
  return t(SENTENCES[id], listOf(concerns.length > 0 ? concerns : [t('concern_little')]));
}
