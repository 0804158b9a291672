import { languageTag } from '../../i18n.ts';
import { element } from './dom.ts';
import { STYLES } from './styles.ts';

export type Surface = { host: HTMLElement; root: ShadowRoot; remove(): void };

/** Where the page lets people click: while a modal dialog of the page is open, everything outside of it is inert. */
export function liveParent(): Element {
  return Array.from(document.querySelectorAll('dialog:modal')).at(-1) ?? document.documentElement;
}

/**
 * A place of our own in the page: a closed shadow tree that the page can remove but not read. The sheet is constructed, which no
 * content security policy of the page forbids. What happens inside is not the page's business, so events stop at the border.
 */
export function openSurface(parent: Element = document.documentElement): Surface {
  const host = element('div', { lang: languageTag(), dir: 'ltr' });
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  for (const type of ['click', 'pointerdown', 'mousedown', 'keydown', 'keyup', 'focusin']) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  parent.append(host);
  return { host, root, remove: () => host.remove() };
}
