import { loadUp } from './transfer.ts';

const ours = new WeakSet<Event>();

/** Is this an event that `fill` made? The page cannot make one: the mark lives in this world. */
export function isOurs(event: Event): boolean {
  return ours.has(event);
}

/** Puts vetted files into an input and says so, as the browser does after a choice: `input`, then `change`. */
export function fill(input: HTMLInputElement, files: readonly File[]): void {
  input.files = loadUp(files).files;
  for (const type of ['input', 'change']) {
    const event = new Event(type, { bubbles: true, composed: type === 'input' });
    ours.add(event);
    input.dispatchEvent(event);
  }
}
