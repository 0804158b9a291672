import { type Question, writeQuestion } from '../question.ts';
import { ADOPT, ANSWER, HELLO, LEAVING, OFFER, PATHS, TAKEN } from '../wire.ts';
import { bare, dispatch, getter, uncurry } from './natives.ts';

/** What the page hooks may ask of the guard. They decide nothing themselves. */
export type Guard = {
  /** Asks the guard to listen at `root`, for what never reaches `window`. */
  adopt(root: EventTarget): void;
  /** Asks whether an upload in clear text may leave; `answered` is called at once, or after the person has decided. */
  mayLeave(upload: Omit<Question, 'id'>, answered: (send: boolean) => void): void;
  /** `heard` is told where in a folder the files of an input were, a NUL between two paths. Only one may listen. */
  onPaths(heard: (input: EventTarget | null, paths: string) => void): void;
};

const NativeEvent = Event;
const NativeFocusEvent = FocusEvent;
const NativeMessageEvent = MessageEvent;
const sourceOf = getter(MessageEvent.prototype, 'source');
const dataOf = getter(MessageEvent.prototype, 'data');
const relatedOf = getter(MouseEvent.prototype, 'relatedTarget');
const pointerTypeOf = getter(PointerEvent.prototype, 'pointerType');
const stop = uncurry(Event.prototype.stopImmediatePropagation);
const listen = uncurry(EventTarget.prototype.addEventListener);
const forget = uncurry(EventTarget.prototype.removeEventListener);

/**
 * Finds the guard, in whichever order the two scripts run. As long as there is none, `adopt` does nothing (the guard says of itself
 * that it is limited) and uploads in clear text stay held.
 */
export function findGuard(): Guard {
  let wire: EventTarget | null = null;
  let asked = 0;
  let hearPaths: Parameters<Guard['onPaths']>[0] | undefined;
  const waiting = bare<Record<string, (send: boolean) => void>>({});

  function take(event: Event): void {
    stop(event);
    forget(window, OFFER, take, true);
    wire = sourceOf(event as MessageEvent);
    if (!wire) return;
    listen(wire, ANSWER, (answer) => settle(dataOf(answer as MessageEvent)));
    listen(wire, PATHS, (event) => {
      hearPaths?.(relatedOf(event as PointerEvent), pointerTypeOf(event as PointerEvent));
    });
    dispatch(wire, new NativeEvent(TAKEN));
  }

  function settle(answer: unknown): void {
    for (const id in waiting) {
      const send = answer === `${id} send`;
      if (!send && answer !== `${id} keep`) continue;
      const answered = waiting[id];
      delete waiting[id];
      answered?.(send);
    }
  }

  listen(window, OFFER, take, true);
  dispatch(window, new NativeEvent(HELLO));

  return {
    adopt(root) {
      if (wire) dispatch(wire, new NativeFocusEvent(ADOPT, bare({ relatedTarget: root })));
    },
    mayLeave({ route, url, files }, answered) {
      const id = `u${asked++}`;
      const data = writeQuestion({ id, route, url, files });
      waiting[id] = answered;
      const held = !wire || dispatch(wire, new NativeMessageEvent(LEAVING, bare({ data, cancelable: true })));
      if (!held) settle(`${id} send`);
    },
    onPaths(heard) {
      hearPaths = heard;
    },
  };
}
