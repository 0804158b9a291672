import type { FlagRule } from '../types.ts';
import { type Anchor, AnchorIndex, anchorsOf, rarest } from './anchors.ts';
import { automatonOf, matchesNothing } from './automaton.ts';
import { type ClassTable, type Finder, finderOf } from './match.ts';
import { OWN_NAME } from './openings.ts';
import { PhraseError, type PhraseNode, parsePhrase } from './parse.ts';

/** Words that carry one meaning, by name: `{ "TRAIN": ["train", "fine tun*"] }`. Members may name other classes. */
export type ClassFile = Record<string, string[]>;

export type CompiledPhrase = {
  finder: Finder;
  /** The phrase names a negation itself, so that a negation in the sentence is what it is looking for. */
  negative: boolean;
  /** Written with a leading "!": nothing in the rule's `unless` takes it back. */
  firm: boolean;
};
export type CompiledRule = {
  rule: FlagRule;
  phrases: CompiledPhrase[];
  unless: Finder[];
  about: Finder[];
};
export type RuleBook = {
  rules: CompiledRule[];
  classes: ClassTable;
  /** Rules one of whose phrases may be in a sentence, with those phrases. */
  index: AnchorIndex<{ rule: CompiledRule; phrase: CompiledPhrase }>;
};

/** A rule that cannot be used, with the place: `no-training, phrases[2]: Unexpected ")" at position 7 of "..."`. */
export class RuleError extends Error {
  constructor(place: string, cause: PhraseError) {
    super(`${place}: ${cause.message}`, { cause });
    this.name = 'RuleError';
  }
}

/** More positions than this, and a phrase is a list that should be a class. Bounds the time a phrase can take. */
const MOST_LEAVES = 400;
const NEGATIONS = new Set(['not', 'never', 'no', 'nor', 'neither', 'without', 'none']);

/**
 * Makes rules ready to be looked for.
 * @throws RuleError naming the rule, the phrase and the position of the first mistake.
 */
export function compileRules(rules: readonly FlagRule[], classFile: ClassFile): RuleBook {
  const trees = classTrees(classFile);
  const anchors = classAnchors(trees);
  const automata = new Map([...trees].map(([name, tree]) => [name, automatonOf(tree)]));
  const ready = (tree: PhraseNode) => finderOf(automatonOf(tree), (name) => automata.get(name));
  const classes = new Map([...trees].map(([name, tree]) => [name, ready(tree)]));
  const book: RuleBook = { rules: [], classes, index: new AnchorIndex() };
  for (const rule of rules) {
    const read = (field: 'phrases' | 'unless' | 'about') =>
      (rule[field] ?? []).map((phrase, nth) => readPhrase(phrase, trees, `${rule.flag}, ${field}[${nth}]`));
    const phrases = read('phrases');
    const compiled: CompiledRule = {
      rule,
      phrases: phrases.map((tree, nth) => ({
        finder: ready(tree),
        negative: namesNegation(tree),
        firm: isFirm(rule.phrases[nth]),
      })),
      unless: read('unless').map(ready),
      about: read('about').map(ready),
    };
    book.rules.push(compiled);
    compiled.phrases.forEach((phrase, nth) => {
      const tree = phrases[nth];
      if (tree) book.index.add(anchorsOf(tree, anchors), { rule: compiled, phrase });
    });
  }
  return book;
}

function readPhrase(phrase: string, classes: Map<string, PhraseNode>, place: string): PhraseNode {
  try {
    // A space in place of the mark keeps the positions in error messages true.
    const tree = parsePhrase(isFirm(phrase) ? ` ${phrase.slice(1)}` : phrase);
    check(tree, phrase, classes);
    return tree;
  } catch (error) {
    throw error instanceof PhraseError ? new RuleError(place, error) : error;
  }
}

function isFirm(phrase = ''): boolean {
  return phrase.startsWith('!');
}

function check(tree: PhraseNode, phrase: string, classes: Map<string, PhraseNode>): void {
  if (matchesNothing(tree)) throw new PhraseError(phrase, 0, 'Everything here is optional');
  const unknown = classNames(tree).find((name) => name !== OWN_NAME && !classes.has(name));
  if (unknown) throw new PhraseError(phrase, phrase.indexOf(unknown), `No class is named ${unknown}`);
  if (automatonOf(tree).leaves.length > MOST_LEAVES)
    throw new PhraseError(phrase, 0, 'Too many words and gaps');
}

/** Every class's members as one choice. Classes hold no gaps and do not go in circles: both would cost time unbounded. */
function classTrees(file: ClassFile): Map<string, PhraseNode> {
  const trees = new Map<string, PhraseNode>(Object.keys(file).map((name) => [name, { type: 'number' }]));
  for (const [name, members] of Object.entries(file)) {
    const options = members.map((member, nth) => {
      const place = `class ${name}[${nth}]`;
      const tree = readPhrase(member, trees, place);
      if (hasGap(tree))
        throw new RuleError(place, new PhraseError(member, member.indexOf('...'), 'No gap in a class'));
      return tree;
    });
    trees.set(name, { type: 'choice', options, optional: false });
  }
  for (const name of trees.keys()) refuseCircle(name, trees, []);
  return trees;
}

function refuseCircle(name: string, trees: Map<string, PhraseNode>, path: string[]): void {
  if (path.includes(name)) {
    throw new RuleError(
      `class ${name}`,
      new PhraseError(path.join(' '), 0, 'Classes name each other in a circle'),
    );
  }
  const tree = trees.get(name);
  for (const inner of tree ? classNames(tree) : []) refuseCircle(inner, trees, [...path, name]);
}

function classAnchors(trees: Map<string, PhraseNode>): (name: string) => Anchor | null {
  const known = new Map<string, Anchor | null>();
  const anchors = (name: string): Anchor | null => {
    const tree = trees.get(name);
    if (!known.has(name)) known.set(name, tree ? rarest(tree, anchors) : null);
    return known.get(name) ?? null;
  };
  return anchors;
}

function children(tree: PhraseNode): PhraseNode[] {
  return tree.type === 'sequence' ? tree.items : tree.type === 'choice' ? tree.options : [];
}

function classNames(tree: PhraseNode): string[] {
  return tree.type === 'class' ? [tree.name] : children(tree).flatMap(classNames);
}

function hasGap(tree: PhraseNode): boolean {
  return tree.type === 'gap' || children(tree).some(hasGap);
}

function namesNegation(tree: PhraseNode): boolean {
  if (tree.type === 'word') return NEGATIONS.has(tree.word);
  return (tree.type === 'class' && tree.name === 'NOT') || children(tree).some(namesNegation);
}
