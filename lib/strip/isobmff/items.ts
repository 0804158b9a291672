// Items: pictures that stand still, and what is said of them (ISO/IEC 14496-12 section 8.11; ISO/IEC 23008-12)

import { latin1 } from '../bytes.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { type Box, boxesIn, find, fourLetters, Unsupported } from './box.ts';
import type { Extent } from './claims.ts';
import { Reader } from './item-reader.ts';

export type Item = {
  id: number;
  type: string;
  isHidden: boolean;
  /** What kind of text a `mime` item is. */
  contentType: string;
  /** How `extents` count: from the start of the file (0), of `idat` (1), or of another item (2). */
  method: number;
  extents: Extent[];
  /** The kind of auxiliary picture by its property `auxC`, '' when it is none. */
  auxiliary: string;
};
type Reference = { type: string; from: number; to: number[]; end: number };
export type Items = { all: Map<number, Item>; references: Reference[]; primary: number };

/** Items that are pictures, or are put together to one. All others are only said of them. */
const PICTURES = 'hvc1 lhv1 hev1 av01 avc1 vvc1 evc1 j2k1 unci grid iovl iden tmap'.split(' ');
/** A picture made of another one and a gain map, for HDR screens. */
const TONE_MAP = 'tmap';
/** Pictures that are made of others: references from a picture to what it needs (ISO/IEC 23008-12 section 6.4, ISO/IEC 14496-12 section 8.11.12). */
const NEEDS = ['dimg', 'base', 'pred', 'exbl', 'tbas', 'iloc'];
/** Auxiliary pictures that are shown: transparency, and the gain map that makes highlights bright. Depth and masks of people are not. */
const ALPHA = /^urn:mpeg:(?:mpegB:cicp:systems:auxiliary:alpha|(?:hevc|avc|vvc):2015:auxid:1)$/;
const GAIN_MAP = 'urn:com:apple:photo:2020:aux:hdrgainmap';

/** The items of a file by the boxes that describe them. Throws `Misfit` when those make no sense. */
export function readItems(source: Uint8Array, children: readonly Box[]): Items {
  const items: Items = { all: new Map(), references: [], primary: 0 };
  const each = (type: string, read: (box: Box) => void) => {
    for (const box of children) if (box.type === type) read(box);
  };
  each('iinf', (box) => readInfo(source, box, items));
  each('pitm', (box) => readPrimary(source, box, items));
  each('iref', (box) => readReferences(source, box, items));
  each('iloc', (box) => readLocations(source, box, items));
  each('iprp', (box) => readAuxiliaries(source, box, items));
  return items;
}

export function isPicture({ type }: Item): boolean {
  return PICTURES.includes(type);
}

function isShownWith(item: Item | undefined, hasHdr: boolean): boolean {
  return item !== undefined && (ALPHA.test(item.auxiliary) || (hasHdr && isGainMap(item)));
}

export function isGainMap({ auxiliary }: Item): boolean {
  return auxiliary === GAIN_MAP;
}

/**
 * The numbers of the items that make up the pictures which any viewer shows. `hasHdr`: with what makes them brighter on HDR screens.
 * Throws `Unsupported` when one of them is of an unknown kind.
 */
export function neededItems({ all, references, primary }: Items, hasHdr: boolean): Set<number> {
  const extra = new Set(
    references.filter(({ type }) => type === 'thmb' || type === 'auxl').map(({ from }) => from),
  );
  const isShown = (item: Item) =>
    isPicture(item) && !item.isHidden && !extra.has(item.id) && (hasHdr || item.type !== TONE_MAP);
  const needed = new Set([...all.values()].filter(isShown).map(({ id }) => id)).add(primary);
  for (const id of needed) {
    const item = all.get(id);
    if (!item || !isPicture(item)) throw new Unsupported(say('a_coded_picture'));
    for (const { type, from, to } of references) {
      if (from === id && NEEDS.includes(type)) for (const part of to) needed.add(part);
      if (type === 'auxl' && to.includes(id) && isShownWith(all.get(from), hasHdr)) needed.add(from);
    }
  }
  return needed;
}

/** Version 2 and 3 entries (section 8.11.6); older ones name no type, so they are no pictures. */
export type Info = Pick<Item, 'id' | 'type' | 'isHidden'> & {
  typeAt: number;
  /** Where its name stands, and what follows. */
  restAt: number;
};
export function readEntry(source: Uint8Array, { dataAt, end }: Box): Info {
  const reader = new Reader(source, dataAt, end);
  const { version, flags } = reader.versionAndFlags();
  const id = reader.number(version === 3 ? 4 : 2);
  reader.number(2);
  const typeAt = reader.at;
  // Names stand in that place until version 2, and no type.
  const restAt = version < 2 ? typeAt : Math.min(typeAt + 4, end);
  return {
    id,
    type: fourLetters(source.subarray(0, restAt), typeAt),
    typeAt,
    restAt,
    isHidden: (flags & 1) === 1,
  };
}

