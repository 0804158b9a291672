import { type Question, writeQuestion } from '../question.ts';
import {
  ADOPT,
  ANSWER,
  FATES,
  FILLED,
  HELLO,
  LEAVING,
  OFFER,
  SENT,
  SET_DOWN,
  TAKEN,
  TAKEN_UP,
  VET,
  VETTED,
} from '../wire.ts';
import { bare, dispatch, getter, type List, listOf, uncurry } from './natives.ts';
import { layOut, reasonsOf, type Suspect, takeIn } from './tray.ts';

/** What the guard tells by itself. One hook may listen to each. */
export type Hearing = {
  /** These are clean files in an input, and where in a folder they were, a NUL between two paths. */
  filled(input: EventTarget | null, paths: string): void;
  /** This was dropped or pasted, and its event is under way. */
  takenUp(load: DataTransfer): void;
  /** This is what the page gets of the load before: `places` has the former place of each file, a space between two. */
  setDown(load: DataTransfer, places: string): void;
};

/** What the page hooks may ask of the guard. They decide nothing themselves. */
export type Guard = {
  /** Asks the guard to listen at `root`, for what never reaches `window`. */
  adopt(root: EventTarget): void;
  /** Asks whether an upload in clear text may leave; `answered` is called at once, or after the person has decided. */
  mayLeave(upload: Omit<Question, 'id'>, answered: (send: boolean) => void): void;
  /** Tells that an encrypted upload with a file in it leaves for this address. */
  noteSent(url: string): void;
  /** Has files vetted. `answered` gets them in order, null for what is kept back; at once when all are known as clean. */
  vet(suspects: List<Suspect>, answered: (files: List<File | null>) => void): void;
  /** Hearings are given without a prototype. */
  hear(hearing: Partial<Hearing>): void;
};

function allClean(count: number): string {
  let fates = '';
  for (let i = 0; i < count; i++) fates += FATES.clean;
  return fates;
}

type Tray = { tray: DataTransfer; suspects: List<Suspect>; answered: (files: List<File | null>) => void };

const NativeEvent = Event;
const NativeFocusEvent = FocusEvent;
const NativeInputEvent = InputEvent;
const NativeMessageEvent = MessageEvent;
const sourceOf = getter(MessageEvent.prototype, 'source');
const dataOf = getter(MessageEvent.prototype, 'data');
const textOf = getter(InputEvent.prototype, 'data');
const loadOf = getter(InputEvent.prototype, 'dataTransfer');
const relatedOf = getter(MouseEvent.prototype, 'relatedTarget');
const pointerTypeOf = getter(PointerEvent.prototype, 'pointerType');
const stop = uncurry(Event.prototype.stopImmediatePropagation);
const listen = uncurry(EventTarget.prototype.addEventListener);
const forget = uncurry(EventTarget.prototype.removeEventListener);
const slice = uncurry(String.prototype.slice);

/**
 * Finds the guard, in whichever order the two scripts run. As long as there is none, `adopt` does nothing (the guard says of itself
 * that it is limited), and what waits for an answer stays held.
 */
export function findGuard(): Guard {
  let wire: EventTarget | null = null;
  let asked = 0;
  const hearing: Partial<Hearing> = bare({});
  const waiting = bare<Record<string, (send: boolean) => void>>({});
  const trays = bare<Record<string, Tray>>({});

  function take(event: Event): void {
    stop(event);
    forget(window, OFFER, take, true);
    wire = sourceOf(event as MessageEvent);
    if (!wire) return;
    listen(wire, ANSWER, (answer) => settle(dataOf(answer as MessageEvent)));
    listen(wire, VETTED, (answer) => giveBack(dataOf(answer as MessageEvent)));
    listen(wire, FILLED, (event) => {
      hearing.filled?.(relatedOf(event as PointerEvent), pointerTypeOf(event as PointerEvent));
    });
    listen(wire, TAKEN_UP, (event) => {
      const load = loadOf(event as InputEvent);
      if (load) hearing.takenUp?.(load);
    });
    listen(wire, SET_DOWN, (event) => {
      const load = loadOf(event as InputEvent);
      if (load) hearing.setDown?.(load, textOf(event as InputEvent) ?? '');
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

  function giveBack(answer: unknown): void {
    for (const id in trays) {
      const text = `${answer}`;
      if (slice(text, 0, id.length + 1) !== `${id} `) continue;
      const held = trays[id];
      delete trays[id];
      if (held) held.answered(takeIn(held.suspects, held.tray, slice(text, id.length + 1)));
      return;
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
    noteSent(url) {
      if (wire) dispatch(wire, new NativeMessageEvent(SENT, bare({ data: url })));
    },
    vet(suspects, answered) {
      if (suspects.length === 0) return void answered(listOf());
      const id = `v${asked++}`;
      const tray = layOut(suspects);
      const data = `${id} ${reasonsOf(suspects)}`;
      trays[id] = { tray, suspects, answered };
      const init = bare({ dataTransfer: tray, data, cancelable: true });
      const held = !wire || dispatch(wire, new NativeInputEvent(VET, init));
      if (!held) giveBack(`${id} ${allClean(suspects.length)}`);
    },
    hear({ filled, takenUp, setDown }) {
      if (filled) hearing.filled = filled;
      if (takenUp) hearing.takenUp = takenUp;
      if (setDown) hearing.setDown = setDown;
    },
  };
}
