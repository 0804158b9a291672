import { isDoubled } from '../extract/index.ts';
import { NO_LINKS, refusal } from '../extract/judge.ts';
import { legalTone } from '../extract/vocabulary.ts';
import type { ExtractFailure, PolicyText } from '../types.ts';
import type { Keyed } from './keys.ts';
import type { Leftover } from './pair.ts';

/** Below this share of its former length a document has lost most of its text. */
const LOST = 0.4;
/** Below this share it is cut short when it says hardly anything new. */
const CUT = 0.6;
const LITTLE_NEW = 0.2;
/** Shorter documents may lose half in one honest edit, in characters. */
const LONG_ENOUGH = 1500;

/**
 * Whether the later text can be taken for the next version of the earlier one. Error pages, consent walls, other
 * languages, other documents, texts cut short and texts that stand there twice cannot; they are looked at again later.
 * A text cut short can when it is `settled`: the same on several looks.
 */
export function isNextVersion(
  before: PolicyText,
  after: PolicyText,
  left: Leftover,
  now: Keyed[],
  settled: boolean,
): boolean {
  if (after.language !== before.language && after.language !== 'und' && before.language !== 'und')
    return false;
  if (isDoubled(after) && !isDoubled(before)) return false;
  const refused = refusalOf(after);
  if (refused && !refusalOf(before) && (refused !== 'not-a-policy' || losesTone(before, after))) return false;
  return (settled || !isCut(before, after, left, now)) && !isOther(before, after, left, now);
}

function refusalOf(text: PolicyText): ExtractFailure | null {
  const names = ['', text.plain.slice(0, 400), ...headings(text)];
  return refusal(text, { names, prose: text.plain.length, policyLinks: NO_LINKS, everything: text.plain });
}

/** A short document can fall below what a policy must have by losing its title; another page loses its tone. */
function losesTone(before: PolicyText, after: PolicyText): boolean {
  return legalTone(after.plain).perHundred * 2 < legalTone(before.plain).perHundred;
}

function headings(text: PolicyText): string[] {
  return [...new Set(text.clauses.slice(0, 20).flatMap((clause) => clause.heading))];
}

function isCut(before: PolicyText, after: PolicyText, left: Leftover, now: Keyed[]): boolean {
  const share = after.plain.length / Math.max(1, before.plain.length);
  if (before.plain.length < LONG_ENOUGH || share >= CUT) return false;
  return share < LOST || left.added.length <= now.length * LITTLE_NEW;
}

/** Another kind of document with hardly a clause in common: a link that now leads elsewhere. */
export function isOther(before: PolicyText, after: PolicyText, left: Leftover, now: Keyed[]): boolean {
  if (left.added.length < now.length * 0.9) return false;
  const [was, is] = [kindOf(before), kindOf(after)];
  return was !== undefined && is !== undefined && was !== is;
}

function kindOf(text: PolicyText): 'privacy' | 'terms' | undefined {
  const top = text.plain.slice(0, 300);
  const [privacy, terms] = [/\bprivacy\b/i.test(top), /\bterms\b|\bconditions\b|\bagreement\b/i.test(top)];
  return privacy === terms ? undefined : privacy ? 'privacy' : 'terms';
}
