import type { Bytes } from './bytes.ts';
import { exifFindings } from './exif.ts';
import { foreignFiles } from './foreign.ts';
import { say } from './sentences.ts';
import type { Finding } from './types.ts';
import { size } from './words.ts';
import { xmpFindings } from './xmp.ts';

/** Longest block that is read to be told; the chunk goes whatever it holds. */
const LONGEST = 1_048_576;
/** How much of a chunk is searched for files of another kind. */
const GLANCE = 65_536;

/** What a dropped chunk tells. `read` gives the first bytes of its data. At least one finding. */
export async function chunkFindings(
  name: string,
  length: number,
  read: (bytes: number) => Promise<Bytes>,
): Promise<Finding[]> {
  if (name === 'EXIF') return exifFindings(await read(LONGEST));
  if (name.startsWith('XMP')) return xmpFindings(await read(LONGEST));
  const where = `WebP ${name.replaceAll('\0', ' ').trim()}`;
  if (name === 'C2PA') return [{ kind: 'provenance', where, value: say('c2pa') }];
  return [{ kind: 'other', where, value: foreignFiles(await read(GLANCE))[0] ?? size(length) }];
}
