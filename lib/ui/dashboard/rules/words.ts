import { t } from '../../../i18n.ts';
import type { PhraseProblem } from '../../../policy/index.ts';
import type { FlagRule, OwnPhrase } from '../../../policy/types.ts';
import type { RuleSettings } from '../../../store/types.ts';
import { flagWords } from '../../words/flags.ts';
import type { RuleAround } from './RulesPage.tsx';

type Both = Pick<RuleAround, 'own' | 'managed'>;

/** What is wrong with a phrase, in the person's language. */
export function problemWords({ id, piece }: PhraseProblem): string {
  return t(`phrase_${id}`, piece);
}

/** The rules whose words hold all that was typed. */
export function fitting(rules: readonly FlagRule[], typed: string): readonly FlagRule[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter(({ flag, matches }) => {
    const { title, why = '' } = flagWords(flag);
    const words = [flag, title, why, ...matches].join(' ').toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}

/** Does this flag count no more, by the person's choice or their organisation's? */
export function isOffFor(flag: string, { own, managed }: Both): boolean {
  return managed.rules.off.includes(flag) || own.off.includes(flag);
}

/** What a rule weighs now. */
export function weightFor({ flag, weight }: FlagRule, { own, managed }: Both): number {
  return managed.rules.weights[flag] ?? own.weights[flag] ?? weight;
}

/** With the flag counting, or not. */
export function switched(own: RuleSettings, flag: string, counts: boolean): RuleSettings {
  const others = own.off.filter((each) => each !== flag);
  return { ...own, off: counts ? others : [...others, flag] };
}

/** With another weight; the usual one is no choice, so that a later version of the rule may weigh it anew. */
export function reweighed(
  own: RuleSettings,
  { flag, weight: usual }: FlagRule,
  weight: number,
): RuleSettings {
  const { [flag]: _, ...others } = own.weights;
  return { ...own, weights: weight === usual ? others : { ...others, [flag]: weight } };
}

export function withPhrase(own: RuleSettings, added: OwnPhrase): RuleSettings {
  return { ...own, phrases: [...withoutPhrase(own, added).phrases, added] };
}

export function withoutPhrase(own: RuleSettings, { flag, phrase }: OwnPhrase): RuleSettings {
  return { ...own, phrases: own.phrases.filter((each) => each.flag !== flag || each.phrase !== phrase) };
}
