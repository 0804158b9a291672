// Sample descriptions (ISO/IEC 14496-12 section 12; QuickTime File Format, "Sample description atoms"): how to decode a track

import { view } from '../bytes.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { type Box, boxesIn, Unsupported } from './box.ts';
import { colour } from './colour.ts';
import { nameFindings } from './findings.ts';
import { boxes, type Copy, copyBoxes, copyBytes, first, keepBox, only, type Rules } from './rules.ts';

/** What a decoder of pictures needs. Bit rates, 3D and panorama are there because players show them. */
const PICTURE: Rules = {
  ...keepAll(
    'avcC hvcC lhvC av1C vpcC vvcC evcC hvcE avcE dvcC dvvC dvwC apvC uncC cmpd jp2h esds d263 glbl auxi ACLR cclv',
  ),
  colr: colour,
  pasp: first(8),
  clap: first(32),
  fiel: first(2),
  gama: first(4),
  clli: first(4),
  amve: first(8),
  mdcv: first(24),
  CoLL: first(8),
  SmDm: first(28),
  btrt: first(12),
  ccst: first(8),
  st3d: first(5),
  sv3d: boxes({ svhd: first(4), proj: boxes({ prhd: first(16), equi: first(20), cbmp: first(12) }) }),
  vexu: boxes({ eyes: boxes({ stri: first(5), hero: first(5) }) }),
};

/** What a decoder of sound needs. */
const SOUND: Rules = {
  ...keepAll('esds dac3 dec3 dac4 dOps alac dmlp ddts damr chan chnl pcmC dapa mhaC iacb udts SA3D'),
  dfLa: flac,
  srat: first(8),
  btrt: first(12),
  wave: boxes({ ...keepAll('frma enda mp4a esds alac damr'), '\0\0\0\0': first(0) }),
};

const PICTURE_LENGTH = 78;
const SOUND_LENGTH = 28;
/** QuickTime's longer descriptions of sound, by version. */
const SOUND_EXTRA: Record<number, number> = { 1: 16, 2: 36 };
const COMPRESSOR = { at: 42, end: 74 } as const;
const ENCRYPTED = ['encv', 'enca', 'drmi', 'drms'];

export function sampleEntries(box: Box, copy: Copy): void {
  copyBytes(copy, box.start, box.dataAt + 8);
  for (const entry of boxesIn(copy.source, box.dataAt + 8, box.end)) {
    if (ENCRYPTED.includes(entry.type)) throw new Unsupported(say('an_encrypted_video'));
    if (copy.track?.handler === 'soun') soundEntry(entry, copy, copy.source[box.dataAt] ?? 0);
    else pictureEntry(entry, copy);
  }
}

/** The name of the compressor and its maker go; both are only for people. */
function pictureEntry(box: Box, copy: Copy): void {
  only('6-8 24-36 40-42 74-78')(box, copy);
  const name = copy.source.subarray(
    box.dataAt + COMPRESSOR.at + 1,
    Math.min(box.dataAt + COMPRESSOR.end, box.end),
  );
  if (name.some((byte) => byte !== 0)) copy.told.push(() => nameFindings('CompressorName', name));
  const start = box.dataAt + PICTURE_LENGTH;
  const tableEnd = hasColourTable(box, copy) ? colourTableEnd(start, copy) : start;
  if (tableEnd > box.end) throw new Misfit(BAD_LENGTHS);
  copyBytes(copy, start, tableEnd);
  copyBoxes(PICTURE, tableEnd, box.end, copy);
}

/** QuickTime: pictures of up to 256 colours bring them along in the place of boxes. */
function hasColourTable({ dataAt, end }: Box, { source }: Copy): boolean {
  if (dataAt + PICTURE_LENGTH > end) return false;
  const depth = view(source).getUint16(dataAt + COMPRESSOR.end) & 31;
  return depth > 0 && depth <= 8 && view(source).getUint16(dataAt + COMPRESSOR.end + 2) === 0;
}

/** A head of eight bytes that ends in the number of the last colour, and eight bytes a colour. */
function colourTableEnd(start: number, { source }: Copy): number {
  return start + 8 + 8 * (view(source).getUint16(start + 6) + 1);
}

function soundEntry(box: Box, copy: Copy, tableVersion: number): void {
  const version = view(copy.source).getUint16(box.dataAt + 8);
  const length = SOUND_LENGTH + (tableVersion === 0 ? (SOUND_EXTRA[version] ?? 0) : 0);
  only(`6-10 16-${length}`)(box, copy);
  copyBoxes(SOUND, box.dataAt + length, box.end, copy);
}

/** FLAC brings its own comments: only its first block, which is needed to decode, stays, and becomes the last (RFC 9639 section 8.1). */
function flac(box: Box, copy: Copy): void {
  const { dataAt, end } = box;
  first(42)(box, copy);
  if (dataAt + 42 <= end) copy.target[dataAt + 4] = 0x80;
}

function keepAll(types: string): Rules {
  return Object.fromEntries(types.split(' ').map((type) => [type, keepBox]));
}
