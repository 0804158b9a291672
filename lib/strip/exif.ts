import { Options } from 'exifr/src/options.mjs';
import { TiffExif } from 'exifr/src/segment-parsers/tiff-exif.mjs';
import { guessText, hasText } from './bytes.ts';
import {
  EMBEDDED,
  GPS,
  MAKER_NOTE,
  privateTag,
  STRUCTURAL_TAGS,
  USER_COMMENT,
  XP_TAGS,
} from './exif-tags.ts';
import { defuse, type Entry, firstOfEach, type IfdName, type Ifds, readIfds } from './ifd.ts';
import { iptcFindings, photoshopFindings } from './photoshop.ts';
import { promptIn } from './prompts.ts';
import { say } from './sentences.ts';
import type { Finding } from './types.ts';
import { size, words } from './words.ts';
import { xmpFindings } from './xmp.ts';

/** What JPEG, and some writers of PNG and WebP, put before the TIFF header (Exif 3.0 section 4.7.2). */
export const EXIF_PREFIX = 'Exif\0\0';

type Values = Partial<Record<IfdName, Record<string, unknown>>>;

const READ = {
  ...{ xmp: false, iptc: false, icc: false, ifd0: true, exif: true, gps: true, interop: false, ifd1: false },
  ...{
    translateKeys: false,
    translateValues: false,
    reviveValues: false,
    sanitize: false,
    mergeOutput: false,
  },
  userComment: true,
};

/**
 * What an Exif block tells, in the user's words: from its byte order mark on, or from the "Exif\0\0" that JPEG puts before that. Whatever is
 * in the block gives at least one finding, whether its values can be read or not; never throws.
 */
export async function exifFindings(block: Uint8Array): Promise<Finding[]> {
  const tiff = hasText(block, EXIF_PREFIX) ? block.subarray(EXIF_PREFIX.length) : block;
  const ifds = readIfds(tiff);
  if (!ifds)
    return [{ kind: 'other', where: 'EXIF', value: say('sized', say('exif_unreadable'), size(tiff.length)) }];
  const values = await readValues(tiff, ifds);
  const entries = firstOfEach(ifds.entries);
  const findings = [
    ...locationFindings(ifds, values),
    ...entries.flatMap((entry) => tagFindings(entry, values, ifds)),
    ...entries.flatMap((entry) => blockFindings(entry, tiff)),
    ...thumbnailFindings(ifds),
  ];
  const rest = entries.filter((entry) => !isTold(entry)).length;
  if (rest > 0) findings.push({ kind: 'other', where: 'EXIF', value: say('exif_settings', rest) });
  return findings.length > 0 ? findings : [{ kind: 'other', where: 'EXIF', value: say('exif_size') }];
}

async function readValues(tiff: Uint8Array, ifds: Ifds): Promise<Values> {
  const wanted = ({ ifd, tag }: Entry) =>
    privateTag(ifd, tag) !== undefined || (ifd === 'gps' && tag <= GPS.longitude);
  try {
    const safe = defuse(tiff, ifds, wanted);
    const values = await new TiffExif(safe, new Options(READ), safe).parse();
    return typeof values === 'object' && values !== null ? values : {};
  } catch {
    return {};
  }
}

/** One finding for the whole GPS directory, with decimal coordinates when they can be made out. */
function locationFindings(ifds: Ifds, { gps }: Values): Finding[] {
  const tells = ifds.entries.some(
    ({ ifd, tag }) => ifd === 'gps' && tag !== GPS.version && tag !== GPS.datum,
  );
  if (!tells) return [];
  const latitude = decimal(gps?.latitude);
  const longitude = decimal(gps?.longitude);
  const value = latitude && longitude ? `${latitude}, ${longitude}` : undefined;
  return [{ kind: 'location', where: 'EXIF GPSLatitude', value }];
}

function decimal(value: unknown): string | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value.toFixed(4) : undefined;
}

function tagFindings({ ifd, tag, sound }: Entry, values: Values, ifds: Ifds): Finding[] {
  const known = privateTag(ifd, tag);
  if (!known || (ifd === 'gps' && known.kind === 'location')) return [];
  const { kind } = known;
  const where = `EXIF ${known.name}`;
  const read = values[ifd] ?? {};
  const text = sound && tag in read ? textOf(tag, read[tag], ifds.littleEndian) : undefined;
  if (text === '') return [];
  const prompt = text && promptIn(text);
  return [prompt ? { kind: 'prompt', where, value: prompt } : { kind, where, value: text && words(text) }];
}

/** The value as text, '' when it is blank. */
function textOf(tag: number, value: unknown, littleEndian: boolean): string {
  if (value === undefined) return '';
  if (!(value instanceof Uint8Array)) return String(value).trim();
  if (tag >= XP_TAGS.first && tag <= XP_TAGS.last) return utf16(value, true);
  if (tag === USER_COMMENT) return userComment(value, littleEndian);
  return clean(guessText(value));
}

/** Exif 3.0 section 4.6.6, UserComment: eight bytes name the character code. Writers of "UNICODE" do not agree on its byte order. */
function userComment(value: Uint8Array, littleEndian: boolean): string {
  const text = value.subarray(8);
  if (!hasText(value, 'UNICODE'))
    return clean(guessText(hasText(value, 'ASCII') || value[0] === 0 ? text : value));
  const evenZeros = text.filter((byte, i) => byte === 0 && i % 2 === 0).length;
  const oddZeros = text.filter((byte, i) => byte === 0 && i % 2 === 1).length;
  return utf16(text, evenZeros === oddZeros ? littleEndian : oddZeros > evenZeros);
}

function utf16(bytes: Uint8Array, littleEndian: boolean): string {
  return clean(new TextDecoder(littleEndian ? 'utf-16le' : 'utf-16be').decode(bytes));
}

function clean(text: string): string {
  return text.replaceAll('\0', '').trim();
}

function blockFindings({ tag, at, length, sound }: Entry, tiff: Uint8Array): Finding[] {
  if (tag === MAKER_NOTE) return [{ kind: 'device', where: 'EXIF MakerNote', value: size(length) }];
  const block = sound ? tiff.subarray(at, at + length) : new Uint8Array(0);
  if (tag === EMBEDDED.xmp) return xmpFindings(block);
  if (tag === EMBEDDED.iptc) return iptcFindings(block);
  if (tag === EMBEDDED.photoshop) return photoshopFindings(block);
  return [];
}

function thumbnailFindings({ entries }: Ifds): Finding[] {
  return entries.some(({ ifd }) => ifd === 'ifd1')
    ? [{ kind: 'thumbnail', where: 'EXIF ThumbnailImage' }]
    : [];
}

function isTold({ ifd, tag }: Entry): boolean {
  const embedded = tag === MAKER_NOTE || Object.values<number>(EMBEDDED).includes(tag);
  const known = privateTag(ifd, tag) !== undefined || STRUCTURAL_TAGS.has(tag);
  return ifd === 'gps' || ifd === 'ifd1' || known || embedded;
}
