import { apply, getter, notes, replaceGetter, uncurry } from './natives.ts';
import type { Guard } from './wire.ts';

const filesOf = getter(HTMLInputElement.prototype, 'files');
const split = uncurry(String.prototype.split as (separator: string) => string[]);

/**
 * Lets the clean files of a chosen folder say where in it they were, as the browser's own do. A `File` that a script makes has no
 * `webkitRelativePath`, and nothing can give it one.
 */
export function hookPaths(guard: Guard): void {
  const paths = notes<File, string>();
  guard.onPaths((input, text) => {
    const files = filesOf(input as HTMLInputElement);
    const all = split(text, '\0');
    for (let i = 0; i < all.length; i++) {
      const file = files?.[i];
      if (file) paths.set(file, all[i] ?? '');
    }
  });
  replaceGetter(
    File.prototype,
    'webkitRelativePath',
    (native) =>
      ({
        webkitRelativePath(this: File): string {
          return paths.get(this) ?? apply(native, this, []);
        },
      }).webkitRelativePath,
  );
}
