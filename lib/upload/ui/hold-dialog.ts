import { textDirection } from '../../i18n.ts';
import { brand, element, mark } from './dom.ts';
import { watchSight, watchTop } from './seen.ts';
import { openSurface } from './surface.ts';

/** `other`: a third way, between no and yes. */
export type HoldTexts = { title: string; body: Node[]; keep: string; send: string; other?: string };
export type Answer = 'keep' | 'send' | 'other';

/** The send button sleeps this long, so that no click meant for the page, and no hurried one, lands on it. */
const ARMING_MS = 800;

/**
 * Asks the person whether something held may go. Escape, the default button, and a page that takes the dialog away all mean no. Only
 * a trusted click on a button that was really to be seen, and for long enough, means yes.
 */
export function askToSend(texts: HoldTexts): Promise<Answer> {
  return new Promise((resolve) => {
    const surface = openSurface();
    const { dialog, keep, send, other } = dialogOf(texts);
    const ways = other ? [send, other] : [send];
    let arming: ReturnType<typeof setTimeout> | undefined;

    function arm(): void {
      clearTimeout(arming);
      for (const way of ways) way.setAttribute('aria-disabled', 'true');
      arming = setTimeout(() => {
        for (const way of ways) way.removeAttribute('aria-disabled');
      }, ARMING_MS);
    }

    function raise(): void {
      if (dialog.open) dialog.close();
      dialog.showModal();
      keep.focus();
      arm();
    }

    function settle(answer: Answer): void {
      clearTimeout(arming);
      top.stop();
      sight.stop();
      surface.remove();
      resolve(answer);
    }

    const top = watchTop(surface.host, { covered: raise, removed: () => settle('keep') });
    keep.addEventListener('click', () => settle('keep'));
    dialog.addEventListener('cancel', () => settle('keep'));
    for (const way of ways) {
      way.addEventListener('click', (event) => {
        if (!event.isTrusted || way.hasAttribute('aria-disabled')) return;
        if (top.isTop() && sight.isSeen()) settle(way === send ? 'send' : 'other');
        else raise();
      });
    }
    surface.root.append(dialog);
    const sight = watchSight(send, surface.root);
    raise();
  });
}

function dialogOf({ title, body, keep, send, other }: HoldTexts) {
  const keepButton = element('button', { type: 'button', class: 'keep', autofocus: '' }, keep);
  const sendButton = element('button', { type: 'button', class: 'send' }, send);
  const otherButton = other && element('button', { type: 'button', class: 'other' }, other);
  const dialog = element(
    'dialog',
    {
      class: 'card',
      role: 'alertdialog',
      'aria-labelledby': 'title',
      'aria-describedby': 'text',
      dir: textDirection(),
    },
    element(
      'div',
      { class: 'row' },
      mark(),
      element('div', {}, brand(), element('h2', { id: 'title' }, title)),
    ),
    element('div', { class: 'text', id: 'text' }, ...body),
    element('div', { class: 'actions' }, sendButton, ...(otherButton ? [otherButton] : []), keepButton),
  );
  return { dialog, keep: keepButton, send: sendButton, other: otherButton };
}
