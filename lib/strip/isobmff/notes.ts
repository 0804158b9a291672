import { type Bytes, concat, fromLatin1, readBytes, utf8 } from '../bytes.ts';
import { type Part, rewrite } from '../container.ts';
import { withoutKept } from '../credit/findings.ts';
import { keptXmp, writeXmp } from '../credit/xmp.ts';
import { exifFindings } from '../exif.ts';
import { keptExif } from '../exif-block.ts';
import type { Finding } from '../types.ts';
import { xmpFindings } from '../xmp.ts';
import { isXmp, itemFindings, tiffOf } from './item-findings.ts';
import { type Item, type Items, isGainMap } from './items.ts';
import type { Copy } from './rules.ts';

/** Larger notes are not read: no camera or editor writes them. */
const LARGEST = 16_777_216;
/** An Exif block with nothing in it: no offset to its header, one empty directory. */
const NO_EXIF = fromLatin1('\0\0\0\0II*\0\x08\0\0\0\0\0\0\0\0\0');
const NO_XMP = fromLatin1(writeXmp({ names: '', elements: '' }));
const PACKET = [
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
  '<rdf:Description rdf:about="" xmlns:HDRGainMap="http://ns.apple.com/HDRGainMap/1.0/"',
  '/></rdf:RDF></x:xmpmeta>',
] as const;

/**
 * What is said of the pictures and stays in part, written anew in its place: how bright the gain map makes them, and credit lines for
 * those who ask. By the numbers of the items.
 */
export function keptNotes(items: Items, needed: ReadonlySet<number>, copy: Copy): Map<number, Part> {
  const kept = new Map<number, Part>();
  for (const item of items.all.values()) {
    const [extent, ...more] = item.extents;
    if (item.method !== 0 || !extent?.length || more.length > 0 || extent.length > LARGEST) continue;
    const fresh = cleanNote(item, items, needed, copy);
    if (!fresh) continue;
    const { at, length } = extent;
    const replace = async () => padded(fresh(await readBytes(copy.file, at, at + length)), length);
    const stays = async () => findingsOf(item, await replace());
    const findings = () => withoutKept(itemFindings(item, items, copy), stays());
    kept.set(item.id, rewrite(at, at + length, replace, findings));
  }
  return kept;
}

/** Makes the new bytes of an item out of the old; undefined when nothing of it stays. */
function cleanNote(
  item: Item,
  { all, references }: Items,
  needed: ReadonlySet<number>,
  { options }: Copy,
): ((old: Bytes) => Bytes) | undefined {
  if (item.type === 'Exif' && options.keepCopyright) {
    return (old) => {
      const block = keptExif(tiffOf(old), options);
      return fitting(old.length, block && concat([new Uint8Array(4), block]), NO_EXIF);
    };
  }
  const said = references
    .filter(({ type, from }) => type === 'cdsc' && from === item.id)
    .flatMap(({ to }) => to);
  const isOfMap = said.some((id) => needed.has(id) && isGainMap(all.get(id) ?? item));
  if (!isXmp(item)) return undefined;
  if (isOfMap) return gainMapPacket;
  return options.keepCopyright
    ? (old) => blanksBehind(fitting(old.length, keptXmp(old), NO_XMP), old.length)
    : undefined;
}

function findingsOf(item: Item, note: Bytes): Finding[] | Promise<Finding[]> {
  return isXmp(item) ? xmpFindings(note) : exifFindings(tiffOf(note));
}

/** The two numbers a viewer needs of the XMP of a gain map (Apple, "HDRGainMap"), and blanks up to its end. */
function gainMapPacket(old: Bytes): Bytes {
  const values = ['HDRGainMapVersion', 'HDRGainMapHeadroom'].map((name) => {
    const value = new RegExp(`HDRGainMap:${name}(?:>|=["'])([\\d.]{1,20})`).exec(utf8(old))?.[1];
    return value ? ` HDRGainMap:${name}="${value}"` : '';
  });
  const packets = [values, []].map((some) => fromLatin1(PACKET[0] + PACKET[1] + some.join('') + PACKET[2]));
  return blanksBehind(fitting(old.length, ...packets), old.length);
}

/** The first that has room; a part of one would be broken, so when there is none, nothing stays. */
function fitting(length: number, ...notes: (Bytes | null)[]): Bytes {
  return notes.find((note) => note !== null && note.length <= length) ?? new Uint8Array(0);
}

/** XML can end in any number of blanks. */
function blanksBehind(packet: Bytes, length: number): Bytes {
  return concat([packet, new Uint8Array(Math.max(length - packet.length, 0)).fill(0x20)]);
}

/** Of the old length. */
function padded(fresh: Bytes, length: number): Bytes {
  const bytes = new Uint8Array(length);
  bytes.set(fresh);
  return bytes;
}
