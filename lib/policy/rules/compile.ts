import type { FlagRule } from '../types.ts';
import { type Anchor, AnchorIndex, anchorsOf, rarest } from './anchors.ts';
import { type Automaton, automatonOf, matchesNothing } from './automaton.ts';
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
  /** Written with a leading "?": quoted only where the document says the flag in no other way. */
  weak: boolean;
};
export type CompiledRule = {
  rule: FlagRule;
  phrases: CompiledPhrase[];
  unless: Finder[];
  /** Those of `unless` written with a leading "!": they speak against firm phrases too. */
  never: Finder[];
  about: Finder[];
  notAbout: Finder[];
  takenBackBy: Finder[];
  sectionPhrases: CompiledPhrase[];
  sectionSays: CompiledPhrase[];
};
type PhraseField =
  | 'phrases'
  | 'unless'
  | 'about'
  | 'notAbout'
  | 'takenBackBy'
  | 'sectionPhrases'
  | 'sectionSays';
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

/**
 * More positions than this, or ways from one to the next, and a phrase is a list that should be a class. Together with the
 * text's length they bound the time a phrase can take. (The longest phrase of the package has 53, the most ways are 338.)
 */
const MOST_LEAVES = 80;
const MOST_WAYS = 800;
const NEGATIONS = new Set(['not', 'never', 'no', 'nor', 'neither', 'without', 'none', 'nothing', 'nobody']);

/** The classes of a file, ready for phrases to name them. */
export type Classes = {
  trees: Map<string, PhraseNode>;
  anchors: (name: string) => Anchor | null;
  automata: Map<string, Automaton>;
  finders: ClassTable;
};

const compiledClasses = new WeakMap<ClassFile, Classes>();

/**
 * Makes classes ready; the same file is read once.
 * @throws RuleError naming the class, the member and the position of the first mistake.
 */
export function compileClasses(file: ClassFile): Classes {
  const known = compiledClasses.get(file);
  if (known) return known;
  const trees = classTrees(file);
  const automata = new Map([...trees].map(([name, tree]) => [name, automatonOf(tree)]));
  const finders = new Map(
    [...automata].map(([name, automaton]) => [name, finderOf(automaton, (other) => automata.get(other))]),
  );
  const classes = { trees, anchors: classAnchors(trees), automata, finders };
  compiledClasses.set(file, classes);
  return classes;
}

/**
 * Makes rules ready to be looked for.
 * @throws RuleError naming the rule, the phrase and the position of the first mistake.
 */
export function compileRules(rules: readonly FlagRule[], classFile: ClassFile): RuleBook {
  const { trees, anchors, automata, finders: classes } = compileClasses(classFile);
  const ready = (tree: PhraseNode) => finderOf(automatonOf(tree), (name) => automata.get(name));
  const book: RuleBook = { rules: [], classes, index: new AnchorIndex() };
  for (const rule of rules) {
    const read = (field: PhraseField) =>
      (rule[field] ?? []).map((phrase, nth) => readPhrase(phrase, trees, `${rule.flag}, ${field}[${nth}]`));
    const phrases = read('phrases');
    const phrasesOf = (field: PhraseField): CompiledPhrase[] =>
      read(field).map((tree, nth) => ({
        finder: ready(tree),
        negative: namesNegation(tree),
        firm: isFirm(rule[field]?.[nth]),
        weak: isWeak(rule[field]?.[nth]),
      }));
    const compiled: CompiledRule = {
      rule,
      phrases: phrasesOf('phrases'),
      unless: read('unless').map(ready),
      never: read('unless')
        .filter((_, nth) => isFirm(rule.unless?.[nth]))
        .map(ready),
      about: read('about').map(ready),
      notAbout: read('notAbout').map(ready),
      takenBackBy: read('takenBackBy').map(ready),
      sectionPhrases: phrasesOf('sectionPhrases'),
      sectionSays: phrasesOf('sectionSays'),
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
    return readPhraseTree(phrase, classes);
  } catch (error) {
    throw error instanceof PhraseError ? new RuleError(place, error) : error;
  }
}

/**
 * A phrase as a tree that is fit to be looked for.
 * @param classes the classes it may name.
 * @throws PhraseError with the position of the first mistake.
 */
export function readPhraseTree(phrase: string, classes: Map<string, PhraseNode>): PhraseNode {
  // A space in place of the mark keeps the positions in error messages true.
  const tree = parsePhrase(isFirm(phrase) || isWeak(phrase) ? ` ${phrase.slice(1)}` : phrase);
  check(tree, phrase, classes);
  return tree;
}

function isFirm(phrase = ''): boolean {
  return phrase.startsWith('!');
}

function isWeak(phrase = ''): boolean {
  return phrase.startsWith('?');
}

function check(tree: PhraseNode, phrase: string, classes: Map<string, PhraseNode>): void {
  if (matchesNothing(tree)) throw new PhraseError(phrase, 0, 'optional');
  const unknown = classNames(tree).find((name) => name !== OWN_NAME && !classes.has(name));
  if (unknown) throw new PhraseError(phrase, phrase.indexOf(unknown), 'class', unknown);
  const { leaves, follow } = automatonOf(tree);
  const ways = follow.reduce((sum, followers) => sum + followers.length, 0);
  if (leaves.length > MOST_LEAVES || ways > MOST_WAYS) throw new PhraseError(phrase, 0, 'many');
}

/** Every class's members as one choice. Classes hold no gaps and do not go in circles: both would cost time unbounded. */
function classTrees(file: ClassFile): Map<string, PhraseNode> {
  const trees = new Map<string, PhraseNode>(Object.keys(file).map((name) => [name, { type: 'number' }]));
  for (const [name, members] of Object.entries(file)) {
    const options = members.map((member, nth) => {
      const place = `class ${name}[${nth}]`;
      const tree = readPhrase(member, trees, place);
      if (hasGap(tree))
        throw new RuleError(place, new PhraseError(member, member.indexOf('...'), 'class_gap'));
      return tree;
    });
    trees.set(name, { type: 'choice', options, optional: false });
  }
  for (const name of trees.keys()) refuseCircle(name, trees, []);
  return trees;
}

function refuseCircle(name: string, trees: Map<string, PhraseNode>, path: string[]): void {
  if (path.includes(name)) {
    throw new RuleError(`class ${name}`, new PhraseError(path.join(' '), 0, 'class_circle'));
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
