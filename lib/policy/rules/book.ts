import classFile from '../../../rules/classes.json' with { type: 'json' };
import { FLAG_RULES } from '../../../rules/flags/index.ts';
import type { FlagRule } from '../types.ts';
import { type Classes, compileClasses, compileRules, type RuleBook } from './compile.ts';

const books = new WeakMap<readonly FlagRule[], RuleBook>();

/**
 * The compiled form of a list of rules; the same list is compiled once.
 * @param rules those of `rules/flags` when left out.
 * @throws RuleError naming the rule, the phrase and the position of the first mistake.
 */
export function ruleBook(rules: readonly FlagRule[] = FLAG_RULES): RuleBook {
  const known = books.get(rules);
  if (known) return known;
  const book = compileRules(rules, classFile);
  books.set(rules, book);
  return book;
}

/** The classes of `rules/classes.json`, ready for phrases to name them. */
export function bookClasses(): Classes {
  return compileClasses(classFile);
}
