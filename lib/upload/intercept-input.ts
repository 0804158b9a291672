import type { VettingDesk } from './desk.ts';
import { dismiss, fill, isOurs } from './fill-input.ts';
import type { Line } from './hooks-line.ts';
import { isElement, isFileInput, isTyping } from './kinds.ts';
import { shadowRootOf } from './shadow.ts';

/**
 * Listens to `input` and `change` of file inputs (both, they come one after the other): takes the files out before any other listener
 * runs, has them vetted, puts the clean ones in and says `input` and `change` again. The input is empty meanwhile.
 */
export function interceptInput(desk: VettingDesk, line: Pick<Line, 'tellFilled'>): (event: Event) => void {
  /** The latest choice of an input that is being vetted: a new choice takes the place of the one before. */
  const latest = new WeakMap<HTMLInputElement, readonly File[]>();

  async function vetAndReturn(input: HTMLInputElement, files: readonly File[]): Promise<void> {
    latest.set(input, files);
    const [clean] = await Promise.all([desk.vet(files), nextTask()]);
    if (latest.get(input) !== files) return;
    latest.delete(input);
    if (clean.length === 0) return dismiss(input);
    fill(input, clean, desk, line);
  }

  return (event) => {
    if (isOurs(event)) return;
    const input = fileInputOf(event, desk);
    if (!input) return;
    const files = Array.from(input.files ?? []);
    const isRaw = !desk.areVetted(files);
    if (isRaw || (files.length === 0 && latest.has(input))) event.stopImmediatePropagation();
    if (!isRaw) return;
    input.value = '';
    void vetAndReturn(input, files);
  };
}

/** The browser's own `change` comes in the task of its `input`: before that is over nothing may be given back. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The file input an event is about, also when it comes out of a closed shadow tree and shows only the host. */
function fileInputOf(event: Event, desk: VettingDesk): HTMLInputElement | undefined {
  const [target] = event.composedPath();
  if (isFileInput(target)) return target;
  // There is much typing.
  if (isTyping(event) || !isElement(target)) return undefined;
  const root = shadowRootOf(target);
  return root ? rawInputIn(root, desk) : undefined;
}

function rawInputIn(root: ShadowRoot, desk: VettingDesk): HTMLInputElement | undefined {
  for (const element of root.querySelectorAll('*')) {
    if (isFileInput(element) && !desk.areVetted(Array.from(element.files ?? []))) return element;
    const inner = shadowRootOf(element);
    const found = inner && rawInputIn(inner, desk);
    if (found) return found;
  }
  return undefined;
}
