import type { Pair } from './pair.ts';

/** What a creator looks for first, and how much it weighs. Words of normalised clauses, stems where that is enough. */
const CONCERNS: [number, RegExp][] = [
  [10, /\b(?:train|trains|trained|training|fine tun\w+)\b/],
  [
    7,
    /\b(?:machine learning|artificial intelligence|generative|(?:our|ai|language|foundation) models?|model (?:training|improvement)|algorithms)\b/,
  ],
  [7, /\b(?:perpetual|irrevocable|sublicens\w+|sub licens\w+|derivative works|royalty free)\b/],
  [5, /\blicen[cs]e\b/],
  [7, /\b(?:sell|sells|sold|sale|ad networks?|advertis\w+)\b/],
  [6, /\bopt(?:ed|ing)? (?:out|in)\b/],
  [5, /\b(?:retain\w*|retention|deletes?|deleted|deletion|indefinitely)\b/],
  [4, /\b(?:owns?|ownership|assign\w*)\b/],
  [3, /\b(?:third part(?:y|ies)|affiliates|partners|disclos\w+|share[sd]?|sub ?processors?)\b/],
  [3, /\b(?:improve\w*|improving|develop|research|enhance)\b/],
  [3, /\b(?:review\w*|moderat\w+|employees|contractors)\b/],
  [3, /\b(?:arbitration|class action|jury)\b/],
  [2, /\b(?:public|publicly|gallery|promot\w+|marketing)\b/],
  [2, /\b(?:consent|notice|notify|settings|toggle|controls?)\b/],
  [1, /\b(?:store[sd]?|keep|kept|process\w*|use[sd]?|access)\b/],
];
/** A creator's work weighs more than a customer's address, and both more than a vendor's other affairs. */
const WORK =
  /\b(?:(?:your|customer|user) (?:\w+ )?(?:content|inputs?|uploads?|files|materials|prompts?|property|art)|customer data|content you provide|inputs?|outputs?|prompts?|uploads?)\b/;
const PERSONAL = /\b(?:personal (?:data|information)|your (?:\w+ )?(?:data|information))\b/;
/** Words that turn a sentence round or open a door in it. */
const TURNS = /\b(?:not|no|never|without|unless|except|only|solely|may|even|wont|dont|cannot)\b/;

/**
 * How much a change matters to a creator. What a clause is about counts, twice more for the words that changed, and once
 * more when a small word turns it round: "we use" and "we may use" differ in one word.
 *
 * @param changed the words that came or went
 * @param whole the clause, normalised
 */
export function concern(changed: string, whole: string): number {
  const about = weigh(whole);
  const turned = TURNS.test(changed) ? Math.min(about, 15) : 0;
  const whose = WORK.test(whole) ? 1.5 : PERSONAL.test(whole) ? 1.1 : 1;
  return ((weigh(changed) * 2 + about + turned) * whose) / (1 + whole.length / 1500);
}

function weigh(words: string): number {
  return CONCERNS.reduce((sum, [weight, pattern]) => sum + (pattern.test(words) ? weight : 0), 0);
}

/** The words that one side of a changed clause has and the other has not. */
export function changedWords({ before, after }: Pair): { gone: string[]; come: string[] } {
  return { gone: surplus(before.key, after.key), come: surplus(after.key, before.key) };
}

function surplus(key: string, other: string): string[] {
  const left = new Map<string, number>();
  for (const word of other.split(' ')) left.set(word, (left.get(word) ?? 0) + 1);
  return key.split(' ').filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
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
  const usual = (word: string) => weigh(word) === 0 && !TURNS.test(word);
  return new Set([...counts].filter(([word, count]) => count >= least && usual(word)).map(([word]) => word));
}
