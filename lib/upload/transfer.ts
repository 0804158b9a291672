import type { VettingDesk } from './desk.ts';
import { TOO_MANY } from './limits.ts';

/** What a drop or paste carries beside its files: `[type, text]`. */
type Texts = [type: string, text: string][];
export type Load = { files: Promise<File[]>; texts: Texts };

/** Does this transfer carry files or folders? */
export function carriesFiles(data: DataTransfer | null): data is DataTransfer {
  return (
    data !== null && (data.files.length > 0 || Array.from(data.items).some(({ kind }) => kind === 'file'))
  );
}

/** Are these files that the page got from us, dropped or pasted on by a script? A folder shows no files before it is read. */
export function isOurLoad(data: DataTransfer, desk: VettingDesk): boolean {
  return data.files.length > 0 && desk.areVetted(Array.from(data.files));
}

/** Takes everything out of a transfer, at once: the browser empties it when the event is over. Folders are read to the bottom. */
export function unload(data: DataTransfer): Load {
  const items = Array.from(data.items).filter(({ kind }) => kind === 'file');
  const files = items.length > 0 ? items.map(filesOf) : [Promise.resolve(Array.from(data.files))];
  const types = data.types.filter((type) => type !== 'Files');
  return {
    files: Promise.all(files).then((all) => all.flat()),
    texts: types.map((type) => [type, data.getData(type)]),
  };
}

/**
 * A new transfer with these files. In Firefox it must be made by the page's own constructor, or the page sees no files in it (it holds
 * them back from whoever may see less than its maker). What the page may have put there instead gets clean files only.
 */
export function loadUp(files: readonly File[], texts: Texts = []): DataTransfer {
  const page = (window as { wrappedJSObject?: { DataTransfer: typeof DataTransfer } }).wrappedJSObject;
  const data = new (page ?? window).DataTransfer();
  for (const file of files) data.items.add(file);
  for (const [type, text] of texts) data.setData(type, text);
  return data;
}

function filesOf(item: DataTransferItem): Promise<File[]> {
  const entry = item.webkitGetAsEntry?.();
  const file = item.getAsFile();
  if (entry?.isDirectory) return filesUnder(entry as FileSystemDirectoryEntry);
  return Promise.resolve(file ? [file] : []);
}

async function filesUnder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = [];
  const open = [folder];
  for (let next = open.shift(); next && files.length < TOO_MANY; next = open.shift()) {
    for (const entry of await entriesOf(next)) {
      if (entry.isDirectory) open.push(entry as FileSystemDirectoryEntry);
      else files.push(await fileOf(entry as FileSystemFileEntry));
    }
  }
  return files;
}

/** `readEntries` gives a hundred at a time and an empty list at the end (File and Directory Entries API, section 6.3). */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0 || all.length > TOO_MANY) return all;
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
