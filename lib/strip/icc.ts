import { type Bytes, hasText, latin1, view } from './bytes.ts';

export const HEADER = 128;
const ENTRY = 12;
/** Bytes that say of which type a tag is (section 10.1). */
const TYPE = 8;
/** Real profiles have under forty tags; a hostile table would make the copying below quadratic. */
const MOST_TAGS = 100;

/** Header fields that say who made the profile, when and on what, not how to use it (ICC.1:2022 section 7.2). */
const IDENTITY: readonly (readonly [start: number, end: number])[] = [
  [4, 8], // preferred colour engine
  [24, 36], // date and time
  [40, 44], // platform
  [44, 46], // flags of whoever wrote it
  [48, 60], // device maker and model, and attributes of whoever wrote it
  [80, 84], // creator
  [84, 128], // profile id, and bytes reserved
];

/** Fields that are a word of a list (sections 7.2.5 to 7.2.7): class, colour space, and the space that profiles meet in. */
const WORDS: readonly (readonly [at: number, known: RegExp])[] = [
  [12, /^(?:scnr|mntr|prtr|link|spac|abst|nmcl|cenc|mid |mlnk|mvis)$/],
  [16, /^(?:XYZ |Lab |Luv |YCbr|Yxy |RGB |GRAY|HSV |HLS |CMYK|CMY |[2-9A-F]CLR)$/],
  [20, /^(?:XYZ |Lab |Luv |YCbr|Yxy |RGB |GRAY|HSV |HLS |CMYK|CMY |[2-9A-F]CLR)$/],
];
const INTENT = { at: 64, most: 3 } as const;
/** The light that every profile is for (section 7.2.16), in 65536ths, and how far rounding takes writers from it. */
const LIGHT = { at: 68, d50: [0xf6d6, 0x10000, 0xd32d], tolerance: 64 } as const;

/** Tags a colour engine computes with (ICC.1:2022 section 9.2, and Apple's parametric curves). The content of all others is blanked. */
const COLOUR_TAGS = new Set(
  `wtpt bkpt rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC aarg aagg aabg A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3 D2B0 D2B1 D2B2 D2B3
   B2D0 B2D1 B2D2 B2D3 gamt chad chrm cicp lumi meas view tech pre0 pre1 pre2 rig0 ciis`.split(/\s+/),
);
/** What such a tag can hold (section 10): numbers, never words. */
const COLOUR_TYPES = [
  'XYZ ',
  'curv',
  'para',
  'mft1',
  'mft2',
  'mAB ',
  'mBA ',
  'mpet',
  'sf32',
  'chrm',
  'meas',
  'view',
  'sig ',
  'cicp',
];
/** How many numbers the kinds of parametric curves have (section 10.18). */
const PARAMETERS = [1, 3, 4, 5, 7];
/** Types of text that readers expect to stay readable when blanked, and how long those that are lists say that each of their records is. */
const TEXT_TYPES: readonly (readonly [name: string, record: number])[] = [
  ['desc', 0],
  ['text', 0],
  ['mluc', 12],
  ['dict', 16],
];

/**
 * A profile of the same length with its identity blanked in place: it renders the same, and says nothing of who, when and which device.
 * Bytes that no colour tag uses become zero. Null when this is not a sound ICC profile.
 */
export function blankProfileIdentity(profile: Uint8Array): Bytes | null {
  if (profile.length < HEADER + 4 || !hasText(profile, 'acsp', 36)) return null;
  const size = Math.min(view(profile).getUint32(0), profile.length);
  const count = view(profile).getUint32(HEADER);
  const tableEnd = HEADER + 4 + count * ENTRY;
  if (count > MOST_TAGS || tableEnd > size) return null;
  const tags = tagsOf(profile).filter(({ at, length }) => at >= tableEnd && at + length <= size);
  const colours = tags.filter(({ name }) => COLOUR_TAGS.has(name));
  const others = tags.filter(({ name }) => !COLOUR_TAGS.has(name));
  if (!colours.every((tag) => isColour(profile, tag) && !others.some((other) => overlap(tag, other))))
    return null;
  const blank = new Uint8Array(profile.length);
  blank.set(profile.subarray(0, HEADER + 4));
  cleanHeader(blank);
  for (const { entryAt } of tags) blank.set(profile.subarray(entryAt, entryAt + ENTRY), entryAt);
  for (const tag of others) blankTag(profile, blank, tag);
  for (const tag of colours) copyColour(profile, blank, tag);
  return blank;
}

