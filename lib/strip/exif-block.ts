import { type Bytes, concat, fromLatin1, view } from './bytes.ts';
import { type Entry, type Ifds, ORIENTATION, orientationOf, readIfds } from './ifd.ts';
import type { StripOptions } from './types.ts';

/** Artist and Copyright. */
const CREDITS = [0x013b, 0x8298];
const LONGEST_CREDIT = 2_000;
const SHORT = 3;
const ASCII = 2;

type Field = { tag: number; type: number; count: number; value: Uint8Array };

/**
 * What stays of an Exif block: how to turn the picture (tag 0x0112; 26 bytes in all), and with `keepCopyright` artist and copyright as they
 * were. Little-endian, whatever the original was. Null when nothing stays.
 */
export function keptExif(tiff: Uint8Array, options: StripOptions): Bytes | null {
  const orientation = orientationOf(tiff);
  const turn: Field = { tag: ORIENTATION, type: SHORT, count: 1, value: Uint8Array.of(orientation, 0) };
  const fields = [...(orientation === 1 ? [] : [turn]), ...(options.keepCopyright ? credits(tiff) : [])];
  return fields.length > 0 ? writeBlock(fields) : null;
}

function credits(tiff: Uint8Array): Field[] {
  const ifds = readIfds(tiff);
  return CREDITS.flatMap((tag) => (ifds ? credit(tiff, ifds, tag) : []));
}

function credit(tiff: Uint8Array, { entries, littleEndian }: Ifds, tag: number): Field[] {
  const isText = ({ entryAt }: Entry) => view(tiff).getUint16(entryAt + 2, littleEndian) === ASCII;
  const entry = entries.find((each) => each.ifd === 'ifd0' && each.tag === tag && each.sound && isText(each));
  if (!entry || entry.length > LONGEST_CREDIT) return [];
  return [{ tag, type: ASCII, count: entry.length, value: tiff.subarray(entry.at, entry.at + entry.length) }];
}

/** One directory with the fields, which come sorted by tag (TIFF 6.0 section 2), and their values behind it. */
function writeBlock(fields: readonly Field[]): Bytes {
  const directory = new Uint8Array(2 + fields.length * 12 + 4);
  const data = view(directory);
  const values: Uint8Array[] = [];
  let valuesAt = 8 + directory.length;
  data.setUint16(0, fields.length, true);
  for (const [i, { tag, type, count, value }] of fields.entries()) {
    const at = 2 + i * 12;
    data.setUint16(at, tag, true);
    data.setUint16(at + 2, type, true);
    data.setUint32(at + 4, count, true);
    if (value.length <= 4) directory.set(value, at + 8);
    else {
      data.setUint32(at + 8, valuesAt, true);
      values.push(value, new Uint8Array(value.length % 2));
      valuesAt += value.length + (value.length % 2);
    }
  }
  return concat([fromLatin1('II*\0\x08\0\0\0'), directory, ...values]);
}
