import { apply, interfaceOf, notes, replaceGetter, replaceMethod } from './natives.ts';
import { vetChosen } from './vet-chosen.ts';
import type { Guard } from './wire.ts';

const prototypeOf = Reflect.getPrototypeOf;

/** Sees to it that what an entry gives to read is vetted. To be called with every entry before the page has it. */
export type Entries = { meet(entry: FileSystemEntry | null | undefined): void };

type Callback<T> = ((value: T) => void) | undefined;

/**
 * File entries (File and Directory Entries API): of dropped folders, and of inputs. Chromium has no global names for their interfaces, so
 * the prototypes are taken from the first entries that come along, on every way on which a page gets one.
 */
export function hookFileEntries(guard: Guard): Entries {
  const met = notes<object, true>();

  /** Is this the first object of its kind? */
  function isNew(object: object): boolean {
    const prototype = prototypeOf(object);
    if (!prototype || met.get(prototype)) return false;
    met.set(prototype, true);
    return true;
  }

  function meet(entry: FileSystemEntry | null | undefined): void {
    if (!entry || !isNew(entry)) return;
    const prototype = prototypeOf(entry);
    if (entry.isFile) hookFile(prototype as FileSystemFileEntry);
    else hookDirectory(prototype as FileSystemDirectoryEntry);
  }

  function hookFile(prototype: FileSystemFileEntry): void {
    replaceMethod(
      prototype,
      'file',
      (native) =>
        ({
          file(this: FileSystemFileEntry, given: FileCallback, failed?: ErrorCallback) {
            if (typeof given !== 'function') return apply(native, this, [given, failed]);
            const vet = (file: File) =>
              vetChosen(guard, file, given, (error) => {
                if (typeof failed === 'function') failed(error);
              });
            return apply(native, this, [vet, failed]);
          },
        }).file as typeof native,
    );
  }

  function hookDirectory(prototype: FileSystemDirectoryEntry): void {
    replaceMethod(
      prototype,
      'createReader',
      (native) =>
        ({
          createReader(this: FileSystemDirectoryEntry) {
            const reader = apply(native, this, []) as FileSystemDirectoryReader;
            if (isNew(reader)) hookReader(prototypeOf(reader) as FileSystemDirectoryReader);
            return reader;
          },
        }).createReader,
    );
    for (const name of ['getFile', 'getDirectory'] as const) {
      replaceMethod(
        prototype,
        name,
        (native) =>
          ({
            [name](
              this: FileSystemDirectoryEntry,
              path: unknown,
              options: unknown,
              given: unknown,
              failed: unknown,
            ) {
              return apply(native, this, [
                path,
                options,
                meeting(given as Callback<FileSystemEntry>),
                failed,
              ]);
            },
          })[name] as typeof native,
      );
    }
  }

  function hookReader(prototype: FileSystemDirectoryReader): void {
    replaceMethod(
      prototype,
      'readEntries',
      (native) =>
        ({
          readEntries(
            this: FileSystemDirectoryReader,
            given: FileSystemEntriesCallback,
            failed?: ErrorCallback,
          ) {
            if (typeof given !== 'function') return apply(native, this, [given, failed]);
            const heard = (entries: FileSystemEntry[]) => {
              for (let i = 0; i < entries.length; i++) meet(entries[i]);
              given(entries);
            };
            return apply(native, this, [heard, failed]);
          },
        }).readEntries as typeof native,
    );
  }

  function meeting(given: Callback<FileSystemEntry>): Callback<FileSystemEntry> {
    if (typeof given !== 'function') return given;
    return (entry) => {
      meet(entry);
      given(entry);
    };
  }

  const named = interfaceOf<{ prototype: FileSystemFileEntry }>('FileSystemFileEntry');
  if (named) {
    met.set(named.prototype, true);
    hookFile(named.prototype);
  }
  replaceGetter(
    HTMLInputElement.prototype,
    'webkitEntries',
    (native) =>
      ({
        webkitEntries(this: HTMLInputElement) {
          const entries = apply(native, this, []) as readonly FileSystemEntry[];
          for (let i = 0; i < entries.length; i++) meet(entries[i]);
          return entries;
        },
      }).webkitEntries,
  );
  return { meet };
}
