import { isKnown, setKnown } from './known.ts';
import { isHarmless } from './look.ts';
import { apply, bare, replaceMethod } from './natives.ts';

const NativeProxy = Proxy;
const construct = Reflect.construct;
const defineProperty = Reflect.defineProperty;
const isArray = Array.isArray;

/**
 * Remembers what a page makes of known parts: pieces of clean files (most uploaders send those), texts, and data of its programs. What
 * is not known is only vetted once more when it leaves, so nothing depends on this but time.
 */
export function hookBlobs(): void {
  replaceMethod(
    Blob.prototype,
    'slice',
    (native) =>
      ({
        slice(this: Blob, ...args: unknown[]) {
          const piece = apply(native, this, args) as Blob;
          if (isKnown(this)) setKnown(piece);
          return piece;
        },
      }).slice as typeof native,
  );
  replaceConstructor('Blob');
  replaceConstructor('File');
}

function replaceConstructor(name: 'Blob' | 'File'): void {
  const native = window[name];
  const handler = bare({
    construct(target: typeof Blob, args: unknown[], newTarget: typeof Blob) {
      const made = construct(target, args, newTarget) as Blob;
      if (isOfKnown(args[0])) setKnown(made);
      return made;
    },
  });
  const replacement = new NativeProxy(native as typeof Blob, handler);
  for (const [owner, key] of [
    [window, name],
    [native.prototype, 'constructor'],
  ] as const) {
    defineProperty(owner, key, { value: replacement, writable: true, enumerable: false, configurable: true });
  }
}

function isOfKnown(parts: unknown): boolean {
  if (parts === undefined) return true;
  if (!isArray(parts)) return false;
  for (let i = 0; i < parts.length; i++) if (!isHarmless(parts[i])) return false;
  return true;
}
