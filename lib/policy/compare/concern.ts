import type { Pair } from './pair.ts';
import { changedWords } from './words.ts';

/** What a creator looks for first, and how much it weighs. Words of normalised clauses, stems where that is enough. */
const CONCERNS: [number, RegExp][] = [
  [10, /\b(?:train|trains|trained|training|fine tun\w+)\b/],
  [
    7,
    /\b(?:machine learning|artificial intelligence|generative|(?:our|ai|language|foundation) models?|model (?:training|improvement)|algorithms)\b/,
  ],
  [7, /\b(?:perpetual|irrevocable|sublicens\w+|sub licens\w+|derivative works|royalty free)\b/],
  [5, /\blicen[cs]e\b/],
  [7, /\b(?:sell|sells|sold|sale|ad networks?|advertis\w+|data brokers?)\b/],
  [6, /\bopt(?:ed|ing)? (?:out|in)\b/],
  [5, /\b(?:retain\w*|retention|deletes?|deleted|deletion|indefinitely)\b/],
  [4, /\b(?:owns?|ownership|assign\w*)\b/],
  [3, /\b(?:third part(?:y|ies)|affiliates|partners|disclos\w+|share[sd]?|sub ?processors?)\b/],
  [3, /\b(?:improve\w*|improving|develop|research|enhance)\b/],
  [3, /\b(?:review\w*|moderat\w+|employees|contractors)\b/],
  [5, /\b(?:arbitration|class actions?|jury)\b/],
  [3, /\b(?:all|every|any|free|paid|team|enterprise) (?:plans?|tiers?|accounts?|customers?|subscri\w+)\b/],
  [2, /\b(?:public|publicly|gallery|promot\w+|marketing)\b/],
  [2, /\b(?:consent|notice|notify|settings|toggle|controls?)\b/],
  [1, /\b(?:store[sd]?|keep|kept|process\w*|use[sd]?|access)\b/],
];
/** A creator's work weighs more than a customer's address, and both more than a vendor's other affairs. */
const WORK =
  /\b(?:(?:your|customer|user) (?:\w+ )?(?:content|inputs?|uploads?|files|materials|prompts?|property|art)|customer data|content you provide|inputs?|outputs?|prompts?|uploads?)\b/;
const PERSONAL = /\b(?:personal (?:data|information)|your (?:\w+ )?(?:data|information))\b/;
/** Words that turn a sentence round. */
const NEGATIONS = /\b(?:not|no|never|without|unless|except|only|solely|wont|dont|cannot)\b/;
/** Words that open a door in it, or shut one. */
const DOORS = /\b(?:may|will|shall|must|can|even|any|all|always)\b/;
/** The shortest word to turn a sentence round counts this much, whatever the sentence is about; a turn counts at most the other. */
const TURN = { least: 6, most: 15 };
/** A term of time, which a change of its number moves. */
const TERM = /\b(?:hours?|days?|weeks?|months?|years?)\b/;
const NUMBER = /\b(?:\d+|two|three|four|five|six|seven|ten|twelve|fourteen|thirty|sixty|ninety)\b/;
/** What is left of a clause's weight when no word of weight changed in it, and when only the company's name did. */
const REWORDED = 0.4;
const RENAMED = 0.15;
/** A clause for the people of one place concerns the others less. */
const OF_A_PLACE =
  /\b(?:residents?|live in|located in|california\w*|colorado|virginia|texas|brazil\w*|japan\w*|korea\w*|china|chinese|ccpa|cpra|lgpd|appi|pipl)\b/;
const ELSEWHERE = 0.5;
/** As many words make no statement but a title. */
const TITLE_WORDS = 7;
const VERBS =
  /\b(?:is|are|be|do|does|may|will|shall|must|can|have|has|use[sd]?|not|grant|agree|own|sell|train|keep|share|to)\b/;

/**
 * How much a change of a clause matters to a creator. What the clause is about counts, twice more for the words that changed,
 * and once more when a small word turns it round: "we use" and "we may use" differ in one word. A clause in which no word of
 * weight changed was only put differently.
 *
 * @param changed the words that came or went, the company's new name not among them
 * @param whole the clause, normalised
 */
export function concern(changed: string, whole: string): number {
  if (changed === '') return scaled(weigh(whole) * RENAMED, whole);
  const about = weigh(whole);
  const moved = weigh(changed) * 2 + turned(changed, about) + termMoved(changed, whole, about);
  return scaled(moved > 0 ? moved + about : about * REWORDED, whole);
}

/** How much a clause matters that is new, or gone. */
export function concernOf(whole: string): number {
  return scaled(weigh(whole) * 3 * (isTitle(whole) ? REWORDED : 1), whole);
}

function turned(changed: string, about: number): number {
  if (NEGATIONS.test(changed)) return Math.max(TURN.least, Math.min(about, TURN.most));
  return DOORS.test(changed) ? Math.min(about, TURN.most) : 0;
}

function termMoved(changed: string, whole: string, about: number): number {
  return NUMBER.test(changed) && TERM.test(whole) ? Math.max(TURN.least, about) : 0;
}

function isTitle(whole: string): boolean {
  return whole.split(' ').length <= TITLE_WORDS && !VERBS.test(whole);
}

function scaled(weight: number, whole: string): number {
  const whose = WORK.test(whole) ? 1.5 : PERSONAL.test(whole) ? 1.1 : 1;
  return (weight * whose * (OF_A_PLACE.test(whole) ? ELSEWHERE : 1)) / (1 + whole.length / 1500);
}

function weigh(words: string): number {
  return CONCERNS.reduce((sum, [weight, pattern]) => sum + (pattern.test(words) ? weight : 0), 0);
}

/** Whether words say something that concerns a creator at all. */
export function concernsAnyone(words: string): boolean {
  return weigh(words) > 0;
}
/** A word gone or come in this share of all changed clauses (and in at least five) is a renaming. */
const RENAMED_SHARE = 0.2;
const RENAMED_LEAST = 5;

/** Words that come or go all through a document, as when the company takes another name. */
export function renamedWords(pairs: Pair[]): Set<string> {
  const counts = new Map<string, number>();
  for (const pair of pairs) {
    const { gone, come } = changedWords(pair);
    for (const word of new Set([...gone, ...come])) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = Math.max(RENAMED_LEAST, pairs.length * RENAMED_SHARE);
  const usual = (word: string) => weigh(word) === 0 && !NEGATIONS.test(word) && !DOORS.test(word);
  return new Set([...counts].filter(([word, count]) => count >= least && usual(word)).map(([word]) => word));
}
