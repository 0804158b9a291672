import { guessText, hasText, latin1, view } from './bytes.ts';
import type { Finding, FindingKind } from './types.ts';
import { size, words } from './words.ts';
import { xmpFindings } from './xmp.ts';

/** Numbers of image resources. */
export const RESOURCE = {
  iptc: 0x0404,
  thumbnails: [0x0409, 0x040c],
  xmp: 0x0424,
  exif: [0x0422, 0x0423],
  url: [0x040b, 0x041e],
} as const;
const SIGNATURES = ['8BIM', 'PHUT', 'DCSR', 'AgHg'];

/** Datasets of record 2 (IPTC-NAA Information Interchange Model 4.2, section 6). */
const DATASETS: Record<number, [name: string, kind: FindingKind]> = {
  5: ['ObjectName', 'comment'],
  25: ['Keywords', 'comment'],
  27: ['ContentLocationName', 'location'],
  40: ['SpecialInstructions', 'comment'],
  55: ['DateCreated', 'time'],
  60: ['TimeCreated', 'time'],
  65: ['OriginatingProgram', 'software'],
  80: ['By-line', 'person'],
  85: ['By-lineTitle', 'person'],
  90: ['City', 'location'],
  92: ['Sub-location', 'location'],
  95: ['Province-State', 'location'],
  101: ['Country', 'location'],
  105: ['Headline', 'comment'],
  110: ['Credit', 'person'],
  115: ['Source', 'person'],
  116: ['CopyrightNotice', 'person'],
  118: ['Contact', 'person'],
  120: ['Caption-Abstract', 'comment'],
  122: ['Writer-Editor', 'person'],
};

/**
 * What a run of Photoshop image resources tells (Adobe Photoshop File Formats, "Image Resource Blocks"). Always at least one
 * finding, whatever the block holds.
 */
export function photoshopFindings(block: Uint8Array): Finding[] {
  const findings: Finding[] = [{ kind: 'other', where: 'Photoshop', value: size(block.length) }];
  for (const { id, data } of resources(block)) findings.push(...resourceFindings(id, data));
  return findings;
}

/** The resources of a block, up to the first place where none can be. */
export function* resources(block: Uint8Array): Generator<{ id: number; data: Uint8Array }> {
  let at = 0;
  while (at + 12 <= block.length && SIGNATURES.some((signature) => hasText(block, signature, at))) {
    const id = view(block).getUint16(at + 4);
    const name = (block[at + 6] ?? 0) + 1;
    const dataAt = at + 6 + name + (name % 2);
    if (dataAt + 4 > block.length) return;
    const length = view(block).getUint32(dataAt);
    yield { id, data: block.subarray(dataAt + 4, dataAt + 4 + length) };
    at = dataAt + 4 + length + (length % 2);
  }
}

function resourceFindings(id: number, data: Uint8Array): Finding[] {
  if (id === RESOURCE.iptc) return iptcFindings(data);
  if (id === RESOURCE.xmp) return xmpFindings(data);
  if (isOneOf(RESOURCE.thumbnails, id)) {
    return [{ kind: 'thumbnail', where: 'Photoshop thumbnail', value: size(data.length) }];
  }
  if (isOneOf(RESOURCE.exif, id))
    return [{ kind: 'other', where: 'Photoshop EXIF', value: size(data.length) }];
  if (isOneOf(RESOURCE.url, id))
    return [{ kind: 'path', where: 'Photoshop URL', value: words(latin1(data, 0, 400)) }];
  return [];
}

function isOneOf(ids: readonly number[], id: number): boolean {
  return ids.includes(id);
}

/** What an IPTC block tells. Always at least one finding. */
export function iptcFindings(block: Uint8Array): Finding[] {
  const findings: Finding[] = [{ kind: 'other', where: 'IPTC', value: size(block.length) }];
  for (const { record, number, data } of datasets(block)) {
    const dataset = record === 2 ? DATASETS[number] : undefined;
    if (dataset)
      findings.push({ kind: dataset[1], where: `IPTC ${dataset[0]}`, value: words(guessText(data)) });
  }
  return findings;
}

/** The datasets of an IPTC block, up to the first place where none can be. */
export function* datasets(
  block: Uint8Array,
): Generator<{ record: number; number: number; data: Uint8Array }> {
  let at = 0;
  while (at + 5 <= block.length && block[at] === 0x1c) {
    const length = view(block).getUint16(at + 3);
    const data = block.subarray(at + 5, at + 5 + length);
    yield { record: block[at + 1] ?? 0, number: block[at + 2] ?? 0, data };
    at += 5 + length;
  }
}
