import { clearTextAction, eachChosen, fileAction, formFileNames } from '../form-target.ts';
import { isKnown } from './known.ts';
import { addTo, apply, isConnected, type List, listOf, replaceMethod, rootOf, uncurry } from './natives.ts';
import { layOut, type Suspect } from './tray.ts';
import type { Guard } from './wire.ts';

const fileAt = uncurry(FileList.prototype.item);
const filesOn = Object.getOwnPropertyDescriptor(DataTransfer.prototype, 'files')?.get;
const setFiles = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'files')?.set;

/**
 * Forms that are sent by a script. `submit()` fires no event, so it is held here; `requestSubmit()` fires one that the guard hears,
 * once it listens in the form's own tree. Forms that a person submits the guard hears by itself.
 */
export function hookForms(guard: Guard): void {
  replaceMethod(
    HTMLFormElement.prototype,
    'submit',
    (native) =>
      ({
        submit(this: HTMLFormElement) {
          vetChosen(guard, this, () => {
            const url = clearTextAction(this, null);
            if (!url) {
              const to = fileAction(this, null);
              if (to && isConnected(this)) guard.noteSent(to);
              return apply(native, this, []);
            }
            guard.mayLeave({ route: 'form', url, files: formFileNames(this) }, (free) => {
              // The form may have been given another address while it was held.
              if (free && isConnected(this) && clearTextAction(this, null) === url) apply(native, this, []);
            });
          });
        },
      }).submit,
  );
  replaceMethod(
    HTMLFormElement.prototype,
    'requestSubmit',
    (native) =>
      ({
        requestSubmit(this: HTMLFormElement, ...args: [HTMLElement?]) {
          guard.adopt(rootOf(this));
          return apply(native, this, args);
        },
      }).requestSubmit,
  );
}

type Chosen = { input: HTMLInputElement; count: number };

/**
 * Files that a script has put into a form's inputs, without a word to anybody, are vetted before the form is sent; then `ready` is called.
 * When one is kept back the form is not sent.
 */
function vetChosen(guard: Guard, form: HTMLFormElement, ready: () => void): void {
  const inputs: List<Chosen> = listOf();
  const suspects: List<Suspect> = listOf();
  eachChosen(form, (input, files) => {
    if (areKnown(files)) return;
    addTo(inputs, { input, count: files.length });
    for (let i = 0; i < files.length; i++) {
      addTo(suspects, { file: fileAt(files, i) as File, reason: 'sent' });
    }
  });
  if (suspects.length === 0) return void ready();
  guard.vet(suspects, (back) => {
    let next = 0;
    for (let i = 0; i < inputs.length; i++) {
      const { input, count } = inputs[i] as Chosen;
      const own: List<Suspect> = listOf();
      for (let j = 0; j < count; j++) {
        const file = back[next++];
        if (!file) return;
        addTo(own, { file, reason: 'sent' });
      }
      if (filesOn && setFiles) apply(setFiles, input, [apply(filesOn, layOut(own), []) as FileList]);
    }
    ready();
  });
}

function areKnown(files: FileList): boolean {
  for (let i = 0; i < files.length; i++) if (!isKnown(fileAt(files, i) as File)) return false;
  return true;
}