/** Where the entries of an item information box start. */
export function entriesAt(source: Uint8Array, { dataAt, end }: Box): number {
  const reader = new Reader(source, dataAt, end);
  reader.number(reader.versionAndFlags().version === 0 ? 2 : 4);
  return reader.at;
}

function readInfo(source: Uint8Array, box: Box, { all }: Items): void {
  for (const child of boxesIn(source, entriesAt(source, box), box.end)) {
    if (child.type !== 'infe') continue;
    const { id, type, restAt, isHidden } = readEntry(source, child);
    if (all.has(id)) throw new Misfit(BAD_LENGTHS);
    const contentType = latin1(source, restAt, child.end).split('\0')[1] ?? '';
    all.set(id, { id, type, isHidden, contentType, method: 0, extents: [], auxiliary: '' });
  }
}

function readPrimary(source: Uint8Array, { dataAt, end }: Box, items: Items): void {
  const reader = new Reader(source, dataAt, end);
  items.primary = reader.number(reader.versionAndFlags().version === 0 ? 2 : 4);
}

/** A file may have more than one of these boxes: the references of all count. */
function readReferences(source: Uint8Array, box: Box, { references }: Items): void {
  for (const child of boxesIn(source, box.dataAt + 4, box.end)) {
    references.push(readReference(source, child, source[box.dataAt] === 0 ? 2 : 4));
  }
}

/** Section 8.11.12. `width`: bytes of the number of an item. `end`: where the last number ends. */
export function readReference(source: Uint8Array, { type, dataAt, end }: Box, width: number): Reference {
  const reader = new Reader(source, dataAt, end);
  const from = reader.number(width);
  const to = Array.from({ length: reader.number(2) }, () => reader.number(width));
  return { type, from, to, end: reader.at };
}

/** Section 8.11.3. Returns where the last entry ends. */
export function readLocations(source: Uint8Array, { dataAt, end }: Box, { all }: Items): number {
  const reader = new Reader(source, dataAt, end);
  const { version } = reader.versionAndFlags();
  const sizes = reader.number(2);
  const width = (shift: number) => (sizes >> shift) & 15;
  const count = reader.number(version < 2 ? 2 : 4);
  for (let i = 0; i < count; i++) {
    const id = reader.number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : reader.number(2) & 15;
    const isElsewhere = reader.number(2) !== 0;
    const base = reader.number(width(4));
    const extents: Extent[] = [];
    for (let left = reader.number(2); left > 0; left--) {
      if (version > 0) reader.number(width(0));
      const at = base + reader.number(width(12));
      extents.push({ at, length: reader.number(width(8)) });
    }
    const item = all.get(id);
    if (item) Object.assign(item, { method, extents: isElsewhere ? [] : extents });
  }
  return reader.at;
}

/** Which items have a property `auxC` (ISO/IEC 23008-12 section 6.5.8). */
function readAuxiliaries(source: Uint8Array, box: Box, { all }: Items): void {
  const container = find(source, box, 'ipco');
  if (!container) return;
  const kinds = boxesIn(source, container.dataAt, container.end).map(({ type, dataAt, end }) =>
    type === 'auxC' ? latin1(source, dataAt + 4, end).split('\0', 1)[0] : '',
  );
  for (const map of boxesIn(source, box.dataAt, box.end).filter(({ type }) => type === 'ipma')) {
    readAssociations(source, map, (id, property) => {
      const item = all.get(id);
      if (item) item.auxiliary ||= kinds[property - 1] ?? '';
    });
  }
}

/** Section 8.11.14. Returns where the last entry ends. */
export function readAssociations(
  source: Uint8Array,
  { dataAt, end }: Box,
  tell: (id: number, property: number) => void,
): number {
  const reader = new Reader(source, dataAt, end);
  const { version, flags } = reader.versionAndFlags();
  const isWide = (flags & 1) === 1;
  for (let left = reader.number(4); left > 0; left--) {
    const id = reader.number(version === 0 ? 2 : 4);
    for (let more = reader.number(1); more > 0; more--)
      tell(id, isWide ? reader.number(2) & 0x7fff : reader.number(1) & 0x7f);
  }
  return reader.at;
}
