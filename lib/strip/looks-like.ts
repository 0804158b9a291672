import { hasText } from './bytes.ts';

/** What a file of no known format seems to be, for the sentence that says why it is held. */
const FORMATS: readonly (readonly [at: number, signature: string, name: string])[] = [
  [0, '%PDF-', 'a PDF document'],
  [0, 'PK\x03\x04', 'a ZIP archive'],
  [0, 'GIF8', 'a GIF picture'],
  [0, 'BM', 'a BMP picture'],
  [0, 'II*\0', 'a TIFF picture or a camera raw file'],
  [0, 'MM\0*', 'a TIFF picture or a camera raw file'],
  [0, 'glTF', 'a GLB 3D model'],
  [0, 'Kaydara FBX', 'an FBX 3D model'],
  [0, 'BLENDER', 'a Blender file'],
  [0, '8BPS', 'a Photoshop document'],
  [0, 'ply', 'a PLY 3D model'],
  [0, 'solid', 'an STL 3D model'],
  [0, '\xff\x0a', 'a JPEG XL picture'],
  [4, 'JXL ', 'a JPEG XL picture'],
  [4, 'ftypcrx ', 'a Canon raw photo'],
  [4, 'ftypmif3', 'an HEIF or AVIF picture in the short form'],
  [8, 'AVI ', 'a video'],
  [0, '\x1f\x8b', 'a compressed archive'],
  [0, '<svg', 'an SVG drawing'],
  [0, '<?xml', 'an XML document'],
  [0, '<', 'a web page'],
];

/** "a PDF document", "text", "nothing": what the first 64 bytes of a file look like; undefined when they look like nothing known. */
export function looksLike(head: Uint8Array): string | undefined {
  if (head.length === 0) return 'an empty file';
  const known = FORMATS.find(([at, signature]) => hasText(head, signature, at));
  if (known) return known[2];
  return head.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte !== 127))
    ? 'text'
    : undefined;
}
