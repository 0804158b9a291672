import type { Range } from './tiff-pixels.ts';

type Box = { type: string; at: number; from: number; to: number };
/** Extents by number of item, in the file and in the box for small items. */
type Located = { item: number; isInside: boolean; start: number; length: number };

/** Boxes that are nothing but boxes, and how many bytes stand before these. */
const HEADS: Record<string, number> = {
  moov: 0,
  trak: 0,
  mdia: 0,
  minf: 0,
  stbl: 0,
  dinf: 0,
  edts: 0,
  iprp: 0,
  ipco: 0,
  mvex: 0,
  moof: 0,
  traf: 0,
  meta: 4,
  dref: 8,
};
/** Items that are pictures. All others are looked at, those that have been made free too. */
const PICTURES = [
  'av01',
  'hvc1',
  'avc1',
  'jpeg',
  'j2k1',
  'unci',
  'vvc1',
  'evc1',
  'grid',
  'iovl',
  'iden',
  'tmap',
];
/** More are those of nobody. */
const MOST = 100_000;

/** Where movies say that their samples stand, and stills their pictures (ISO/IEC 14496-12, sections 8.7, 8.8 and 8.11), read apart from the stripper. */
export function media(file: Buffer): Range[] {
  const boxes = [...boxesIn(file, 0, file.length)];
  const within = (outer: Box, type: string) =>
    boxes.filter((box) => box.type === type && box.at > outer.at && box.to <= outer.to);
  const all = (type: string) => boxes.filter((box) => box.type === type);
  const ranges = all('trak').flatMap((trak) => samplesOf(file, (type) => within(trak, type)[0]));
  const sizes = new Map(all('trex').map(({ from }) => [file.readUInt32BE(from + 4), from + 16]));
  for (const moof of all('moof')) {
    let end = moof.at;
    for (const traf of within(moof, 'traf')) {
      const runs = runsOf(file, moof.at, end, within(traf, 'tfhd')[0], within(traf, 'trun'), sizes);
      end = runs.at(-1)?.end ?? end;
      ranges.push(...runs);
    }
  }
  const inside = all('idat')[0]?.from ?? file.length;
  const pictures = new Set(all('infe').flatMap((box) => pictureItem(file, box)));
  for (const { item, isInside, start, length } of all('iloc').flatMap((box) => located(file, box))) {
    const from = isInside ? inside + start : start;
    if (pictures.has(item)) ranges.push({ start: from, end: from + length });
  }
  return ranges.filter(({ start, end }) => start >= 0 && end > start);
}

/** The boxes between two places, each before those in it. */
export function* boxesIn(file: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const short = file.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= to;
    const size = isLong ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short;
    if (size < 8) return;
    const type = file.toString('latin1', at + 4, at + 8);
    const box = { type, at, from: Math.min(at + (isLong ? 16 : 8), to), to: Math.min(at + size, to) };
    yield box;
    const head = type === 'iinf' ? (file[box.from] === 0 ? 6 : 8) : HEADS[type];
    if (head !== undefined) yield* boxesIn(file, box.from + head, box.to);
    at += size;
  }
}

/** Of a whole track. */
function samplesOf(file: Buffer, find: (type: string) => Box | undefined): Range[] {
  const [few, many, runs] = [find('stco'), find('co64'), find('stsc')];
  const offsets = few ?? many;
  const bytes = sizesOf(file, find);
  if (!offsets || !runs || !bytes) return [];
  const width = few ? 4 : 8;
  const number = (at: number) => (at + 4 > file.length ? 0 : file.readUInt32BE(at));
  const ranges: Range[] = [];
  let sample = 0;
  for (let chunk = 0, run = 0, samples = 0; chunk < Math.min(number(offsets.from + 4), MOST); chunk++) {
    for (; run < number(runs.from + 4) && number(runs.from + 8 + 12 * run) <= chunk + 1; run++)
      samples = number(runs.from + 12 + 12 * run);
    const at = offsets.from + 8 + width * chunk;
    const start = few ? number(at) : 2 ** 32 * number(at) + number(at + 4);
    ranges.push({ start, end: start + bytes(sample, samples) });
    sample += samples;
  }
  return ranges;
}

