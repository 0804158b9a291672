import { type Bytes, concat, fromLatin1, view } from '../bytes.ts';
import { keptXmp } from '../credit/xmp.ts';
import { keptExif } from '../exif-block.ts';

/** Four bytes before the Exif block say where in it its header is (ISO/IEC 18181-2, "Exif box"). */
const EXIF_OFFSET = 4;

/** A box with nothing in it but the credit lines of another one of type `Exif` or `xml `, whose content is `old`; null when there are none. */
export function creditBox(type: string, old: Bytes): Bytes | null {
  if (type === 'xml ') return boxOf(type, keptXmp(old));
  const kept = keptExif(old.subarray(EXIF_OFFSET), { keepCopyright: true });
  return boxOf(type, kept && concat([new Uint8Array(EXIF_OFFSET), kept]));
}

function boxOf(type: string, content: Bytes | null): Bytes | null {
  if (!content) return null;
  const size = new Uint8Array(4);
  view(size).setUint32(0, size.length + type.length + content.length);
  return concat([size, fromLatin1(type), content]);
}
