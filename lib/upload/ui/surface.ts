import { element } from './dom.ts';
import { STYLES } from './styles.ts';

export type Surface = { host: HTMLElement; root: ShadowRoot; remove(): void };

/**
 * A place of our own in the page: a closed shadow tree that the page can remove but not read. The sheet is constructed, which no
 * content security policy of the page forbids. What happens inside is not the page's business, so events stop at the border.
 */
export function openSurface(): Surface {
  const host = element('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  for (const type of ['click', 'pointerdown', 'mousedown', 'keydown', 'keyup', 'focusin']) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  document.documentElement.append(host);
  return { host, root, remove: () => host.remove() };
}
