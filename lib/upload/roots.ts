import { shadowRootOf } from './shadow.ts';

/** Listeners by event type. They are all put in the capture phase: at `window` nobody comes before them. */
export type Listeners = Partial<{ [Type in keyof WindowEventMap]: (event: WindowEventMap[Type]) => void }>;

/** What a person does before a file can be chosen or a form sent: it leads the guard into shadow trees. */
const LEADS = ['pointerdown', 'click', 'keydown'];

/**
 * Puts the guard's listeners on `window`, on every shadow root that a person's doings lead into (`change` and `submit` do not leave
 * a shadow tree), and on any root that `adopt` is given. Each root once; what was heard higher up is stopped there.
 */
export function listenEverywhere(listeners: Listeners): { adopt(root: EventTarget): void } {
  const known = new WeakSet<EventTarget>();

  function adopt(root: EventTarget): void {
    if (known.has(root)) return;
    known.add(root);
    for (const [type, listener] of Object.entries(listeners)) {
      root.addEventListener(type, listener as (event: Event) => void, true);
    }
    for (const type of LEADS) root.addEventListener(type, follow, true);
  }

  /** The listeners of a root that is adopted here still hear this very event on its way down. */
  function follow(event: Event): void {
    for (const step of event.composedPath()) if (step instanceof ShadowRoot) adopt(step);
    const [target] = event.composedPath();
    const root = target instanceof Element ? shadowRootOf(target) : null;
    if (root) adopt(root);
  }

  adopt(window);
  return { adopt };
}
