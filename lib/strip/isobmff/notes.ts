import { type Bytes, fromLatin1, readBytes, utf8 } from '../bytes.ts';
import { type Part, rewrite } from '../container.ts';
import { keptExif, withoutKept } from '../exif-block.ts';
import { isXmp, itemFindings, tiffOf } from './item-findings.ts';
import { type Item, type Items, isGainMap } from './items.ts';
import type { Copy } from './rules.ts';

/** Larger notes are not read: no camera or editor writes them. */
const LARGEST = 16_777_216;
/** An Exif block with nothing in it: no offset to its header, one empty directory. */
const NO_EXIF = '\0\0\0\0II*\0\x08\0\0\0\0\0\0\0\0\0';
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
    const findings = () => withoutKept(itemFindings(item, items, copy), copy.options);
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
): ((old: Bytes) => string) | undefined {
  if (item.type === 'Exif' && options.keepCopyright) {
    return (old) => {
      const block = keptExif(tiffOf(old), options);
      return block ? `\0\0\0\0${String.fromCharCode(...block)}` : NO_EXIF;
    };
  }
  const said = references
    .filter(({ type, from }) => type === 'cdsc' && from === item.id)
    .flatMap(({ to }) => to);
  const isOfMap = said.some((id) => needed.has(id) && isGainMap(all.get(id) ?? item));
  return isXmp(item) && isOfMap ? gainMapPacket : undefined;
}

/** The two numbers a viewer needs of the XMP of a gain map (Apple, "HDRGainMap"), and blanks up to its end. */
function gainMapPacket(old: Bytes): string {
  const values = ['HDRGainMapVersion', 'HDRGainMapHeadroom'].map((name) => {
    const value = new RegExp(`HDRGainMap:${name}(?:>|=["'])([\\d.]{1,20})`).exec(utf8(old))?.[1];
    return value ? ` HDRGainMap:${name}="${value}"` : '';
  });
  return (PACKET[0] + PACKET[1] + values.join('') + PACKET[2]).padEnd(old.length);
}

/** Of the old length. What does not fit would be broken, so that nothing stays. */
function padded(text: string, length: number): Bytes {
  const bytes = new Uint8Array(length);
  if (text.length <= length) bytes.set(fromLatin1(text));
  return bytes;
}
