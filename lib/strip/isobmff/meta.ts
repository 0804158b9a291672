// Meta box (ISO/IEC 14496-12 section 8.11; ISO/IEC 23008-12 "HEIF"; AV1 Image File Format)
import type { Part } from '../container.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { type Box, boxesIn, find, fourLetters } from './box.ts';
import { colour } from './colour.ts';
import { itemFindings, XMP_TYPE } from './item-findings.ts';
import {
  entriesAt,
  type Item,
  type Items,
  isPicture,
  neededItems,
  readAssociations,
  readEntry,
  readItems,
  readLocations,
  readReference,
} from './items.ts';
import { dataInformation, handler } from './movie.ts';
import { keptNotes } from './notes.ts';
import {
  boxes,
  type Copy,
  copyBoxes,
  copyBytes,
  first,
  freeBox,
  keepBox,
  type Rules,
  rename,
  table,
} from './rules.ts';

/** What is needed to decode and show a picture. Names, times and descriptions are not here. */
const PROPERTIES: Rules = {
  ...Object.fromEntries(
    'hvcC lhvC hvcE av1C avcC vvcC vvnC evcC j2kH uncC cmpd cmpC icef cpat splz sbpm snuc cloc lsel oinf tols rloc iscl'
      .split(' ')
      .map((type) => [type, keepBox]),
  ),
  colr: colour, // colours stay; names and dates go
  ispe: first(12),
  pixi: (box, copy) => first(5 + (copy.source[box.dataAt + 4] ?? 0))(box, copy), // bits, one byte a channel
  pasp: first(8),
  irot: first(1), // readers turn the picture by these, not by Exif
  imir: first(1),
  clap: first(32),
  auxC: (box, copy) => first(4 + copy.source.subarray(box.dataAt + 4, box.end).indexOf(0) + 1)(box, copy),
  a1op: first(1),
  a1lx: first(13),
  clli: first(4),
  mdcv: first(24),
  cclv: keepBox,
  amve: first(8),
  reve: first(10),
  ndwt: first(8),
};

type Notes = ReadonlyMap<number, Part>;

/** What happens to each box of a still picture. One that is not here becomes free space. */
function rules(items: Items, needed: ReadonlySet<number>, notes: Notes): Rules {
  return {
    hdlr: handler,
    dinf: dataInformation,
    pitm: keepBox,
    iinf: (box, copy) => {
      const start = entriesAt(copy.source, box);
      copyBytes(copy, box.start, start);
      copyBoxes({ infe: (entry) => copyEntry(entry, copy, items, needed, notes) }, start, box.end, copy);
    },
    iref: (box, copy) => {
      const { source } = copy;
      copyBytes(copy, box.start, box.dataAt + 4);
      for (const child of boxesIn(source, box.dataAt + 4, box.end))
        copyBytes(copy, child.start, readReference(source, child, source[box.dataAt] === 0 ? 2 : 4).end);
    },
    iloc: (box, copy) => copyBytes(copy, box.start, readLocations(copy.source, box, items)),
    iprp: boxes({
      ipco: boxes(PROPERTIES),
      ipma: (box, copy) =>
        copyBytes(
          copy,
          box.start,
          readAssociations(copy.source, box, () => {}),
        ),
    }),
    idat: ({ start, dataAt }, copy) => copyBytes(copy, start, dataAt), // what is needed of it is copied with its items
    grpl: boxes({ altr: table(12, 4), ster: table(12, 4) }),
  };
}

/** The box that describes still pictures; in videos, one of other notes. Copies what is needed to show them and claims their data; other items become empty. */
export function meta(box: Box, copy: Copy): void {
  const { source } = copy;
  const handlerBox = find(source, { ...box, dataAt: box.dataAt + 4 }, 'hdlr');
  if (handlerBox && fourLetters(source, handlerBox.dataAt + 8) === 'pict') pictures(box, copy);
  else freeBox(box, copy);
}

function pictures(box: Box, copy: Copy): void {
  const { source } = copy;
  const children = boxesIn(source, box.dataAt + 4, box.end);
  const items = readItems(source, children);
  const needed = neededItems(items, copy.options.keepHdr !== false);
  const notes = keptNotes(items, needed, copy);
  boxes(rules(items, needed, notes), 4)(box, copy);
  const inner = children.find(({ type }) => type === 'idat');
  for (const item of items.all.values()) {
    const note = notes.get(item.id);
    if (note) copy.claims.rewrite(note);
    else if (needed.has(item.id)) claimItem(item, inner, copy);
    else leave(item, inner, copy);
  }
}

/** Section 8.11.3: a length of zero means all there is. Of a whole file that cannot be meant. */
function claimItem(item: Item, inner: Box | undefined, copy: Copy): void {
  for (const { at, length } of item.extents) {
    if (item.method === 0 && length === 0) throw new Misfit(BAD_LENGTHS);
    if (item.method === 0) copy.claims.add(at, length);
    if (item.method === 1 && inner) {
      const start = inner.dataAt + at;
      const end = Math.min(length === 0 ? inner.end : start + length, inner.end);
      copyBytes(copy, start, end);
      copy.claims.addInner(copy.at + start, end - start);
    }
  }
}

/** The data of an item that goes. Two pictures may share theirs; what is said of them may not be part of one. */
function leave(item: Item, inner: Box | undefined, { claims, at: start }: Copy): void {
  if (item.method > 1 || (item.method === 1 && !inner)) return;
  const from = item.method === 1 && inner ? start + inner.dataAt : 0;
  for (const { at, length } of item.extents) {
    if (isPicture(item)) claims.explain(from + at, length);
    else claims.forbid(from + at, length);
  }
}

/** Names go. An item that is not needed becomes one of no known type, which readers pass over; its data is claimed by nobody. */
function copyEntry(box: Box, copy: Copy, items: Items, needed: ReadonlySet<number>, notes: Notes): void {
  const { id, type, typeAt, restAt } = readEntry(copy.source, box);
  copyBytes(copy, box.start, restAt);
  const item = items.all.get(id);
  const hasType = restAt > typeAt;
  const hasName = copy.source.subarray(restAt, box.end).some((byte) => byte !== 0);
  if (notes.has(id)) {
    if (type === 'mime') rename(copy.target, restAt, `\0${XMP_TYPE}`);
  } else if (item && !needed.has(id)) {
    if (hasType) rename(copy.target, typeAt, 'free');
    if (hasType ? type !== 'free' : hasName) copy.told.push(() => itemFindings(item, items, copy));
  } else if (hasName) {
    copy.told.push(() => [{ kind: 'other', where: 'HEIF item name' }]);
  }
}
