import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import type { Directory, Entry, Reader } from './reader.ts';
import { TAG } from './tags.ts';

/** Every directory of the file by what it is for. */
export type Directories = {
  /** The chain of pictures. */
  pages: Directory[];
  /** Further pictures that a page refers to. */
  inner: Directory[];
  /** Notes on the pictures: Exif and GPS. */
  exif: Directory[];
  gps: Directory[];
  /** The chain leads to a place where no directory can be. */
  isChainBroken: boolean;
};

/** More than any scanner or microscope writes; a hostile file could hold millions. */
const MOST = 10_000;

/** Reads all directories, each once, so that a file that points at itself ends. */
export async function readDirectories(reader: Reader): Promise<Directories> {
  const found: Directories = { pages: [], inner: [], exif: [], gps: [], isChainBroken: false };
  const seen = new Set<number>();
  /** Directories that overlap could have any number of entries. */
  let entriesLeft = reader.size / reader.entry;
  const read = async (at: number) => {
    if (seen.has(at) || seen.size >= MOST) return null;
    seen.add(at);
    const directory = await reader.directory(at);
    entriesLeft -= directory?.entries.length ?? 0;
    if (entriesLeft < 0) throw new Misfit(BAD_LENGTHS);
    return directory;
  };
  for (let at = await reader.first(); at !== 0; ) {
    const page = await read(at);
    if (!page) {
      found.isChainBroken = true;
      break;
    }
    found.pages.push(page);
    at = page.next;
  }
  const follow = async (from: Directory, tag: number, into: Directory[]) => {
    const pointer = entryOf(from, tag);
    for (const at of pointer ? await reader.numbers(pointer, MOST) : []) {
      const directory = await read(at);
      if (directory) into.push(directory);
    }
  };
  for (const page of found.pages) {
    await follow(page, TAG.subIfds, found.inner);
    await follow(page, TAG.exif, found.exif);
    await follow(page, TAG.gps, found.gps);
  }
  return found;
}

/** The first entry with a tag: readers pass over others. */
export function entryOf({ byTag }: Directory, tag: number): Entry | undefined {
  return byTag.get(tag);
}

/** The first number of a value, `otherwise` when the tag is not there. */
export async function numberOf(
  reader: Reader,
  directory: Directory,
  tag: number,
  otherwise: number,
): Promise<number> {
  const entry = entryOf(directory, tag);
  return (entry && (await reader.numbers(entry, 1))[0]) ?? otherwise;
}
