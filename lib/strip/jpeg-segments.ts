import { hasText, latin1 } from './bytes.ts';
import { EXIF_PREFIX, exifFindings } from './exif.ts';
import { foreignFiles } from './foreign.ts';
import { photoshopFindings } from './photoshop.ts';
import { promptIn } from './prompts.ts';
import { say } from './sentences.ts';
import type { Finding, FindingKind } from './types.ts';
import { size, words } from './words.ts';
import { xmpFindings } from './xmp.ts';

/** A segment to be dropped or rewritten, known by its marker and the text its payload starts with. */
type Known = {
  marker: number;
  starts: string;
  name: string;
  kind: FindingKind;
  value?: string;
  /** Reads the payload after `starts`. */
  tell?: (body: Uint8Array) => Finding[] | Promise<Finding[]>;
};

/** What the segment with Photoshop's image resources starts with. */
export const PHOTOSHOP = 'Photoshop 3.0\0';

const KNOWN: readonly Known[] = [
  { marker: 0xe0, starts: 'JFXX\0', name: 'JFXX', kind: 'thumbnail' },
  { marker: 0xe1, starts: EXIF_PREFIX, name: 'EXIF', kind: 'other', tell: exifFindings },
  { marker: 0xe1, starts: 'http://ns.adobe.com/xap/1.0/\0', name: 'XMP', kind: 'other', tell: xmpFindings },
  {
    marker: 0xe1,
    starts: 'http://ns.adobe.com/xmp/extension/\0',
    name: 'extended XMP',
    kind: 'other',
    tell: xmpFindings,
  },
  { marker: 0xe1, starts: 'FLIR\0', name: 'FLIR', kind: 'device', value: say('thermal') },
  {
    marker: 0xe2,
    starts: 'MPF\0',
    name: 'MPF',
    kind: 'other',
    value: say('picture_index'),
  },
  { marker: 0xe2, starts: 'FPXR\0', name: 'FlashPix', kind: 'other' },
  { marker: 0xe2, starts: 'urn:iso:std:iso:ts:21496:-1\0', name: 'HDR gain map', kind: 'other' },
  { marker: 0xeb, starts: 'JP', name: 'JUMBF', kind: 'provenance', value: say('c2pa') },
  { marker: 0xec, starts: 'Ducky', name: 'Ducky', kind: 'software', value: 'Photoshop' },
  { marker: 0xed, starts: PHOTOSHOP, name: 'Photoshop', kind: 'other', tell: photoshopFindings },
];

/** What a dropped segment tells. `payload` is what follows its length field. At least one finding. */
export function segmentFindings(marker: number, payload: Uint8Array): Finding[] | Promise<Finding[]> {
  if (marker === 0xfe) return [commentFinding(payload)];
  const known = KNOWN.find((each) => each.marker === marker && hasText(payload, each.starts));
  if (known?.tell) return known.tell(payload.subarray(known.starts.length));
  const where = `JPEG ${known?.name ?? markerName(marker)}`;
  const value = known?.value ?? foreignFiles(payload)[0] ?? size(payload.length);
  return [{ kind: known?.kind ?? 'other', where, value }];
}

function commentFinding(payload: Uint8Array): Finding {
  const text = latin1(payload);
  const prompt = promptIn(text);
  const value = prompt ?? foreignFiles(payload)[0] ?? words(text);
  return { kind: prompt ? 'prompt' : 'comment', where: 'JPEG COM', value };
}

function markerName(marker: number): string {
  return marker >= 0xe0 && marker <= 0xef
    ? `APP${marker - 0xe0}`
    : `marker ${marker.toString(16).toUpperCase()}`;
}
