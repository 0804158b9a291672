import type { Block } from '../text/index.ts';
import { isBoilerplate } from './boilerplate.ts';
import { isHidden, isVeiled } from './display.ts';
import type { Draft } from './flatten.ts';
import { flatten } from './flatten.ts';
import type { PageFacts } from './judge.ts';
import { POLICY_NAME } from './judge.ts';
import type { Measure, Measures } from './measure.ts';
import { measureAll, measureOf } from './measure.ts';
import { type Panels, panelsBesideButtons } from './panels.ts';
import type { Element, Page } from './tree.ts';
import { isLink, isProse, trimEdges } from './trim.ts';

/** A main element is believed when it holds this share of the page's prose. */
const MAIN_SHARE = 0.6;

/** The document's blocks in reading order, and what tells a document from an index of documents. */
export type Content = { blocks: Block[] } & Pick<PageFacts, 'prose' | 'policyLinks'>;

/** What of a page is the document, without the page around it. */
export function contentOf(page: Page): Content {
  const measures = measureAll(page.body);
  const whole = measureOf(page.body, measures);
  const root = mainOf(page.body, whole, measures);
  const panels = { controlled: page.controlled, besideButtons: panelsBesideButtons(page.body) };
  const visible = (element: Element) =>
    !isShut(element, panels, measures) && !isBoilerplate(element, measureOf(element, measures), whole);
  const drafts = flatten(root, (element) => visible(element) && !isVeiled(element));
  // Where most of the text is veiled, the veil is on the page (an open dialog, a script's start), not on decoration.
  const all = flatten(root, visible);
  return summed(length(drafts) * 2 < length(all) ? all : drafts);
}

function summed(drafts: Draft[]): Content {
  const policies = (among: Draft[]) =>
    new Set(among.filter(isLink).flatMap(({ block }) => (POLICY_NAME.test(block.text) ? [block.text] : [])))
      .size;
  return {
    blocks: trimEdges(drafts).map((draft) => draft.block),
    prose: length(drafts.filter(isProse)),
    policyLinks: {
      within: policies(drafts.slice(0, drafts.findLastIndex(isProse) + 1)),
      all: policies(drafts),
    },
  };
}

function length(drafts: Draft[]): number {
  return drafts.reduce((sum, { block }) => sum + block.text.length, 0);
}

/**
 * Hidden for good. A closed panel that a button on the page opens can be read, when there is prose in it; the same in another
 * language is another document.
 */
function isShut(element: Element, panels: Panels, measures: Measures): boolean {
  if (!isHidden(element)) return false;
  const { prose, chars } = measureOf(element, measures);
  const { id = '', lang = 'en' } = element.attributes;
  const opens = panels.controlled.has(id) || panels.besideButtons.has(element);
  return !(opens && prose * 2 > chars && /^en\b/i.test(lang));
}

function mainOf(body: Element, whole: Measure, measures: Measures): Element {
  const mains = find(
    body,
    ({ name, attributes }) => name === 'main' || name === 'article' || attributes.role === 'main',
  );
  return mains.find((main) => measureOf(main, measures).prose >= whole.prose * MAIN_SHARE) ?? body;
}

function find(element: Element, test: (inner: Element) => boolean): Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : test(child) ? [child, ...find(child, test)] : find(child, test),
  );
}
