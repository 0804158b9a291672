import { hasText, latin1 } from '../bytes.ts';
import { type Said, say } from '../sentences.ts';
import { type Directories, entryOf, numberOf } from './directories.ts';
import type { Directory, Reader } from './reader.ts';
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

/** Makers whose raw photos have no mark of their own in the header. */
const MAKERS: readonly (readonly [maker: RegExp, name: Said])[] = [
  [/^NIKON/i, say('a_nikon_raw')],
  [/^SONY/i, say('a_sony_raw')],
  [/^(?:PENTAX|RICOH|Asahi)/i, say('a_pentax_raw')],
];
const LONGEST_MAKER = 40;

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
    if (RAW.photometrics.includes(photometric) || RAW.compressions.includes(compression))
      return rawOfMaker(reader, pages);
  }
  return undefined;
}

/** The maker writes its name into the first directory; the format of each has a name of its own. */
async function rawOfMaker(reader: Reader, [first]: readonly Directory[]): Promise<Said> {
  const entry = first && entryOf(first, TAG.make);
  const maker = entry
    ? latin1(await reader.bytes(entry.at, entry.at + Math.min(entry.length, LONGEST_MAKER)))
    : '';
  return MAKERS.find(([pattern]) => pattern.test(maker))?.[1] ?? say('a_raw');
}
