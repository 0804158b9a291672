import { hasText, view } from './bytes.ts';

/** Width and height in pixels that the first 30 bytes of a PNG, WebP or BMP file tell; null for anything else. */
export function pictureSize(head: Uint8Array): { width: number; height: number } | null {
  if (head.length < 30) return null;
  const data = view(head);
  if (hasText(head, 'IHDR', 12)) return { width: data.getUint32(16), height: data.getUint32(20) };
  if (hasText(head, 'BM'))
    return { width: Math.abs(data.getInt32(18, true)), height: Math.abs(data.getInt32(22, true)) };
  return hasText(head, 'RIFF') ? webpSize(head, data) : null;
}

/** RFC 9649, section 2.7; RFC 6386, section 9.1; section 3.4 of the former for the lossless form. */
function webpSize(head: Uint8Array, data: DataView): { width: number; height: number } | null {
  const three = (at: number) => data.getUint16(at, true) + (data.getUint8(at + 2) << 16);
  if (hasText(head, 'VP8X', 12)) return { width: three(24) + 1, height: three(27) + 1 };
  if (hasText(head, 'VP8 ', 12))
    return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
  if (!hasText(head, 'VP8L', 12)) return null;
  const bits = data.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}
