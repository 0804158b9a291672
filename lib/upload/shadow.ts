import { isElement } from './kinds.ts';

type DomApi = { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };

/** The shadow root of an element, closed ones as well: extensions may look into them (Chromium: `chrome.dom`, Firefox: a property). */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const { chrome } = globalThis as { chrome?: DomApi };
  try {
    const own = element as Element & { openOrClosedShadowRoot?: ShadowRoot | null };
    return own.openOrClosedShadowRoot ?? chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot;
  } catch {
    return element.shadowRoot;
  }
}

/** What is really under the pointer: at `window` a closed shadow tree shows only its host. */
export function deepTarget(event: DragEvent): EventTarget {
  let target = event.composedPath()[0] ?? document.documentElement;
  for (;;) {
    const root = isElement(target) ? shadowRootOf(target) : null;
    const inner = root?.elementFromPoint(event.clientX, event.clientY);
    if (!inner || inner === target) return target;
    target = inner;
  }
}
