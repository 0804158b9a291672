import { hasText, latin1 } from './bytes.ts';
import { type Said, say } from './sentences.ts';

/** What a file of no known format seems to be, for the sentence that says why it is held. */
const FORMATS: readonly (readonly [at: number, signature: string, name: Said])[] = [
  [0, '%PDF-', say('a_pdf')],
  [0, '%!PS', say('a_postscript')],
  [0, '8BPS', say('a_psd')],
  [0, 'gimp xcf', say('a_gimp')],
  [0, 'CSFCHUNK', say('a_clip')],
  [0, 'BLENDER', say('a_blend')],
  [0, '\x28\xb5\x2f\xfd', say('a_blend_packed')],
  [0, 'PXR-USDC', say('a_usd')],
  [0, '#usda', say('a_usd')],
  [0, 'QC4DC4D6', say('a_c4d')],
  [0, 'ISO-10303-21', say('a_step')],
  [0, '//Maya', say('a_maya')],
  [0, 'Ogawa', say('an_alembic')],
  [0, 'DRACO', say('a_draco')],
  [0, 'glTF', say('a_glb')],
  [0, 'Kaydara FBX', say('an_fbx')],
  [0, 'ply', say('a_ply')],
  [0, 'solid', say('an_stl')],
  [0, 'II*\0', say('a_tiff')],
  [0, 'MM\0*', say('a_tiff')],
  [0, 'FUJIFILMCCD-RAW', say('a_fuji_raw')],
  [0, 'FOVb', say('a_sigma_raw')],
  [0, '\0MRM', say('a_minolta_raw')],
  [6, 'HEAPCCDR', say('a_canon_raw')],
  [4, 'ftypcrx ', say('a_canon_raw')],
  [4, 'ftypmif3', say('a_short_heif')],
  [0, '\xff\x0a', say('a_jxl')],
  [4, 'JXL ', say('a_jxl')],
  [4, 'jP  ', say('a_jpeg_2000')],
  [0, '\x76\x2f\x31\x01', say('an_exr')],
  [0, '#?R', say('a_radiance')],
  [0, 'DDS ', say('a_dds')],
  [1, 'KTX ', say('a_ktx')],
  [8, 'AVI ', say('a_video')],
  [0, '\x1aE\xdf\xa3', say('a_webm')],
  [8, 'WAVE', say('a_sound')],
  [0, 'ID3', say('a_sound')],
  [0, 'OggS', say('a_recording')],
  [0, 'fLaC', say('a_sound')],
  [0, 'PK\x03\x04', say('a_zip')],
  [0, 'Rar!\x1a\x07', say('a_rar')],
  [0, '7z\xbc\xaf\x27\x1c', say('a_7z')],
  [0, '\x1f\x8b', say('a_compressed')],
  [0, 'MZ', say('a_program')],
  [0, '\x7fELF', say('a_program')],
  [0, '<svg', say('an_svg')],
  [0, '<?xml', say('an_xml')],
  [0, '<', say('a_web_page')],
];

/** say('a_pdf'), "text", "nothing": what the first bytes of a file look like; undefined when they look like nothing known. */
export function looksLike(head: Uint8Array): Said | undefined {
  if (head.length === 0) return say('an_empty_file');
  const known = FORMATS.find(([at, signature]) => hasText(head, signature, at));
  if (known) return isCollada(head) ? say('a_collada') : known[2];
  return head.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte !== 127))
    ? say('a_text')
    : undefined;
}

/** By its first element, which stands behind a declaration and comments. */
function isCollada(head: Uint8Array): boolean {
  return /<COLLADA[\s>]/.test(latin1(head));
}
