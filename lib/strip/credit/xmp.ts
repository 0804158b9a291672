// Credit lines in XMP (XMP specification part 1, sections 7 and 8; IPTC Photo Metadata Standard)
import { type Bytes, utf8 } from '../bytes.ts';

const NAMESPACES: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
};
/** Properties that say whose picture it is and what may be done with it, and the kind of list that each is; '' for one value alone. */
const CREDITS: readonly (readonly [name: string, list: string])[] = [
  ['dc:creator', 'Seq'],
  ['dc:rights', 'Alt'],
  ['photoshop:Credit', ''],
  ['xmpRights:Marked', ''],
  ['xmpRights:Owner', 'Bag'],
  ['xmpRights:UsageTerms', 'Alt'],
  ['xmpRights:WebStatement', ''],
];
const LONGEST_PROPERTY = 20_000;
const LONGEST_LINE = 2_000;
const MOST_LINES = 20;
/** Without tags, and with no references but those that every XML reader knows. */
const SOUND = /^(?:[^<>&\p{Cc}]|&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)+$/u;

/** Parts of an XMP packet: the namespaces that its properties need, and the properties. */
export type CreditXmp = { names: string; elements: string };

/** A packet with nothing in it but the credit lines of `packet`; null when there are none. */
export function keptXmp(packet: Uint8Array): Bytes | null {
  const credit = creditXmp(utf8(packet));
  return credit && new TextEncoder().encode(writeXmp(credit));
}

/** The credit lines of an XMP packet, written anew; null when there are none. Never throws, and takes no longer than the packet is long. */
export function creditXmp(packet: string): CreditXmp | null {
  const found = CREDITS.flatMap(([name, list]) => {
    const lines = linesOf(packet, name).slice(0, list === 'Seq' || list === 'Bag' ? MOST_LINES : 1);
    return lines.length > 0 ? [{ name, element: elementOf(name, list, lines) }] : [];
  });
  if (found.length === 0) return null;
  const prefixes = new Set(found.map(({ name }) => name.split(':', 1)[0] ?? ''));
  return {
    names: [...prefixes].map((prefix) => ` xmlns:${prefix}="${NAMESPACES[prefix]}"`).join(''),
    elements: found.map(({ element }) => element).join(''),
  };
}

/** The shortest packet that readers of XMP take. */
export function writeXmp({ names, elements }: CreditXmp): string {
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about=""${names}>${elements}</rdf:Description></rdf:RDF></x:xmpmeta>`
  );
}

function elementOf(name: string, list: string, lines: readonly string[]): string {
  if (list === '') return `<${name}>${lines[0]}</${name}>`;
  const language = list === 'Alt' ? ' xml:lang="x-default"' : '';
  const items = lines.map((line) => `<rdf:li${language}>${line}</rdf:li>`).join('');
  return `<${name}><rdf:${list}>${items}</rdf:${list}></${name}>`;
}

/** The values of a property, written as an attribute, an element or a list, as they stand in XML. */
function linesOf(packet: string, name: string): string[] {
  const start = placeOf(packet, name);
  if (start < 0) return [];
  const rest = packet.slice(start + 1 + name.length, start + LONGEST_PROPERTY);
  const quote = /^\s*=\s*(["'])/.exec(rest);
  const lines = quote
    ? [rest.slice(quote[0].length).split(quote[1] ?? '"', 1)[0] ?? '']
    : elementLines(rest, name).map(withoutTags);
  return lines.map(lineOf).filter(isSound);
}

/** Where the name of a property stands, in a tag as far as one can tell; -1 when it does not. */
function placeOf(text: string, name: string): number {
  return text.search(new RegExp(`[\\s<]${name}[\\s=>]`));
}

/** `rest`: what follows the name in the first tag. */
function elementLines(rest: string, name: string): string[] {
  const close = rest.indexOf(`</${name}`);
  const open = rest.indexOf('>');
  if (close < open || open < 0) return [];
  const body = rest.slice(open + 1, close);
  const items = body.split('<rdf:li').slice(1);
  if (items.length === 0) return [body];
  return items.map((item) => item.slice(item.indexOf('>') + 1).split('</rdf:li', 1)[0] ?? '');
}

/** Some writers wrap names in elements of their own. */
function withoutTags(value: string): string {
  return value.replaceAll(/<[^<>]*>/g, ' ');
}

/** A line that holds the name of a property could be taken for one by the next reader. */
function isSound(line: string): boolean {
  return (
    line.length <= LONGEST_LINE && SOUND.test(line) && !CREDITS.some(([name]) => placeOf(line, name) >= 0)
  );
}

function lineOf(value: string): string {
  return value.replaceAll(/\s+/g, ' ').replaceAll('>', '&gt;').trim();
}
