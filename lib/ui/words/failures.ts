import { type MessageKey, t } from '../../i18n.ts';
import type { ReadFailure } from '../../store/types.ts';

const KEYS: Record<ReadFailure, MessageKey> = {
  empty: 'failure_empty',
  'not-a-policy': 'failure_not_a_policy',
  'error-page': 'failure_error_page',
  language: 'failure_language',
  'too-large': 'failure_too_large',
  offline: 'failure_offline',
  'http-error': 'failure_http_error',
  'redirected-away': 'failure_redirected_away',
  'permission-missing': 'failure_permission_missing',
  gone: 'failure_gone',
  'needs-visit': 'failure_needs_visit',
  pdf: 'failure_pdf',
  'other-document': 'failure_other_document',
};

/** Why a document could not be read, in one plain sentence. */
export function failureWords(failure: ReadFailure): string {
  return t(KEYS[failure]);
}
