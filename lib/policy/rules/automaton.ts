import type { PhraseNode } from './parse.ts';

/** What one position of a phrase accepts. */
export type Leaf =
  | { type: 'word'; word: string }
  | { type: 'stem'; stem: string }
  | { type: 'number' }
  | { type: 'class'; name: string }
  | { type: 'gap'; most: number };

/**
 * A phrase as a position automaton: `leaves[i]` may be followed by `follow[i]`, a match starts with one of `first`
 * and ends with one of `last`. Without epsilon moves and without repetition but for gaps, which are one position each and
 * count their words, so a run costs words times edges at most.
 */
export type Automaton = { leaves: Leaf[]; first: number[]; last: Set<number>; follow: number[][] };

type Part = { first: number[]; last: number[]; empty: boolean };

/** Glushkov's construction (V. M. Glushkov, "The abstract theory of automata", 1961) over the phrase's tree. */
export function automatonOf(tree: PhraseNode): Automaton {
  const automaton: Automaton = { leaves: [], first: [], last: new Set(), follow: [] };
  const whole = build(tree, automaton);
  automaton.first = whole.first;
  automaton.last = new Set(whole.last);
  return automaton;
}

/** True if a phrase can match no words at all: such a phrase would be found everywhere. */
export function matchesNothing(tree: PhraseNode): boolean {
  if (tree.type === 'sequence') return tree.items.every(matchesNothing);
  if (tree.type === 'choice') return tree.optional || tree.options.some(matchesNothing);
  return tree.type === 'gap';
}

function build(node: PhraseNode, into: Automaton): Part {
  switch (node.type) {
    case 'sequence':
      return node.items
        .map((item) => build(item, into))
        .reduce((left, right) => concatenate(left, right, into));
    case 'choice': {
      const options = node.options.map((option) => build(option, into));
      return {
        first: options.flatMap((option) => option.first),
        last: options.flatMap((option) => option.last),
        empty: node.optional || options.some((option) => option.empty),
      };
    }
    case 'gap':
      return { ...addLeaf(node, into), empty: true };
    default:
      return addLeaf(node, into);
  }
}

function addLeaf(leaf: Leaf, into: Automaton): Part {
  into.leaves.push(leaf);
  into.follow.push([]);
  const position = into.leaves.length - 1;
  return { first: [position], last: [position], empty: false };
}

function concatenate(left: Part, right: Part, into: Automaton): Part {
  for (const end of left.last) into.follow[end]?.push(...right.first);
  return {
    first: left.empty ? [...left.first, ...right.first] : left.first,
    last: right.empty ? [...left.last, ...right.last] : right.last,
    empty: left.empty && right.empty,
  };
}
