/** Real files that have to be held, and why: made to break decoders, cut down to their headers, or of a kind that cannot be cleaned. */
export const HELD: Record<string, RegExp> = {
  'exiftool--exiftool/t__images__DNG.dng': /DNG raw photo/,
  // In the place of its picture stand the words "dummy jxl data".
  'exiftool--exiftool/t__images__JXL2.jxl': /ends before the picture/,
  'exiftool--exiftool/t__images__QuickTime.mov': /no picture/,
  'image-rs--image-png/tests__bugfixes__x_ihdr_missing.png': /header of the picture is missing/,
  'image-rs--image-png/tests__bugfixes__x_unexpected_eof.png': /lengths inside the file/,
  'image-rs--image-png/tests__pngsuite__xcrn0g04.png': /not a picture/,
  'image-rs--image-png/tests__pngsuite__xcsn0g01.png': /checksum/,
  'jvoisin--mat2/tests__data__weird.svg': /no browser shows it/,
  'strukturag--libheif/fuzzing__data__corpus__clap-overflow-divide-zero.heic': /lengths inside the file/,
  'strukturag--libheif/fuzzing__data__corpus__clusterfuzz-testcase-minimized-file-fuzzer-5718632116518912.heic':
    /lengths inside the file/,
  'strukturag--libheif/fuzzing__data__corpus__github_44.heic': /lengths inside the file/,
  'strukturag--libheif/fuzzing__data__corpus__region-mask-missing-refs.heic': /no picture/,
  'strukturag--libheif/tests__data__simple_osm_tile_alpha.avif': /short form/,
  'strukturag--libheif/tests__data__simple_osm_tile_meta.avif': /short form/,
  ...Object.fromEntries(
    ['0005', '0013', '0021', '0029', '0037'].map((n) => [`ufbx--ufbx/data__mtl_fuzz__fuzz_${n}.mtl`, /./]),
  ),
};
