import { readable } from '../text/index.ts';
import { isBlock } from './display.ts';
import type { Element } from './tree.ts';

/**
 * How much an element holds, in characters: all its text, what of it stands in links, and its prose: paragraphs long
 * enough for a sentence that are not mostly links. Menus and footers have much text and no prose.
 */
export type Measure = { chars: number; linked: number; prose: number };

export type Measures = WeakMap<Element, Measure>;

const NOTHING: Measure = { chars: 0, linked: 0, prose: 0 };

export function measureOf(element: Element, measures: Measures): Measure {
  return measures.get(element) ?? NOTHING;
}

const SHORTEST_PROSE = 70;
/** Scripts without spaces say a sentence in fewer characters. */
const DENSE_SCRIPT = /[\u3040-\u30FF\u4E00-\u9FFF\uAC00-\uD7AF]/;

/** Measures every element of a tree. */
export function measureAll(body: Element): Measures {
  const measures: Measures = new WeakMap();
  walk(body, false, measures);
  return measures;
}

/** A paragraph's running text. */
type Run = { chars: number; linked: number; dense: boolean };

const EMPTY_RUN: Run = { chars: 0, linked: 0, dense: false };

/** `own` is what belongs to the paragraph around the element, `total` what is in blocks of their own. */
function walk(element: Element, inLink: boolean, measures: Measures): { own: Run; total: Measure } {
  const own: Run = { chars: 0, linked: 0, dense: false };
  const total: Measure = { chars: 0, linked: 0, prose: 0 };
  for (const child of element.children) {
    if (typeof child === 'string') {
      const chars = readable(child).length;
      own.chars += chars;
      own.linked += inLink ? chars : 0;
      own.dense ||= DENSE_SCRIPT.test(child);
      continue;
    }
    const inner = walk(child, inLink || child.name === 'a' || child.name === 'button', measures);
    add(total, inner.total);
    addRun(own, inner.own);
  }
  const whole = { chars: total.chars + own.chars, linked: total.linked + own.linked, prose: total.prose };
  measures.set(element, whole);
  if (!isBlock(element)) return { own, total };
  whole.prose += proseOf(own);
  return { own: EMPTY_RUN, total: whole };
}

function proseOf({ chars, linked, dense }: Run): number {
  return chars >= (dense ? SHORTEST_PROSE / 3 : SHORTEST_PROSE) && linked * 2 < chars ? chars : 0;
}

function add(sum: Measure, part: Measure): void {
  sum.chars += part.chars;
  sum.linked += part.linked;
  sum.prose += part.prose;
}

function addRun(sum: Run, part: Run): void {
  sum.chars += part.chars;
  sum.linked += part.linked;
  sum.dense ||= part.dense;
}
