/** From a page of a vendor's policy. Which document it is, is taken from `sender`. */
import { isText, record } from './checks.ts';
import { MAX_HTML } from './limits.ts';

/** What the page in front of the person says, as HTML. */
export type PolicyShown = { type: 'policy-shown'; html: string };

/** A message of a policy's page, rebuilt; null when it is not one. */
export function policyMessage(value: unknown): PolicyShown | null {
  const v = record(value);
  return v?.type === 'policy-shown' && isText(v.html, MAX_HTML)
    ? { type: 'policy-shown', html: v.html }
    : null;
}
