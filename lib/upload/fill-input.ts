import { loadUp } from './transfer.ts';

const ours = new WeakSet<Event>();

/** Is this an event that `fill` made? The page cannot make one: the mark lives in this world. */
export function isOurs(event: Event): boolean {
  return ours.has(event);
}

/** Says that nothing was chosen, as the browser does when a person leaves the chooser with nothing new (HTML, "update the file selection"). */
export function dismiss(input: HTMLInputElement): void {
  input.dispatchEvent(new Event('cancel', { bubbles: true }));
}

/** Puts vetted files into an input and says so, as the browser does after a choice: `input`, then `change`. `filled` is called before. */
export function fill(input: HTMLInputElement, files: readonly File[], filled?: () => void): void {
  input.files = loadUp(files).files;
  filled?.();
  for (const type of ['input', 'change']) {
    const event = new Event(type, { bubbles: true, composed: type === 'input' });
    ours.add(event);
    input.dispatchEvent(event);
  }
}
