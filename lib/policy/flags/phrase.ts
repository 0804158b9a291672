import { FLAG_RULES } from '../../../rules/flags/index.ts';
import { checkPhrase } from '../rules/check.ts';
import type { FlagHit, FlagRule, PolicyText } from '../types.ts';
import { findFlags } from './find.ts';

/** What a phrase is found as when no flag is named: the words alone decide, whoever acts and whatever is denied. */
const BARE: Omit<FlagRule, 'phrases'> = {
  flag: 'own-phrase',
  topic: 'training',
  colour: 'red',
  weight: 1,
  title: '',
  why: '',
  advice: '',
  actor: 'anyone',
  rights: 'count',
  titles: 'count',
  matches: [],
  near: [],
};

/**
 * What a phrase finds in a text, at once, to be shown while it is typed.
 * @param flag the flag it would be added to: then what speaks against that flag (who acts, "unless", consent, ...) is
 *   heard. Left out, only a negation is.
 * @returns hits in the order of the text, verbatim sentences; none where the phrase has a mistake (see `checkPhrase`).
 */
export function findPhrase(phrase: string, text: PolicyText, flag?: string): Omit<FlagHit, 'document'>[] {
  if (!checkPhrase(phrase).ok) return [];
  const rule = FLAG_RULES.find((one) => one.flag === flag) ?? BARE;
  const hits = findFlags(text, 'privacy', [{ ...rule, phrases: [phrase], yieldsTo: [], sectionPhrases: [] }]);
  return hits.map(({ document: _, ...hit }) => hit);
}
