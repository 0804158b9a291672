import { utf8 } from './bytes.ts';
import type { Finding, FindingKind } from './types.ts';
import { size, words } from './words.ts';

/** Properties that tell something, in the prefixes that every writer uses (XMP specification parts 1 and 2; IPTC Photo Metadata). */
const PROPERTIES: Record<string, FindingKind> = {
  'exif:GPSLatitude': 'location',
  'exif:GPSLongitude': 'location',
  'photoshop:City': 'location',
  'photoshop:State': 'location',
  'photoshop:Country': 'location',
  'Iptc4xmpCore:Location': 'location',
  'dc:creator': 'person',
  'dc:rights': 'person',
  'photoshop:AuthorsPosition': 'person',
  'photoshop:Credit': 'person',
  'xmpRights:Owner': 'person',
  'xmpRights:UsageTerms': 'comment',
  'xmpRights:WebStatement': 'comment',
  'aux:OwnerName': 'person',
  'Iptc4xmpExt:PersonInImage': 'person',
  'Attrib:TouchType': 'software',
  'tiff:Make': 'device',
  'tiff:Model': 'device',
  'aux:SerialNumber': 'device',
  'aux:Lens': 'device',
  'aux:LensSerialNumber': 'device',
  'exifEX:BodySerialNumber': 'device',
  'exifEX:LensSerialNumber': 'device',
  'xmp:CreateDate': 'time',
  'xmp:ModifyDate': 'time',
  'xmp:MetadataDate': 'time',
  'photoshop:DateCreated': 'time',
  'exif:DateTimeOriginal': 'time',
  'xmp:CreatorTool': 'software',
  'dc:title': 'comment',
  'dc:description': 'comment',
  'dc:subject': 'comment',
  'photoshop:Headline': 'comment',
  'photoshop:Instructions': 'comment',
  'xmpMM:History': 'software',
  'xmpMM:DocumentID': 'other',
  'stRef:filePath': 'path',
  'xmp:Thumbnails': 'thumbnail',
  'dcterms:provenance': 'provenance',
  'hdrgm:Version': 'other',
};

const LONGEST_VALUE = 2_000;

/**
 * What an XMP packet tells. It is searched for known properties rather than parsed: packets come in fragments (extended XMP),
 * broken and hostile, and a reader made of backtracking expressions takes quadratic time over an unclosed one. Always at least one finding.
 */
export function xmpFindings(packet: Uint8Array): Finding[] {
  const text = utf8(packet);
  const findings: Finding[] = [{ kind: 'other', where: 'XMP', value: size(packet.length) }];
  for (const [name, kind] of Object.entries(PROPERTIES)) {
    const value = propertyText(text, name);
    if (value !== undefined) findings.push({ kind, where: `XMP ${name}`, value: value || undefined });
  }
  return findings;
}

/** The text of a property written as an attribute (`a:b="c"`) or an element (`<a:b>c</a:b>`); undefined when it is not there. */
function propertyText(text: string, name: string): string | undefined {
  const start = text.indexOf(name);
  if (start < 0) return undefined;
  const rest = text.slice(start + name.length, start + name.length + LONGEST_VALUE);
  const attribute = /^\s*=\s*(["'])/.exec(rest);
  if (attribute) return words(rest.slice(attribute[0].length).split(attribute[1] ?? '"', 1)[0] ?? '');
  const close = rest.indexOf(`</${name}`);
  return words((close < 0 ? rest : rest.slice(0, close)).replace(/^[^>]*>/, '').replace(/<[^<>]*>/g, ' '));
}
