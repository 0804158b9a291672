import { setKnown } from './known.ts';
import { apply, bare, getter, notes, replaceGetter, uncurry } from './natives.ts';
import type { Guard } from './wire.ts';

const filesOf = getter(HTMLInputElement.prototype, 'files');
const fileAt = uncurry(FileList.prototype.item);
const indexOf = uncurry(String.prototype.indexOf);
const slice = uncurry(String.prototype.slice);

/**
 * Remembers the clean files that the guard puts into inputs, and lets those of a chosen folder say where in it they were, as the
 * browser's own do. A `File` that a script makes has no `webkitRelativePath`, and nothing can give it one.
 */
export function hookFilled(guard: Guard): void {
  const paths = notes<File, string>();

  function filled(input: EventTarget | null, text: string): void {
    const files = filesOf(input as HTMLInputElement);
    let rest = text;
    for (let i = 0; i < (files?.length ?? 0); i++) {
      const file = files && fileAt(files, i);
      const end = indexOf(rest, '\0');
      const path = end < 0 ? rest : slice(rest, 0, end);
      rest = end < 0 ? '' : slice(rest, end + 1);
      if (!file) continue;
      setKnown(file);
      if (path !== '') paths.set(file, path);
    }
  }

  guard.hear(bare({ filled }));
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
