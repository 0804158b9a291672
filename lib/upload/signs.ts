import { isFileInput } from './kinds.ts';
import type { Listeners } from './roots.ts';

/** Listeners that call `coming` at the first sign that a person is about to give the page a file: each comes before the file does. */
export function watchSigns(coming: () => void): Listeners {
  const onInput = (event: Event) => {
    if (isFileInput(event.composedPath()[0])) coming();
  };
  return {
    click: onInput,
    focusin: onInput,
    dragenter: (event) => {
      if (event.dataTransfer?.types.includes('Files')) coming();
    },
    keydown: (event) => {
      if (event.ctrlKey || event.metaKey) coming();
    },
  };
}
