import { clearTextAction, formFileNames } from '../form-target.ts';
import { apply, isConnected, replaceMethod, rootOf } from './natives.ts';
import type { Guard } from './wire.ts';

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
          const url = clearTextAction(this, null);
          if (!url) return apply(native, this, []);
          guard.mayLeave({ route: 'form', url, files: formFileNames(this) }, (free) => {
            // The form may have been given another address while it was held.
            if (free && isConnected(this) && clearTextAction(this, null) === url) apply(native, this, []);
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
