import { view } from '../bytes.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { type Box, boxesIn, find, fourLetters } from './box.ts';
import { rowsOf } from './rules.ts';

type Sizes = {
  /** How many samples there are. */
  count: number;
  /** Bytes of the `samples` samples from `from` on. */
  bytes(from: number, samples: number): number;
};

/** Codecs of sound that say 16 bits and mean what these are before they were packed. */
const EIGHT_BITS = ['ulaw', 'alaw'];

/** Tells where the samples of a track stand by its tables (ISO/IEC 14496-12 section 8.7): one range for each chunk. */
export function eachChunk(
  trak: Box,
  source: Uint8Array,
  isSound: boolean,
  tell: (start: number, length: number) => void,
): void {
  const tables = find(source, trak, 'mdia', 'minf', 'stbl');
  if (!tables || !isSelfContained(trak, source)) return;
  const offsets = find(source, tables, 'stco') ?? find(source, tables, 'co64');
  const perChunk = find(source, tables, 'stsc');
  const sizes = sizesOf(tables, source, isSound);
  if (!offsets || !perChunk || !sizes) return;
  const width = offsets.type === 'stco' ? 4 : 8;
  const data = view(source);
  const chunks = rowsOf(offsets, source, 8, width);
  const runs = rowsOf(perChunk, source, 8, 12);
  let sample = 0;
  let samples = 0;
  for (let chunk = 0, run = 0; chunk < chunks && sample < sizes.count; chunk++) {
    for (; run < runs && data.getUint32(perChunk.dataAt + 8 + run * 12) <= chunk + 1; run++)
      samples = data.getUint32(perChunk.dataAt + 12 + run * 12);
    const here = Math.min(samples, sizes.count - sample);
    // With nothing left for the chunks behind it this one would take in what stands between them.
    if (here < samples && chunk + 1 < chunks) throw new Misfit(BAD_LENGTHS);
    const at = offsets.dataAt + 8 + chunk * width;
    tell(width === 4 ? data.getUint32(at) : Number(data.getBigUint64(at)), sizes.bytes(sample, here));
    sample += here;
  }
}

/** Section 8.7.2: does the media data stand in this file? */
function isSelfContained(trak: Box, source: Uint8Array): boolean {
  const references = find(source, trak, 'mdia', 'minf', 'dinf', 'dref');
  const [first] = references ? boxesIn(source, references.dataAt + 8, references.end) : [];
  return !first || first.dataAt + 3 >= first.end || ((source[first.dataAt + 3] ?? 1) & 1) === 1;
}

function sizesOf(tables: Box, source: Uint8Array, isSound: boolean): Sizes | null {
  const data = view(source);
  const plain = find(source, tables, 'stsz');
  if (plain) {
    const size = data.getUint32(plain.dataAt + 4);
    const count = rowsOf(plain, source, 12, size === 0 ? 4 : 0);
    if (size > 1 || (size === 1 && !isSound)) return { count, bytes: (_, samples) => samples * size };
    if (size === 1) return { count, bytes: soundBytes(tables, source) };
    return { count, bytes: summed((sample) => data.getUint32(plain.dataAt + 12 + sample * 4)) };
  }
  const compact = find(source, tables, 'stz2');
  if (!compact) return null;
  const bits = data.getUint8(compact.dataAt + 7);
  const at = (sample: number) => compact.dataAt + 12 + Math.floor((sample * bits) / 8);
  const half = (sample: number) => (data.getUint8(at(sample)) >> (sample % 2 === 0 ? 4 : 0)) & 15;
  const whole = (sample: number) => (bits === 16 ? data.getUint16(at(sample)) : data.getUint8(at(sample)));
  return { count: data.getUint32(compact.dataAt + 8), bytes: summed(bits === 4 ? half : whole) };
}

function summed(size: (sample: number) => number): Sizes['bytes'] {
  return (from, samples) => {
    let sum = 0;
    for (let sample = from; sample < from + samples; sample++) sum += size(sample);
    return sum;
  };
}

/** QuickTime says 1 for the size of samples of sound, and its real size in the description (QuickTime File Format, "Sound media"). */
function soundBytes(tables: Box, source: Uint8Array): Sizes['bytes'] {
  const data = view(source);
  const entries = find(source, tables, 'stsd');
  const at = (entries?.dataAt ?? 0) + 16; // behind the head of the table and of its first entry
  const version = data.getUint16(at + 8);
  const [perPacket, frameBytes] = version === 1 ? [data.getUint32(at + 28), data.getUint32(at + 36)] : [0, 0];
  const bits = EIGHT_BITS.includes(fourLetters(source, at - 4)) ? 8 : data.getUint16(at + 18);
  const plainBytes = data.getUint16(at + 16) * Math.ceil(bits / 8);
  return (_, samples) =>
    perPacket > 0 && frameBytes > 0
      ? Math.ceil(samples / perPacket) * frameBytes
      : samples * Math.max(plainBytes, 1);
}
