import { isFileInput, isShadowRoot } from '../kinds.ts';
import { apply, bare, getter, isConnected, replaceMethod, rootOf } from './natives.ts';
import type { Guard } from './wire.ts';

const viewOf = getter(Document.prototype, 'defaultView');
const typeOf = getter(Event.prototype, 'type');

/**
 * Inputs that `window` cannot hear: `document.createElement('input').click()`, never attached, and what happens inside of detached
 * shadow trees. Everything that can open a picker there first hands the tree to the guard, which listens at its root. The input itself
 * is handed over as well, wherever it is: it may be somewhere else when the picker closes.
 */
export function hookDetachedInputs(guard: Guard): void {
  const adopt = (node: Node) => {
    if (!isConnected(node)) guard.adopt(rootOf(node, bare({ composed: true })));
    if (isFileInput(node)) guard.adopt(node);
  };
  replaceMethod(
    HTMLElement.prototype,
    'click',
    (native) =>
      ({
        click(this: HTMLElement) {
          ifNode(this, adopt);
          return apply(native, this, []);
        },
      }).click,
  );
  replaceMethod(
    HTMLInputElement.prototype,
    'showPicker',
    (native) =>
      ({
        showPicker(this: HTMLInputElement) {
          ifNode(this, adopt);
          return apply(native, this, []);
        },
      }).showPicker,
  );
  replaceMethod(
    EventTarget.prototype,
    'dispatchEvent',
    (native) =>
      ({
        dispatchEvent(this: EventTarget, event: Event) {
          if (isClick(event)) ifNode(this, adopt);
          return apply(native, this, [event]);
        },
      }).dispatchEvent,
  );
}

const GUARDED = bare({ input: true, change: true, drop: true, paste: true, submit: true });

/**
 * Among capturing listeners of one target the first one registered hears first. So the guard is told of a target before the page puts
 * a capturing listener for one of its events there; all other listeners come after the guard's anyhow. `when` makes an Observable of
 * events (WICG Observable), which listens without `addEventListener`.
 */
export function hookEarlyListeners(guard: Guard): void {
  replaceMethod(
    EventTarget.prototype,
    'addEventListener',
    (native) =>
      ({
        addEventListener(this: EventTarget, ...args: Parameters<EventTarget['addEventListener']>) {
          if (args.length > 1) args[0] = `${args[0]}`;
          if (comesEarly(this, args[0], args[2])) guard.adopt(this ?? window);
          return apply(native, this, args);
        },
      }).addEventListener,
  );
  replaceMethod(
    EventTarget.prototype as Observed,
    'when',
    (native) =>
      ({
        when(this: EventTarget, ...args: unknown[]) {
          if (args.length > 0) args[0] = `${args[0]}`;
          if (comesEarly(this, args[0] as string, args[1])) guard.adopt(this ?? window);
          return apply(native, this, args);
        },
      }).when,
  );
}

/** No type package knows it yet. */
type Observed = EventTarget & { when(...args: unknown[]): unknown };

/**
 * Would a listener hear before the guard's? Options that are neither absent nor false may mean capture by the time the browser looks
 * at them. Clicks matter where only they lead the guard on, in shadow trees: elsewhere pages listen to them by the thousand.
 */
function comesEarly(target: EventTarget, type: string, options: unknown): boolean {
  if (options === undefined || options === false) return false;
  return type in GUARDED || (type === 'click' && isShadowRoot(target));
}

/** `document.open`, and a late `write`, take away all listeners of the document and its window, the guard's as well. */
export function hookDocumentOpen(guard: Guard): void {
  const readopt = (page: Document) => {
    const view = viewOf(page);
    if (view) guard.adopt(view);
  };
  replaceMethod(
    Document.prototype,
    'open',
    (native) =>
      ({
        open(this: Document, ...args: unknown[]) {
          const opened = apply(native, this, args);
          readopt(this);
          return opened;
        },
      }).open as typeof native,
  );
  for (const name of ['write', 'writeln'] as const) {
    replaceMethod(
      Document.prototype,
      name,
      (native) =>
        ({
          [name](this: Document, ...args: unknown[]) {
            apply(native, this, args);
            readopt(this);
          },
        })[name] as typeof native,
    );
  }
}

/** Asks the object itself what it is: `instanceof` can be bent by the page. */
function ifNode(target: unknown, then: (node: Node) => void): void {
  try {
    isConnected(target as Node);
  } catch {
    return;
  }
  then(target as Node);
}

function isClick(event: unknown): boolean {
  try {
    return typeOf(event as Event) === 'click';
  } catch {
    return false;
  }
}
