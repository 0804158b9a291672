import type { Element } from './tree.ts';

/** What buttons of the page open: by the ids that they name, and by standing right behind one that says it is closed. */
export type Panels = { controlled: ReadonlySet<string>; besideButtons: WeakSet<Element> };

/** How deep in the element before a panel its button may stand. */
const DEEPEST_BUTTON = 2;

/** The elements that follow one with a button (`aria-expanded`, WAI-ARIA 1.2 section 6.6). */
export function panelsBesideButtons(body: Element): WeakSet<Element> {
  const panels = new WeakSet<Element>();
  note(body, panels);
  return panels;
}

function note(parent: Element, panels: WeakSet<Element>): void {
  let former: Element | undefined;
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (former && holdsButton(former, DEEPEST_BUTTON)) panels.add(child);
    note(child, panels);
    former = child;
  }
}

function holdsButton({ attributes, children }: Element, deep: number): boolean {
  if ('aria-expanded' in attributes) return true;
  return deep > 0 && children.some((child) => typeof child !== 'string' && holdsButton(child, deep - 1));
}
