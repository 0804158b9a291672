/** A download without the permission for downloads: a link to the file's own bytes, clicked. For our own pages. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // The browser reads the bytes after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Chromium's way to let a person choose a folder (File System Access, "showDirectoryPicker"). */
type Picker = { showDirectoryPicker?(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle> };

/**
 * Saves many files: into a folder that the person chooses, where the browser has such a question, else as one download after the other.
 * Files of the same name are numbered. False when the person chose no folder. For our own pages, in answer to a click.
 */
export async function saveAll(files: readonly File[]): Promise<boolean> {
  const { showDirectoryPicker } = globalThis as Picker;
  if (!showDirectoryPicker) {
    for (const file of files) saveFile(file.name, file);
    return true;
  }
  const folder = await showDirectoryPicker({ mode: 'readwrite' }).catch(() => null);
  if (!folder) return false;
  for (const file of files) await writeTo(folder, file);
  return true;
}

async function writeTo(folder: FileSystemDirectoryHandle, file: File): Promise<void> {
  const place = await folder.getFileHandle(await freeName(folder, file.name), { create: true });
  const writing = await place.createWritable();
  await file.stream().pipeTo(writing);
}

/** "figure.jpg", or "figure (2).jpg" when there is one: what is in the folder may be the original. */
async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const [, base = name, ending = ''] = /^(.+?)(\.[^.]*)?$/s.exec(name) ?? [];
  let free = name;
  for (let nth = 2; await isTaken(folder, free); nth += 1) free = `${base} (${nth})${ending}`;
  return free;
}

async function isTaken(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return folder.getFileHandle(name).then(
    () => true,
    ({ name: problem }: DOMException) => problem !== 'NotFoundError',
  );
}
