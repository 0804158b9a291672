import type { PhraseNode } from './parse.ts';

/** Beginnings of words of which every match holds at least one; `exact` ones are whole words. */
export type Anchor = { start: string; exact: boolean }[];

/** Words of nearly every sentence: as anchors they would let nearly every sentence through. */
const COMMON = new Set(
  'a all and any are as at be by can data do for from have if in information is it may must not of on or our shall that the this to us use used we will with you your'.split(
    ' ',
  ),
);

/**
 * The rarest set of words that a match cannot do without, or null where there is none.
 * @param classAnchor the same for a class, by name.
 */
export function anchorOf(node: PhraseNode, classAnchor: (name: string) => Anchor | null): Anchor | null {
  switch (node.type) {
    case 'word':
      return [{ start: node.word, exact: true }];
    case 'stem':
      return [{ start: node.stem, exact: false }];
    case 'class':
      return classAnchor(node.name);
    case 'sequence':
      return rarest(node.items.map((item) => anchorOf(item, classAnchor)));
    case 'choice':
      return node.optional ? null : union(node.options.map((option) => anchorOf(option, classAnchor)));
    default:
      return null;
  }
}

function union(anchors: (Anchor | null)[]): Anchor | null {
  return anchors.some((anchor) => anchor === null) ? null : anchors.flatMap((anchor) => anchor ?? []);
}

function rarest(anchors: (Anchor | null)[]): Anchor | null {
  const usable = anchors.filter((anchor) => anchor !== null);
  return usable.sort((left, right) => cost(left) - cost(right))[0] ?? null;
}

function cost(anchor: Anchor): number {
  return anchor.reduce((sum, { start, exact }) => sum + (COMMON.has(start) ? 60 : exact ? 1 : 2), 0);
}

/** Looks up, word by word, whose anchors a sentence holds. */
export class AnchorIndex<T> {
  readonly #exact = new Map<string, T[]>();
  readonly #stems = new Map<string, { stem: string; value: T }[]>();
  readonly #always: T[] = [];

  add(anchor: Anchor | null, value: T): void {
    if (!anchor) this.#always.push(value);
    for (const { start, exact } of anchor ?? []) {
      if (exact) append(this.#exact, start, value);
      else append(this.#stems, start.slice(0, 2), { stem: start, value });
    }
  }

  /** Every value of which an anchor word is among `words`. */
  candidates(words: readonly string[]): Set<T> {
    const found = new Set(this.#always);
    for (const word of new Set(words)) {
      for (const value of this.#exact.get(word) ?? []) found.add(value);
      for (const { stem, value } of this.#stems.get(word.slice(0, 2)) ?? []) {
        if (word.startsWith(stem)) found.add(value);
      }
    }
    return found;
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
