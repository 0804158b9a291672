// What an HDR photo says of its gain map, in XMP (Ultra HDR Image Format v1.1, "Metadata") and in ISO 21496-1 (annex C)
import { type Bytes, hasText, latin1, view } from './bytes.ts';
import type { CreditXmp } from './credit/xmp.ts';

export const XMP = 'http://ns.adobe.com/xap/1.0/\0';
export const ISO = 'urn:iso:std:iso:ts:21496:-1\0';

const HDRGM = 'http://ns.adobe.com/hdr-gain-map/1.0/';
const CONTAINER = 'http://ns.google.com/photos/1.0/container/';
/** How the gain map is applied: one number, or one each for red, green and blue. All but the first two have a default. */
const NUMBERS = [
  'GainMapMax',
  'HDRCapacityMax',
  'GainMapMin',
  'Gamma',
  'OffsetSDR',
  'OffsetHDR',
  'HDRCapacityMin',
];
const NEEDED = 2;
const NUMBER = /^[+-]?\d{1,12}(?:\.\d{1,12})?(?:[eE][+-]?\d{1,2})?$/;
const LONGEST_VALUE = 500;
const FLAGS = { colours: 0x80, commonDenominator: 0x08 } as const;

/** Does the XMP of a picture say that a gain map belongs to it? */
export function announcesGainMap(payload: Uint8Array): boolean {
  return hasText(payload, XMP) && latin1(payload).includes('hdrgm:Version');
}

/** How many bytes behind the end of the picture its gain map starts, by the directory in its XMP. */
export function containedOffsets(payload: Uint8Array): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const element of latin1(payload).split('<')) {
    if (!/^[\w-]{1,40}:Item\s/.test(element)) continue;
    if (/:Semantic\s*=\s*["']GainMap["']/.test(element)) offsets.push(at);
    at += lengthIn(element, 'Length') + lengthIn(element, 'Padding');
  }
  return offsets;
}

function lengthIn(element: string, name: string): number {
  return Number(new RegExp(`:${name}\\s*=\\s*["'](\\d{1,10})["']`).exec(element)?.[1] ?? 0);
}

/** XMP for a picture whose gain map, of `length` bytes, stands right behind it. `credit`: lines that stay with the picture. */
export function announcement(length: number, credit: CreditXmp | null): Bytes {
  const item = (attributes: string) =>
    `<rdf:li rdf:parseType="Resource"><Container:Item Item:Mime="image/jpeg" ${attributes}/></rdf:li>`;
  const items = item('Item:Semantic="Primary"') + item(`Item:Semantic="GainMap" Item:Length="${length}"`);
  const names = `xmlns:Container="${CONTAINER}" xmlns:Item="${CONTAINER}item/"`;
  const directory = `<Container:Directory><rdf:Seq>${items}</rdf:Seq></Container:Directory>`;
  return packet(`${names}${credit?.names ?? ''} hdrgm:Version="1.0"`, directory + (credit?.elements ?? ''));
}

/** The XMP of a gain map with nothing in it but how to apply it. Null when that cannot be made out, or this is no gain map. */
export function gainMapXmp(payload: Uint8Array): Bytes | null {
  const text = hasText(payload, XMP) ? latin1(payload) : '';
  if (!text.includes('hdrgm:Version')) return null;
  const isReversed = /hdrgm:BaseRenditionIsHDR(?:\s*=\s*["']|\s*>\s*)True/i.test(text) ? 'True' : 'False';
  let attributes = `hdrgm:Version="1.0" hdrgm:BaseRenditionIsHDR="${isReversed}"`;
  let elements = '';
  for (const [i, name] of NUMBERS.entries()) {
    const values = valuesOf(text, `hdrgm:${name}`);
    if (!values.every((value) => NUMBER.test(value))) return null;
    if (values.length === 1) attributes += ` hdrgm:${name}="${values[0]}"`;
    else if (values.length === 3) {
      const list = values.map((value) => `<rdf:li>${value}</rdf:li>`).join('');
      elements += `<hdrgm:${name}><rdf:Seq>${list}</rdf:Seq></hdrgm:${name}>`;
    } else if (values.length > 0 || i < NEEDED) return null;
  }
  return packet(attributes, elements);
}

/** The numbers of a property written as an attribute, as an element or as a list; none when it is not there. */
function valuesOf(text: string, name: string): string[] {
  const start = text.search(new RegExp(`${name}[\\s=>]`));
  if (start < 0) return [];
  const rest = text.slice(start + name.length, start + name.length + LONGEST_VALUE);
  const attribute = /^\s*=\s*(["'])(.*?)\1/.exec(rest);
  if (attribute) return [attribute[2] ?? ''];
  const element = rest.split(`</${name}`, 1)[0] ?? '';
  return element.replace(/<[^<>]*>/g, ' ').match(/[^\s>]+/g) ?? [];
}

function packet(attributes: string, elements: string): Bytes {
  const rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
  return new TextEncoder().encode(
    `${XMP}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${rdf}><rdf:Description rdf:about="" xmlns:hdrgm="${HDRGM}" ` +
      `${attributes}>${elements}</rdf:Description></rdf:RDF></x:xmpmeta>`,
  );
}

/** The segment by which a picture says that it has a gain map: two version numbers. */
export function isIsoVersion(payload: Uint8Array): boolean {
  return hasText(payload, ISO) && payload.length === ISO.length + 4;
}

/** The segment by which a gain map says how to apply it: fractions only, as many as its flags declare. */
export function isIsoGainMap(payload: Uint8Array): boolean {
  if (!hasText(payload, ISO) || payload.length < ISO.length + 5) return false;
  const flags = view(payload).getUint8(ISO.length + 4);
  const channels = flags & FLAGS.colours ? 3 : 1;
  const common = (flags & FLAGS.commonDenominator) !== 0;
  return payload.length === ISO.length + 5 + (common ? 12 + channels * 20 : 16 + channels * 40);
}
