import type { VettingDesk } from './desk.ts';
import type { Line } from './hooks-line.ts';
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

type Tell = Pick<Line, 'tellFilled'>;

/** Puts vetted files into an input and says so, as the browser does after a choice: `input`, then `change`. */
export function fill(input: HTMLInputElement, files: readonly File[], desk: VettingDesk, line: Tell): void {
  fillQuietly(input, files, desk, line);
  for (const type of ['input', 'change']) {
    const event = new Event(type, { bubbles: true, composed: type === 'input' });
    ours.add(event);
    input.dispatchEvent(event);
  }
}

/** Puts vetted files into an input. Only the page hooks are told, with where in a chosen folder each was. */
export function fillQuietly(
  input: HTMLInputElement,
  files: readonly File[],
  desk: VettingDesk,
  line: Tell,
): void {
  input.files = loadUp(files).files;
  // In Firefox they are not the same objects any more.
  for (const file of input.files) desk.vouch(file);
  line.tellFilled(input, files.map(desk.pathOf));
}
