import { t, textDirection } from '../../i18n.ts';
import { brand, element, mark } from './dom.ts';
import { liveParent, openSurface, type Surface } from './surface.ts';

export type NoticeItem = { name: string; text: string };

const SHOWN_MS = 12_000;
/** More than these are folded away. */
const OPEN_ITEMS = 2;
/** More than these nobody reads, and a page could send thousands. */
const MOST_ITEMS = 200;

/** A modal dialog of the page has come or gone. */
const MODAL_EVENTS = ['toggle', 'close'];

/** The small card in the corner: says what was taken out, goes by itself, stays while it is looked at. */
export function openNotices(): {
  add(title: (count: number) => string, items: NoticeItem[], trouble?: boolean): void;
} {
  let open:
    | { surface: Surface; card: HTMLElement; items: NoticeItem[]; timer: ReturnType<typeof setTimeout> }
    | undefined;

  function close(): void {
    if (!open) return;
    clearTimeout(open.timer);
    for (const type of MODAL_EVENTS) window.removeEventListener(type, move, true);
    open.surface.remove();
    open = undefined;
  }

  /** To where it can be clicked; what is moved must be shown anew. */
  function move(): void {
    const parent = liveParent();
    if (!open?.surface.host.isConnected || open.surface.host.parentNode === parent) return;
    parent.append(open.surface.host);
    open.card.showPopover();
  }

  /** What came a moment ago and is still shown is told again with the new, so that nothing is missed. */
  return {
    add(title, items, trouble = false) {
      const all = [...(open?.items ?? []), ...items].slice(-MOST_ITEMS);
      close();
      const surface = openSurface(liveParent());
      const card = cardOf(title(all.length), all, trouble, close);
      const expire = (): ReturnType<typeof setTimeout> =>
        setTimeout(() => {
          if (!open || open.surface !== surface) return;
          if (card.matches(':hover, :focus-within')) open.timer = expire();
          else close();
        }, SHOWN_MS);
      open = { surface, card, items: all, timer: expire() };
      for (const type of MODAL_EVENTS) window.addEventListener(type, move, true);
      surface.root.append(card);
      card.showPopover();
      announce(card);
    },
  };
}

function cardOf(title: string, items: NoticeItem[], trouble: boolean, close: () => void): HTMLElement {
  const shut = element('button', { class: 'close', type: 'button', 'aria-label': t('guard_close') }, '×');
  shut.addEventListener('click', close);
  const body = element(
    'div',
    { class: 'body', role: 'status' },
    brand(),
    element('h2', {}, title),
    listOf(items),
  );
  const row = element('div', { class: 'row' }, mark(), body, shut);
  const look = trouble ? 'card notice trouble' : 'card notice';
  const attributes = { class: look, popover: 'manual', 'aria-label': 'Meshwarden', dir: textDirection() };
  return element('section', attributes, row);
}

function listOf(items: NoticeItem[]): HTMLElement {
  const list = element('ul', {}, ...items.map(lineOf));
  if (items.length <= OPEN_ITEMS) return list;
  return element('details', {}, element('summary', {}, t('guard_what_was_removed')), list);
}

function lineOf({ name, text }: NoticeItem): HTMLElement {
  return element('li', {}, element('div', { class: 'name' }, name), element('div', { class: 'soft' }, text));
}

/** Screen readers speak what changes inside a live region, not what it was born with. */
function announce(card: HTMLElement): void {
  const region = card.querySelector('[role=status]');
  const content = [...(region?.childNodes ?? [])];
  region?.replaceChildren();
  requestAnimationFrame(() => region?.append(...content));
}
