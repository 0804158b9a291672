import { say } from './sentences.ts';
import { FORMATS, type Format, type StripOptions, type StripResult } from './types.ts';

/** What files of each format are, and the endings and media subtypes they go by; the first is the one we give. */
const NAMES: Record<Format, readonly [thing: string, words: string]> = {
  jpeg: ['image', 'jpg jpeg jpe jfif pjpeg'],
  png: ['image', 'png apng'],
  webp: ['image', 'webp'],
  heif: ['image', 'heic heif hif heics heifs heic-sequence heif-sequence'],
  avif: ['image', 'avif avifs heif hif'],
  mp4: ['video', 'mp4 m4v m4a 3gp 3gpp 3g2 3gpp2 mov quicktime'],
  mov: ['video', 'mov qt quicktime mp4 m4v'],
  gif: ['image', 'gif'],
  tiff: ['image', 'tif tiff'],
  bmp: ['image', 'bmp dib'],
  jxl: ['image', 'jxl'],
  svg: ['image', 'svg svg+xml'],
  glb: ['model', 'glb gltf-binary'],
  gltf: ['model', 'gltf gltf+json'],
  obj: ['model', 'obj'],
  mtl: ['model', 'mtl'],
  fbx: ['model', 'fbx'],
  stl: ['model', 'stl'],
  ply: ['model', 'ply'],
  zip: ['archive', 'zip 3mf usdz'],
  '3mf': ['model', '3mf 3dmanufacturing-3dmodel+xml zip'],
  usdz: ['model', 'usdz usdz+zip zip'],
  unknown: ['file', ''],
};
const KNOWN = /* @__PURE__ */ new Set(/* @__PURE__ */ FORMATS.flatMap(wordsOf));

/** Where a finding tells that the name of a file does not fit what is in it. Nothing is taken out for it. */
export const FILE_NAME = say('at_file_name');

/**
 * Says when the name or type of a file belongs to another format than its content, and gives the file a neutral name when that is wanted
 * ("image-1.jpg"). The result of a file that was left untouched is given back as it is.
 */
export function withName(result: StripResult, { neutralName = false }: StripOptions): StripResult {
  const { file, format, findings, usable } = result;
  if (!usable) return result;
  const value = mismatch(file, format);
  const told = value ? [...findings, { kind: 'other' as const, where: FILE_NAME, value }] : findings;
  return {
    ...result,
    findings: told,
    file: neutralName === false ? file : neutral(file, format, +neutralName),
  };
}

/** "named .heic, but it is JPEG"; undefined when the name fits, or says nothing. */
function mismatch({ name, type }: File, format: Format): string | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const subtype = type.split('/')[1]?.split(';')[0] ?? '';
  const isOther = (word: string) => KNOWN.has(word) && !wordsOf(format).includes(word);
  if (isOther(ending)) return say('wrong_ending', ending, format.toUpperCase());
  return isOther(subtype) ? say('wrong_type', type, format.toUpperCase()) : undefined;
}

function wordsOf(format: Format): string[] {
  return NAMES[format][1].split(' ').filter((word) => word !== '');
}

function neutral(file: File, format: Format, number: number): File {
  const { type, lastModified } = file;
  return new File([file], `${NAMES[format][0]}-${number}.${wordsOf(format)[0]}`, { type, lastModified });
}
