/** What the guard of a tab says of itself when the popup asks (see `upload/found.ts`). */
import { record } from './checks.ts';

/** The guard's answer. `limited`: without its hooks in the page's own world. */
export type GuardStatus = { type: 'guard-status'; limited: boolean };

/** The guard's answer; null when it is not one. */
export function guardStatus(value: unknown): GuardStatus | null {
  const v = record(value);
  return v?.type === 'guard-status' && typeof v.limited === 'boolean'
    ? { type: 'guard-status', limited: v.limited }
    : null;
}
