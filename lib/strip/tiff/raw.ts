import { hasText } from '../bytes.ts';
import { type Said, say } from '../sentences.ts';
import { type Directories, entryOf, numberOf } from './directories.ts';
import type { Reader } from './reader.ts';
import { RAW, TAG } from './tags.ts';

/** Marks of raw photos in the header, which is else that of a TIFF. */
const HEADERS: readonly (readonly [at: number, signature: string, name: Said])[] = [
  [8, 'CR', say('a_canon_raw')],
  [8, 'IIII', say('a_phase_one_raw')],
  [8, 'MMMM', say('a_phase_one_raw')],
  [2, 'RO', say('an_olympus_raw')],
  [2, 'RS', say('an_olympus_raw')],
  [2, 'OR', say('an_olympus_raw')],
  [2, 'U\0', say('a_panasonic_raw')],
];

/**
 * "a DNG raw photo (GPS present)" when the file is a camera's raw data, which only its maker's programs and a few others know how to write;
 * undefined for a picture.
 */
export async function rawPhoto(reader: Reader, directories: Directories): Promise<Said | undefined> {
  const head = await reader.bytes(0, 16);
  const known = HEADERS.find(([at, signature]) => hasText(head, signature, at));
  const name = known?.[2] ?? (await rawByTags(reader, directories));
  return name && directories.gps.length > 0 ? say('gps_present', name) : name;
}

async function rawByTags(reader: Reader, { pages, inner }: Directories): Promise<Said | undefined> {
  if (pages.some((page) => entryOf(page, TAG.dng))) return say('a_dng');
  for (const directory of [...pages, ...inner]) {
    const photometric = await numberOf(reader, directory, TAG.photometric, 0);
    const compression = await numberOf(reader, directory, TAG.compression, 0);
    if (RAW.photometrics.includes(photometric) || RAW.compressions.includes(compression)) return say('a_raw');
  }
  return undefined;
}