/** Without the bytes that are reserved, and those behind the numbers that count. */
function copyColour(profile: Uint8Array, blank: Bytes, { at, length }: Tag): void {
  const end = at + Math.min(length, usedLength(profile, at, length));
  blank.set(profile.subarray(at, end), at);
  blank.fill(0, at + 4, at + TYPE);
}

/** Of a type that has a length of its own (sections 10.6, 10.18, 10.22 and 10.31), how much of a tag is read. */
function usedLength(profile: Uint8Array, at: number, length: number): number {
  if (hasText(profile, 'XYZ ', at)) return TYPE + 12;
  if (hasText(profile, 'sf32', at)) return TYPE + 36;
  if (length < TYPE + 4) return length;
  if (hasText(profile, 'curv', at)) return TYPE + 4 + 2 * view(profile).getUint32(at + TYPE);
  return hasText(profile, 'para', at) ? TYPE + 4 + 4 * (parametersAt(profile, at) ?? 0) : length;
}

/** Numbers of a parametric curve by its kind; none for a kind that there is not. */
function parametersAt(profile: Uint8Array, at: number): number | undefined {
  return PARAMETERS[view(profile).getUint16(at + TYPE)];
}

/** No engine goes by a field that cannot be what it says; so nothing else can stand in one. */
function cleanHeader(profile: Bytes): void {
  const data = view(profile);
  for (const [start, end] of IDENTITY) profile.fill(0, start, end);
  for (const [at, known] of WORDS) if (!known.test(latin1(profile, at, at + 4))) profile.fill(0, at, at + 4);
  if (data.getUint32(INTENT.at) > INTENT.most) data.setUint32(INTENT.at, 0);
  LIGHT.d50.forEach((value, i) => {
    const at = LIGHT.at + 4 * i;
    const isNear = Math.abs(data.getInt32(at) - value) <= LIGHT.tolerance;
    if (!isNear && data.getInt32(at) !== 0) data.setInt32(at, value);
  });
}

type Tag = { entryAt: number; name: string; at: number; length: number };

/** The table of tags (section 7.3), or as much of it as there is and can be. */
export function tagsOf(profile: Uint8Array): Tag[] {
  const data = view(profile);
  const room = Math.floor((profile.length - HEADER - 4) / ENTRY);
  const count = Math.min(data.getUint32(HEADER), room, MOST_TAGS);
  return Array.from({ length: count }, (_, i) => {
    const entry = HEADER + 4 + i * ENTRY;
    return {
      entryAt: entry,
      name: latin1(profile, entry, entry + 4),
      at: data.getUint32(entry + 4),
      length: data.getUint32(entry + 8),
    };
  });
}

function isColour(profile: Uint8Array, { at, length }: Tag): boolean {
  const isCurve = length >= TYPE + 4 && hasText(profile, 'para', at);
  if (isCurve && parametersAt(profile, at) === undefined) return false;
  return length >= TYPE && COLOUR_TYPES.some((type) => hasText(profile, type, at));
}

function overlap(a: Tag, b: Tag): boolean {
  return a.at < b.at + b.length && b.at < a.at + a.length;
}

/** Leaves an empty text where a text was, so that the profile is still well-formed. */
function blankTag(profile: Uint8Array, blank: Bytes, { at, length }: Tag): void {
  const type = TEXT_TYPES.find(([name]) => length >= 16 && hasText(profile, name, at));
  if (!type) return;
  for (let i = 0; i < 4; i++) blank[at + i] = type[0].charCodeAt(i);
  blank[at + 15] = type[1];
}
