import type { ExtractFailure, PolicyText } from '../types.ts';
import { legalTone } from './vocabulary.ts';

/** What is known of a page besides its text. */
export type PageFacts = {
  /** `<title>`, the headings of the text and the address: where a document is called by its name. */
  names: string[];
  /** Characters of prose. */
  prose: number;
  /** How many links lead to other policies: among the paragraphs, and with those after the last one. */
  policyLinks: { within: number; all: number };
  /** All text of the page, menus and dialogs included. */
  everything: string;
};

/** What is known of the links of a plain text. */
export const NO_LINKS = { within: 0, all: 0 };

export const POLICY_NAME =
  /\b(?:privacy|terms|conditions|polic(?:y|ies)|agreements?|notices?|statement|licen[cs]e|guidelines|legal|cookies?|addendum|eula|dpa|tos|aup|sla)\b/i;

const ERROR_PAGE =
  /\b(?:error )?(?:40[0-9]|410|429|50[0-4])\b[^.]{0,30}\b(?:not found|error|forbidden|unavailable|gone|denied)|(?:error|page|site)\W{0,3}\b(?:40[0-9]|410|50[0-4])\b|\b(?:page|document|article|content|site)\b[^.]{0,40}(?:not found|not be found|(?:isn['’]t|is not|no longer) (?:available|here)|does(?:n['’]t| not) exist|(?:has )?(?:moved|been removed))|(?:isn['’]t|is not|not yet|not) available in your (?:country|region|area)|(?:can['’]?t|cannot|could ?n[o'’]t) (?:find|reach)|access (?:to [\w ]{1,30} )?(?:has been |is |was )?(?:denied|blocked|restricted)|something went wrong|temporarily unavailable|bad gateway|(?:internal )?server error|forbidden|down for maintenance|under maintenance|rate limit(?:ed)? exceeded|too many requests/i;
const ROBOT_CHECK =
  /just a moment|checking (?:if the site|your browser)|verif(?:y|ying) (?:that )?you(?: are|['’]re) (?:a |not a )?(?:human|robot)|are you (?:a )?(?:human|robot)|not a robot|unusual traffic|captcha|attention required|enable javascript and cookies to continue|security (?:check|verification)|press (?:&|and) hold|ddos protection/i;
const CONSENT_WALL =
  /we (?:and our [\w\s]{0,20})?(?:value|care about|respect) your privacy|we and our (?:\d+ )?(?:\w+ )?(?:partners|vendors)|store and\/or access information on a device|accept (?:all|cookies|and continue)|reject (?:all|non-essential)|manage (?:options|preferences|choices|cookies)|before you continue|consent choices|legitimate interest/gi;

/** Error pages and robot checks say little else. */
const FEW_WORDS = 250;
const FEWEST_WORDS = 40;
/** A wall of consent lists purposes at most this long. */
const WALL_WORDS = 400;
/** An index of policies says this much about each at most, in characters of prose. */
const PER_INDEX_ENTRY = 220;
/** A bare list of links has an introduction at most; a short policy above a menu says more. */
const PER_INDEX_LINK = 90;

/**
 * Whether an extracted text is one policy in English. Every doubt refuses it: an unread policy has no grade, a page
 * mistaken for a policy has a wrong one.
 *
 * @returns why the text is refused, or null
 */
export function refusal(text: PolicyText, facts: PageFacts): ExtractFailure | null {
  const tone = legalTone(text.plain);
  const size = sizeInWords(text.plain, tone.words);
  if (size < FEW_WORDS && saysError(text, facts, size)) return 'error-page';
  if (isConsentWall(text, facts, size)) return 'not-a-policy';
  if (size < FEWEST_WORDS) return 'empty';
  if (text.language !== 'en') return 'language';
  const named = facts.names.some((name) => POLICY_NAME.test(name));
  const legal = named
    ? tone.perHundred >= 4 && tone.different >= 8
    : tone.perHundred >= 7 && tone.different >= 18;
  return legal && !isIndex(facts) && !isDoubled(text) ? null : 'not-a-policy';
}

/** Scripts without spaces between words count two characters as a word. */
function sizeInWords(plain: string, words: number): number {
  return Math.max(
    words,
    (plain.match(/[\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF\u0E00-\u0E7F]/g)?.length ?? 0) / 2,
  );
}

function saysError(text: PolicyText, facts: PageFacts, size: number): boolean {
  const title = facts.names[0] ?? '';
  const said =
    size < FEWEST_WORDS ? `${text.plain}\n${facts.everything.slice(0, 2000)}` : text.plain.slice(0, 400);
  return [title, said].some((part) => ERROR_PAGE.test(part) || ROBOT_CHECK.test(part));
}

function isConsentWall(text: PolicyText, facts: PageFacts, size: number): boolean {
  if (size >= WALL_WORDS) return false;
  const said = size < FEWEST_WORDS ? facts.everything.slice(0, 8000) : text.plain;
  return new Set(said.toLowerCase().match(CONSENT_WALL) ?? []).size >= 2;
}

function isIndex({ prose, policyLinks: { within, all } }: PageFacts): boolean {
  return (within >= 4 && prose < within * PER_INDEX_ENTRY) || (all >= 4 && prose < all * PER_INDEX_LINK);
}

const LONG_CLAUSE = 60;
const DOUBLED_SHARE = 0.4;

/** Whether a good part of the document stands in it twice: a broken page, or two versions of one document. */
export function isDoubled(text: PolicyText): boolean {
  const long = text.clauses
    .filter((clause) => clause.text.length >= LONG_CLAUSE)
    .map((clause) => clause.text.toLowerCase());
  return long.length >= 8 && 1 - new Set(long).size / long.length >= DOUBLED_SHARE;
}
