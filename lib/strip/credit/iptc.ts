// Credit lines in IPTC blocks (IPTC-NAA Information Interchange Model 4.2) and in Photoshop's image resources around them
import { type Bytes, concat, fromLatin1, guessText, view } from '../bytes.ts';
import { datasets, RESOURCE, resources } from '../photoshop.ts';

/** By-line, credit and copyright notice, datasets of record 2 (section 6). */
const CREDITS = [80, 110, 116];
const LONGEST_LINE = 2_000;
const MOST_LINES = 20;
const MARK = 0x1c;
/** Dataset 1:90: all texts are UTF-8 (section 5, "Coded character set"). */
const UTF8 = fromLatin1('\x1c\x01\x5a\0\x03\x1b%G');

/** An IPTC block with nothing in it but the credit lines of `block`, in UTF-8 where ASCII is not enough; null when there are none. */
export function keptIptc(block: Uint8Array): Bytes | null {
  const kept: Bytes[] = [];
  for (const { record, number, data } of datasets(block)) {
    if (record !== 2 || !CREDITS.includes(number) || kept.length >= MOST_LINES) continue;
    const line = guessText(data)
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim();
    if (line !== '' && line.length <= LONGEST_LINE) kept.push(dataset(number, line));
  }
  if (kept.length === 0) return null;
  const lines = concat(kept);
  return lines.some((byte) => byte > 0x7f) ? concat([UTF8, lines]) : lines;
}

/** Photoshop's image resources with nothing in them but the credit lines of the IPTC block; null when there are none. */
export function keptResources(block: Uint8Array): Bytes | null {
  for (const { id, data } of resources(block)) {
    const kept = id === RESOURCE.iptc ? keptIptc(data) : null;
    if (kept) return resource(kept);
  }
  return null;
}

function dataset(number: number, line: string): Bytes {
  const text = new TextEncoder().encode(line);
  return concat([Uint8Array.of(MARK, 2, number, text.length >> 8, text.length & 0xff), text]);
}

function resource(iptc: Bytes): Bytes {
  const head = fromLatin1('8BIM\x04\x04\0\0\0\0\0\0');
  view(head).setUint32(8, iptc.length);
  return concat([head, iptc, new Uint8Array(iptc.length % 2)]);
}
