import { setKnown } from './known.ts';
import { getter, listOf, uncurry } from './natives.ts';
import type { Guard } from './wire.ts';

const NativeDOMException = DOMException;
const NativeFile = File;
const slice = uncurry(Blob.prototype.slice);
const typeOf = getter(Blob.prototype, 'type');
const sizeOf = getter(Blob.prototype, 'size');
const defineProperty = Reflect.defineProperty;

/**
 * A promise that is kept asks the value for its `then`, and so would hand a raw file to a page that put a getter of that name on
 * `Object.prototype`. It gets no further than this.
 */
export function hookThen(): void {
  for (const prototype of [File.prototype, Blob.prototype]) {
    defineProperty(prototype, 'then', { value: undefined, writable: false, configurable: false });
  }
}

/** Has a file vetted that the person chose, and gives the clean one; `kept` gets what a page hears of a file that cannot be read. */
export function vetChosen(
  guard: Guard,
  file: File,
  given: (file: File) => void,
  kept: (error: DOMException) => void,
): void {
  guard.vet(listOf({ file, reason: 'chosen' as const }), (back) => {
    if (back[0]) given(back[0]);
    else kept(new NativeDOMException('The file could not be read.', 'NotReadableError'));
  });
}

/** The same for what is no file and has no name. */
export function vetChosenBlob(
  guard: Guard,
  blob: Blob,
  given: (blob: Blob) => void,
  kept: (error: DOMException) => void,
): void {
  const type = typeOf(blob);
  const asBlob = (clean: File) => {
    const plain = slice(clean, 0, sizeOf(clean), type);
    setKnown(plain);
    given(plain);
  };
  vetChosen(guard, new NativeFile([blob], '', { type }), asBlob, kept);
}
