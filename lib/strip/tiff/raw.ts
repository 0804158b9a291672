import { hasText } from '../bytes.ts';
import { type Directories, entryOf, numberOf } from './directories.ts';
import type { Reader } from './reader.ts';
import { RAW, TAG } from './tags.ts';

/** Marks of raw photos in the header, which is else that of a TIFF. */
const HEADERS: readonly (readonly [at: number, signature: string, name: string])[] = [
  [8, 'CR', 'a Canon raw photo'],
  [8, 'IIII', 'a Phase One raw photo'],
  [8, 'MMMM', 'a Phase One raw photo'],
  [2, 'RO', 'an Olympus raw photo'],
  [2, 'RS', 'an Olympus raw photo'],
  [2, 'OR', 'an Olympus raw photo'],
  [2, 'U\0', 'a Panasonic raw photo'],
];

/**
 * "a DNG raw photo (GPS present)" when the file is a camera's raw data, which only its maker's programs and a few others know how to write;
 * undefined for a picture.
 */
export async function rawPhoto(reader: Reader, directories: Directories): Promise<string | undefined> {
  const head = await reader.bytes(0, 16);
  const known = HEADERS.find(([at, signature]) => hasText(head, signature, at));
  const name = known?.[2] ?? (await rawByTags(reader, directories));
  return name && directories.gps.length > 0 ? `${name} (GPS present)` : name;
}

async function rawByTags(reader: Reader, { pages, inner }: Directories): Promise<string | undefined> {
  if (pages.some((page) => entryOf(page, TAG.dng))) return 'a DNG raw photo';
  for (const directory of [...pages, ...inner]) {
    const photometric = await numberOf(reader, directory, TAG.photometric, 0);
    const compression = await numberOf(reader, directory, TAG.compression, 0);
    if (RAW.photometrics.includes(photometric) || RAW.compressions.includes(compression))
      return 'a camera raw photo';
  }
  return undefined;
}
