import type { Entries } from './file-entries.ts';
import { setKnown } from './known.ts';
import {
  addTo,
  apply,
  bare,
  getter,
  type List,
  listOf,
  notes,
  replaceMethod,
  uncurry,
  whenDone,
} from './natives.ts';
import type { Guard } from './wire.ts';

/** What a file item of a drop or paste really was: its entry, and its handle where the browser gives one. */
type Origin = { entry: FileSystemEntry | null; handle: Promise<unknown> | null };
/** Only Chromium has it. */
type HandleItem = DataTransferItem & { getAsFileSystemHandle?(): Promise<unknown> };

const itemsOf = getter(DataTransfer.prototype, 'items');
const filesOf = getter(DataTransfer.prototype, 'files');
const fileAt = uncurry(FileList.prototype.item);
const kindOf = getter(DataTransferItem.prototype, 'kind');
const fileOf = uncurry(DataTransferItem.prototype.getAsFile);
const entryOf = uncurry(DataTransferItem.prototype.webkitGetAsEntry);
const nativeHandle = (DataTransferItem.prototype as HandleItem).getAsFileSystemHandle;
const handleOf = nativeHandle && uncurry(nativeHandle as (this: DataTransferItem) => Promise<unknown>);
const indexOf = uncurry(String.prototype.indexOf);
const slice = uncurry(String.prototype.slice);

/**
 * Keeps the entries and handles of what was dropped or pasted, for the load that the page gets in its place: folders stay folders, names
 * and paths are the real ones. What they give to read is vetted when it is asked for (`file-entries.ts`, `handles.ts`).
 */
export function hookTransfers(guard: Guard, entries: Entries): void {
  let latest: List<Origin> = listOf();
  const origins = notes<File, Origin>();

  function takenUp(load: DataTransfer): void {
    latest = listOf();
    const items = itemsOf(load);
    for (let i = 0; i < items.length; i++) {
      const item = items[i] as DataTransferItem;
      if (kindOf(item) === 'file') addTo(latest, originOf(item));
    }
  }

  function setDown(load: DataTransfer, places: string): void {
    const files = filesOf(load);
    let rest = places;
    for (let i = 0; i < files.length; i++) {
      const end = indexOf(rest, ' ');
      const origin = latest[+(end < 0 ? rest : slice(rest, 0, end))];
      rest = slice(rest, end + 1);
      const file = fileAt(files, i);
      if (!file) continue;
      setKnown(file);
      if (origin) origins.set(file, origin);
    }
  }

  const origin = (item: DataTransferItem) => {
    const file = kindOf(item) === 'file' && fileOf(item);
    return file ? origins.get(file) : undefined;
  };
  guard.hear(bare({ takenUp, setDown }));
  replaceMethod(
    DataTransferItem.prototype,
    'webkitGetAsEntry',
    (native) =>
      ({
        webkitGetAsEntry(this: DataTransferItem) {
          const entry = origin(this)?.entry ?? (apply(native, this, []) as FileSystemEntry | null);
          entries.meet(entry);
          return entry;
        },
      }).webkitGetAsEntry as typeof native,
  );
  replaceMethod(
    DataTransferItem.prototype as Required<HandleItem>,
    'getAsFileSystemHandle',
    (native) =>
      ({
        getAsFileSystemHandle(this: DataTransferItem) {
          return origin(this)?.handle ?? apply(native, this, []);
        },
      }).getAsFileSystemHandle as typeof native,
  );
}

function originOf(item: DataTransferItem): Origin {
  const handle = handleOf?.(item) ?? null;
  // Nobody may ever ask for it: then its failure is nobody's news.
  if (handle) whenDone(handle, ignore, ignore);
  return { entry: entryOf(item), handle };
}

function ignore(): void {}
