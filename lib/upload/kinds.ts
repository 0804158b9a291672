import { captured } from './capturing.ts';
import { getter } from './hooks/natives.ts';

/**
 * What an object is, asked of the object itself. `instanceof` would say no to a node that was made in another frame and moved here,
 * and the page could walk around the guard with it.
 */
const typeOf = captured(() => getter(HTMLInputElement.prototype, 'type'));
const actionOf = captured(() => getter(HTMLFormElement.prototype, 'action'));
const tagOf = captured(() => getter(Element.prototype, 'tagName'));
const hostOf = captured(() => getter(ShadowRoot.prototype, 'host'));
const inputTypeOf = captured(() => getter(InputEvent.prototype, 'inputType'));

export function isFileInput(target: unknown): target is HTMLInputElement {
  return answers(() => typeOf(target as HTMLInputElement) === 'file');
}

export function isForm(target: unknown): target is HTMLFormElement {
  return answers(() => typeof actionOf(target as HTMLFormElement) === 'string');
}

export function isElement(target: unknown): target is Element {
  return answers(() => typeof tagOf(target as Element) === 'string');
}

export function isShadowRoot(target: unknown): target is ShadowRoot {
  return answers(() => hostOf(target as ShadowRoot) !== null);
}

/** Typing makes InputEvents; choosing a file makes a plain Event. */
export function isTyping(event: Event): boolean {
  return answers(() => typeof inputTypeOf(event as InputEvent) === 'string');
}

/** Natives throw when they are asked of an object of another kind. */
function answers(question: () => boolean): boolean {
  try {
    return question();
  } catch {
    return false;
  }
}
