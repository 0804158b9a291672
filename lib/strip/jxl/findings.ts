import { type Bytes, latin1 } from '../bytes.ts';
import { exifFindings } from '../exif.ts';
import { say } from '../sentences.ts';
import type { Finding } from '../types.ts';
import { size, words } from '../words.ts';
import { xmpFindings } from '../xmp.ts';

/** What boxes hold that are not read: compressed ones, and those of other makers. */
const BOXES: Readonly<Record<string, Omit<Finding, 'where'>>> = {
  Exif: { kind: 'other', value: say('packed_exif') },
  'xml ': { kind: 'other', value: say('packed_xmp') },
  jumb: { kind: 'provenance', value: say('c2pa') },
  jbrd: { kind: 'other', value: say('original_jpeg') },
  jhgm: { kind: 'other', value: say('second_hdr') },
};
/** Four bytes before the Exif block say where in it its header is (ISO/IEC 18181-2, "Exif box"). */
const EXIF_OFFSET = 4;

/** What a box that goes tells. `data`: its content, or the first part of it; `length`: how long that is in full. At least one finding. */
export async function boxFindings(type: string, data: Bytes, length: number): Promise<Finding[]> {
  if (type === 'Exif') return exifFindings(data.subarray(EXIF_OFFSET));
  if (type === 'xml ') return xmpFindings(data);
  const name = type === 'brob' ? latin1(data, 0, 4) : type;
  const where = `JPEG XL ${words(name)}`;
  return [{ where, ...(BOXES[name] ?? { kind: 'other', value: size(length) }) }];
}
