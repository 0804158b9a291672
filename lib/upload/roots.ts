import { isElement, isFileInput, isShadowRoot } from './kinds.ts';
import { shadowRootOf } from './shadow.ts';

/** Listeners by event type. They are all put in the capture phase: at `window` nobody comes before them. */
export type Listeners = Partial<{ [Type in keyof WindowEventMap]: (event: WindowEventMap[Type]) => void }>;

/** What a person does before a file can be chosen or a form sent: it leads the guard into shadow trees and to inputs. */
const LEADS = ['pointerdown', 'click', 'keydown'];

/**
 * Puts the guard's listeners on `window`, on every shadow root that a person's doings lead into (`change` and `submit` do not leave
 * a shadow tree), on every file input that is clicked (while the chooser is open, pages draw themselves anew and the input leaves the
 * document), and on any target that `adopt` is given. What was heard higher up is stopped there. Adopting again changes nothing, but
 * brings back the listeners that `document.open` takes away.
 */
export function listenEverywhere(listeners: Listeners): { adopt(root: EventTarget): void } {
  function adopt(root: EventTarget): void {
    for (const [type, listener] of Object.entries(listeners)) {
      root.addEventListener(type, listener as (event: Event) => void, true);
    }
    for (const type of LEADS) root.addEventListener(type, follow, true);
  }

  /** The listeners of a root that is adopted here still hear this very event on its way down. */
  function follow(event: Event): void {
    const path = event.composedPath();
    for (const step of path) if (isShadowRoot(step) || isFileInput(step)) adopt(step);
    const root = isElement(path[0]) ? shadowRootOf(path[0]) : null;
    if (root) adopt(root);
  }

  adopt(window);
  return { adopt };
}
