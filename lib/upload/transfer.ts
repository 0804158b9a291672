import { behindWrapper } from '../strip/wrapper.ts';
import type { VettingDesk } from './desk.ts';
import type { Line } from './hooks-line.ts';
import { TOO_MANY } from './limits.ts';

/** What a drop or paste carries beside its files: `[type, text]`. */
type Texts = [type: string, text: string][];
export type Load = { items: Item[]; texts: Texts };
/** A file item of a transfer. A folder has no file before it is read. */
type Item = { file: File | null; folder: FileSystemDirectoryEntry | null };
/** What is given on in the place of an item. */
type Given = { file: File; place: number };

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

/** Takes everything out of a transfer, at once: the browser empties it when the event is over. */
export function unload(data: DataTransfer): Load {
  const items = Array.from(data.items).filter(({ kind }) => kind === 'file');
  const types = data.types.filter((type) => type !== 'Files');
  return {
    items: items.length > 0 ? items.map(itemOf) : Array.from(data.files, (file) => ({ file, folder: null })),
    texts: types.map((type) => [type, data.getData(type)]),
  };
}

/** Vets all files of a load. Folders are read to the bottom. */
export async function vetFlat({ items }: Load, desk: VettingDesk): Promise<File[]> {
  return await desk.vet(Promise.all(items.map(filesOf)).then((all) => all.flat()));
}

/**
 * Vets the files of a load, item by item. A folder keeps its place, as an empty file of its name: what is in it is vetted when the page
 * asks the entry or handle for it, which the page hooks see to.
 */
export async function vetItems({ items }: Load, desk: VettingDesk): Promise<Given[]> {
  const files = items.flatMap(({ file, folder }, place) => (file && !folder ? [{ file, place }] : []));
  const back = files.length > 0 ? await desk.vetEach(files.map(({ file }) => file)) : [];
  const clean = files.flatMap(({ place }, i) => {
    const file = back[i];
    return file ? [{ file, place }] : [];
  });
  const folders = items.flatMap(({ folder }, place) =>
    folder ? [{ file: desk.vouch(new File([], folder.name)), place }] : [],
  );
  return [...clean, ...folders].sort((a, b) => a.place - b.place);
}

/** A new transfer with these, of which the page hooks know where they come from. */
export function setDown(given: readonly Given[], texts: Texts, line: Line): DataTransfer {
  const load = loadUp(
    given.map(({ file }) => file),
    texts,
  );
  line.tellSetDown(
    load,
    given.map(({ place }) => place),
  );
  return load;
}

/**
 * A new transfer with these files. In Firefox it must be made by the page's own constructor, or the page sees no files in it (it holds
 * them back from whoever may see less than its maker). What the page may have put there instead gets clean files only.
 */
export function loadUp(files: readonly File[], texts: Texts = []): DataTransfer {
  const data = new (pageView(window).DataTransfer)();
  for (const file of files) data.items.add(file);
  for (const [type, text] of texts) data.setData(type, text);
  return data;
}

/** An object of the page as the page sees it: in Firefox what is done with it is done with the page's rights, and seen by the page. */
export function pageView<T extends object>(object: T): T {
  return behindWrapper(object) ?? object;
}

function itemOf(item: DataTransferItem): Item {
  const entry = item.webkitGetAsEntry?.();
  const folder = entry?.isDirectory ? (entry as FileSystemDirectoryEntry) : null;
  return { file: item.getAsFile(), folder };
}

function filesOf({ file, folder }: Item): Promise<File[]> {
  if (folder) return filesUnder(folder);
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