/** Of a number of samples from one on; undefined without a table. */
function sizesOf(file: Buffer, find: (type: string) => Box | undefined) {
  const [plain, compact] = [find('stsz'), find('stz2')];
  const table = plain ?? compact;
  if (!table) return;
  const same = plain ? file.readUInt32BE(plain.from + 4) : 0;
  const count = file.readUInt32BE(table.from + 8);
  const bits = plain ? 32 : (file[table.from + 7] ?? 8);
  const one = (sample: number): number => {
    if (same > 0) return same === 1 ? frameBytes(file, find('stsd')) : same;
    const at = table.from + 12 + Math.floor((sample * bits) / 8);
    if (at + bits / 8 > table.to) return 0;
    return bits === 4 ? ((file[at] ?? 0) >> (sample % 2 === 0 ? 4 : 0)) & 15 : file.readUIntBE(at, bits / 8);
  };
  return (from: number, samples: number) => {
    let sum = 0;
    for (let sample = from; sample < Math.min(from + samples, count, MOST); sample++) sum += one(sample);
    return sum;
  };
}

/** QuickTime says 1 for the size of samples of sound: their real one is that of channels and bits, or of packets. */
function frameBytes(file: Buffer, entries: Box | undefined): number {
  const at = (entries?.from ?? file.length) + 16;
  if (at + 40 > file.length) return 1;
  if (file.readUInt16BE(at + 8) === 1 && file.readUInt32BE(at + 28) > 0)
    return file.readUInt32BE(at + 36) / file.readUInt32BE(at + 28);
  const isPacked = /[au]law/.test(file.toString('latin1', at - 4, at));
  return Math.max(1, file.readUInt16BE(at + 16) * (isPacked ? 1 : Math.ceil(file.readUInt16BE(at + 18) / 8)));
}

/** Of a fragment of one track. `end`: where the samples of the one before it end. `sizes`: where the usual size of each track stands. */
function runsOf(
  file: Buffer,
  moof: number,
  end: number,
  header: Box | undefined,
  runs: readonly Box[],
  sizes: ReadonlyMap<number, number>,
): Range[] {
  if (!header) return [];
  const flags = file.readUInt32BE(header.from) & 0xffffff;
  const usualAt = sizes.get(file.readUInt32BE(header.from + 4));
  const sizeAt = header.from + 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0) + (flags & 8 ? 4 : 0);
  const usual = file.readUInt32BE(flags & 0x10 ? sizeAt : (usualAt ?? 0)) * (usualAt || flags & 0x10 ? 1 : 0);
  const base = flags & 1 ? Number(file.readBigUInt64BE(header.from + 8)) : flags & 0x20000 ? moof : end;
  let next = base;
  return runs.map((run) => {
    const has = file.readUInt32BE(run.from) & 0xffffff;
    const start = has & 1 ? base + file.readInt32BE(run.from + 8) : next;
    const row = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => has & flag).length;
    const first = run.from + 8 + (has & 1 ? 4 : 0) + (has & 4 ? 4 : 0) + (has & 0x100 ? 4 : 0);
    next = start;
    for (let i = 0; i < Math.min(file.readUInt32BE(run.from + 4), MOST); i++)
      next += has & 0x200 ? file.readUInt32BE(first + i * row) : usual;
    return { start, end: next };
  });
}

/** The number of an item that is a picture. */
function pictureItem(file: Buffer, { from }: Box): number[] {
  const isWide = (file[from] ?? 0) > 2;
  const typeAt = from + (isWide ? 10 : 8);
  return PICTURES.includes(file.toString('latin1', typeAt, typeAt + 4))
    ? [isWide ? file.readUInt32BE(from + 4) : file.readUInt16BE(from + 4)]
    : [];
}

function located(file: Buffer, { from, to }: Box): Located[] {
  let at = from + 4;
  const take = (width: number) => {
    const value =
      width === 0 || at + width > to
        ? 0
        : width === 8
          ? Number(file.readBigUInt64BE(at))
          : file.readUIntBE(at, width);
    at += width;
    return value;
  };
  const version = file[from] ?? 0;
  const widths = take(2);
  const [offset, length, base, index] = [widths >> 12, widths >> 8, widths >> 4, widths].map((w) => w & 15);
  const found: Located[] = [];
  for (let left = take(version < 2 ? 2 : 4); left > 0 && at < to; left--) {
    const item = take(version < 2 ? 2 : 4);
    const isInside = version > 0 && (take(2) & 15) === 1;
    take(2);
    const start = take(base ?? 0);
    for (let extents = take(2); extents > 0 && at < to; extents--) {
      if (version > 0) take(index ?? 0);
      const extent = start + take(offset ?? 0);
      found.push({ item, isInside, start: extent, length: take(length ?? 0) });
    }
  }
  return found;
}
