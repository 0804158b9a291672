import type { ReadFailure } from '../../store/types.ts';

/** Why a document could not be read, in one plain sentence. */
export const FAILURE_WORDS: Record<ReadFailure, string> = {
  empty: 'The page came back without any text.',
  'not-a-policy': 'The page that came back is not a policy.',
  'error-page': 'The site showed an error page instead of the policy.',
  language: 'It is written in a language Meshwarden cannot score yet.',
  'too-large': 'The page is too large to be a policy.',
  offline: 'The site could not be reached. You may be offline.',
  'http-error': 'The site answered with an error.',
  'redirected-away': 'The address now leads to a different website.',
  'permission-missing': 'Meshwarden lacks the permission to read this page.',
  gone: 'The site no longer has a page at this address.',
  'needs-visit': 'The site shows this page only to people. Open it once, and Meshwarden reads it with you.',
  pdf: 'It is a PDF file, which Meshwarden cannot read. Open it to read it yourself.',
};
