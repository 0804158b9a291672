import { FLAG_RULES } from '../../../rules/flags/index.ts';
import { type FlagRule, MOST_OWN_PHRASES, type OwnPhrase } from '../types.ts';
import { checkPhrase } from './check.ts';

/** What a person has chosen about the rules. Everything may be left out; what does not fit is passed over. */
export type RuleChoices = {
  /** Flags that do not count: they are neither shown nor scored, but what the documents say still answers questions. */
  off?: readonly string[];
  /** Other weights, by flag, from 1 (worth knowing) to 5 (decides whether to upload). */
  weights?: Readonly<Record<string, number>>;
  phrases?: readonly OwnPhrase[];
};

/** Lists already made, by the choices: the same list is compiled once (see book.ts). */
const made = new WeakMap<readonly FlagRule[], Map<string, readonly FlagRule[]>>();
const MOST_LISTS = 4;

/**
 * The rules as a person wants them. Give the result to `scorePolicy`, `comparePolicies` and `engineVersion`.
 * @param choices as they were stored; flags that are not there, weights that are none and phrases with a mistake are passed over.
 * @param rules those of `rules/flags` when left out.
 * @returns `rules` itself where nothing is chosen, and the same list for the same choices.
 */
export function withChoices(
  choices: RuleChoices,
  rules: readonly FlagRule[] = FLAG_RULES,
): readonly FlagRule[] {
  const known = made.get(rules) ?? new Map<string, readonly FlagRule[]>();
  made.set(rules, known);
  const key = JSON.stringify([choices.off, choices.weights, choices.phrases]);
  const list = known.get(key) ?? choose(choices, rules);
  if (known.size >= MOST_LISTS) known.clear();
  known.set(key, list);
  return list;
}

function choose(choices: RuleChoices, rules: readonly FlagRule[]): readonly FlagRule[] {
  const own = (choices.phrases ?? [])
    .slice(0, MOST_OWN_PHRASES)
    .filter(({ phrase }) => checkPhrase(phrase).ok);
  const list = rules.map((rule) => chosen(rule, choices, own));
  return list.every((rule, nth) => rule === rules[nth]) ? rules : list;
}

function chosen(rule: FlagRule, { off, weights }: RuleChoices, own: readonly OwnPhrase[]): FlagRule {
  const added = own.filter(({ flag }) => flag === rule.flag).map(({ phrase }) => phrase);
  const weight = weightOf(weights?.[rule.flag]) ?? rule.weight;
  const isOff = off?.includes(rule.flag) ?? false;
  if (added.length === 0 && weight === rule.weight && !isOff) return rule;
  return { ...rule, weight, phrases: [...rule.phrases, ...added], ...(isOff ? { off: true } : {}) };
}

function weightOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1 && value <= 5 ? Math.round(value) : undefined;
}
