import type { ClassFile } from '../../../lib/policy/rules/compile.ts';
import { type PhraseNode, parsePhrase } from '../../../lib/policy/rules/parse.ts';
import type { FlagRule } from '../../../lib/policy/types.ts';

/** English letters alone: with Unicode's properties these take many times the memory and time, which would flatter us. */
const BETWEEN = '[^a-z0-9]+';

/** The same phrases as one regular expression a rule: what they would be run as without an engine of their own. */
export function expressionsOf(rules: readonly FlagRule[], classes: ClassFile): RegExp[] {
  const known = new Map<string, string>([['OWN-NAME', 'acme']]);
  const classSource = (name: string): string => {
    const source =
      known.get(name) ?? (classes[name] ?? []).map((member) => write(parsePhrase(member))).join('|');
    known.set(name, source);
    return source;
  };
  const write = (node: PhraseNode): string => sourceOf(node, classSource);
  return rules.map(({ phrases }) => {
    const sources = phrases.map((phrase) => write(parsePhrase(phrase.replace(/^[!?]/, ' '))));
    return new RegExp(`(?<![a-z0-9])(?:${sources.join('|')})(?![a-z0-9])`, 'i');
  });
}

function sourceOf(node: PhraseNode, classSource: (name: string) => string): string {
  switch (node.type) {
    case 'word':
      return node.word;
    case 'stem':
      return `${node.stem}[a-z0-9]*`;
    case 'number':
      return '[0-9]+';
    case 'class':
      return `(?:${classSource(node.name)})`;
    case 'gap':
      return `(?:[a-z0-9]+${BETWEEN}){0,${node.most}}?`;
    case 'choice':
      return `(?:${node.options.map((option) => sourceOf(option, classSource)).join('|')})`;
    case 'sequence':
      return node.items.map((item, nth) => joined(item, nth === node.items.length - 1, classSource)).join('');
  }
}

/** Gaps bring their own space; an optional group takes the space after it along. */
function joined(item: PhraseNode, last: boolean, classSource: (name: string) => string): string {
  const source = sourceOf(item, classSource);
  const space = last || item.type === 'gap' ? '' : BETWEEN;
  return item.type === 'choice' && item.optional ? `(?:${source}${space})?` : source + space;
}
