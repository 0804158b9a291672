/** To the guard of a tab, and its answer. */
import { isText, record } from './checks.ts';
import { MAX_URL } from './limits.ts';

/** Are you at work? */
export type GuardQuestion = { type: 'ask-guard' };
/** From the background: an upload to this address, in clear text, was stopped on its way. */
export type UploadStopped = { type: 'upload-stopped'; url: string };
/** The guard's answer. `limited`: without its hooks in the page's own world. */
export type GuardStatus = { type: 'guard-status'; limited: boolean };

/** Is this the question to the guard? */
export function isGuardQuestion(value: unknown): value is GuardQuestion {
  return record(value)?.type === 'ask-guard';
}

/** Where a stopped upload would have gone; null when the message is another. */
export function uploadStopped(value: unknown): UploadStopped | null {
  const v = record(value);
  return v?.type === 'upload-stopped' && isText(v.url, MAX_URL)
    ? { type: 'upload-stopped', url: v.url }
    : null;
}

/** The guard's answer; null when it is not one. */
export function guardStatus(value: unknown): GuardStatus | null {
  const v = record(value);
  return v?.type === 'guard-status' && typeof v.limited === 'boolean'
    ? { type: 'guard-status', limited: v.limited }
    : null;
}
