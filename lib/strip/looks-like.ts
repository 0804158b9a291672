import { hasText } from './bytes.ts';

/** What a file of no known format seems to be, for the sentence that says why it is held. */
const FORMATS: readonly (readonly [at: number, signature: string, name: string])[] = [
  [0, '%PDF-', 'a PDF document'],
  [0, '%!PS', 'a PostScript document'],
  [0, '8BPS', 'a Photoshop document'],
  [0, 'gimp xcf', 'a GIMP document'],
  [0, 'CSFCHUNK', 'a Clip Studio document'],
  [0, 'BLENDER', 'a Blender file'],
  [0, '\x28\xb5\x2f\xfd', 'a compressed file (Blender saves such ones)'],
  [0, 'PXR-USDC', 'a USD 3D scene'],
  [0, '#usda', 'a USD 3D scene'],
  [0, '//Maya', 'a Maya 3D scene'],
  [0, 'Ogawa', 'an Alembic 3D scene'],
  [0, 'DRACO', 'a Draco 3D model'],
  [0, 'glTF', 'a GLB 3D model'],
  [0, 'Kaydara FBX', 'an FBX 3D model'],
  [0, 'ply', 'a PLY 3D model'],
  [0, 'solid', 'an STL 3D model'],
  [0, 'II*\0', 'a TIFF picture or a camera raw file'],
  [0, 'MM\0*', 'a TIFF picture or a camera raw file'],
  [0, 'FUJIFILMCCD-RAW', 'a Fujifilm raw photo'],
  [0, 'FOVb', 'a Sigma raw photo'],
  [0, '\0MRM', 'a Minolta raw photo'],
  [6, 'HEAPCCDR', 'a Canon raw photo'],
  [4, 'ftypcrx ', 'a Canon raw photo'],
  [4, 'ftypmif3', 'an HEIF or AVIF picture in the short form'],
  [0, '\xff\x0a', 'a JPEG XL picture'],
  [4, 'JXL ', 'a JPEG XL picture'],
  [4, 'jP  ', 'a JPEG 2000 picture'],
  [0, '\x76\x2f\x31\x01', 'an OpenEXR picture'],
  [0, '#?R', 'a Radiance HDR picture'],
  [0, 'DDS ', 'a DDS texture'],
  [1, 'KTX ', 'a KTX texture'],
  [8, 'AVI ', 'a video'],
  [0, '\x1aE\xdf\xa3', 'a WebM or Matroska video'],
  [8, 'WAVE', 'a sound recording'],
  [0, 'ID3', 'a sound recording'],
  [0, 'OggS', 'a sound or video recording'],
  [0, 'fLaC', 'a sound recording'],
  [0, 'PK\x03\x04', 'a ZIP archive'],
  [0, 'Rar!\x1a\x07', 'a RAR archive'],
  [0, '7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  [0, '\x1f\x8b', 'a compressed archive'],
  [0, 'MZ', 'a program'],
  [0, '\x7fELF', 'a program'],
  [0, '<svg', 'an SVG drawing'],
  [0, '<?xml', 'an XML document'],
  [0, '<', 'a web page'],
];

/** "a PDF document", "text", "nothing": what the first bytes of a file look like; undefined when they look like nothing known. */
export function looksLike(head: Uint8Array): string | undefined {
  if (head.length === 0) return 'an empty file';
  const known = FORMATS.find(([at, signature]) => hasText(head, signature, at));
  if (known) return known[2];
  return head.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte !== 127))
    ? 'text'
    : undefined;
}
