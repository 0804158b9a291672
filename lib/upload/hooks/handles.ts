import { apply, getter, interfaceOf, replaceMethod, uncurry, whenDone } from './natives.ts';
import { vetChosen, vetChosenBlob } from './vet-chosen.ts';
import type { Guard } from './wire.ts';

const NativePromise = Promise;
const typeOf = getter(Blob.prototype, 'type');
const indexOf = uncurry(String.prototype.indexOf);

/**
 * File handles (File System Standard), wherever the page has them from: a picker, a drop, a folder, IndexedDB. What the page keeps in
 * the private file system of its origin is its own.
 */
export function hookFileHandles(guard: Guard): void {
  const FileHandle = interfaceOf<typeof FileSystemFileHandle>('FileSystemFileHandle');
  if (!FileHandle) return;
  replaceMethod(
    FileHandle.prototype,
    'getFile',
    (native) =>
      ({
        getFile(this: FileSystemFileHandle) {
          const ask = () => apply(native, this, []) as Promise<File>;
          return new NativePromise<File>((resolve, reject) => {
            const vet = (file: File) => vetChosen(guard, file, resolve, reject);
            ifPrivate(this, (isPrivate) => whenDone(ask(), isPrivate ? resolve : vet, reject));
          });
        },
      }).getFile,
  );
}

/** What `navigator.clipboard.read()` gives, but for texts. */
export function hookClipboard(guard: Guard): void {
  const Item = interfaceOf<typeof ClipboardItem>('ClipboardItem');
  if (!Item) return;
  replaceMethod(
    Item.prototype,
    'getType',
    (native) =>
      ({
        getType(this: ClipboardItem, ...args: [string]) {
          return new NativePromise<Blob>((resolve, reject) => {
            const vet = (blob: Blob) => {
              if (indexOf(typeOf(blob), 'text/') === 0) resolve(blob);
              else vetChosenBlob(guard, blob, resolve, reject);
            };
            whenDone(apply(native, this, args) as Promise<Blob>, vet, reject);
          });
        },
      }).getType,
  );
}

const storage = navigator.storage as StorageManager | undefined;
const getPrivate = storage?.getDirectory && uncurry(storage.getDirectory);
const pathIn =
  typeof FileSystemDirectoryHandle === 'function' && uncurry(FileSystemDirectoryHandle.prototype.resolve);

/** Is the handle in the origin's private file system? When that cannot be told, it is not. */
function ifPrivate(handle: FileSystemFileHandle, answer: (isPrivate: boolean) => void): void {
  const no = () => answer(false);
  if (!storage || !getPrivate || !pathIn) return void no();
  const look = (root: FileSystemDirectoryHandle) =>
    whenDone(pathIn(root, handle), (path) => answer(path !== null), no);
  whenDone(getPrivate(storage), look, no);
}
