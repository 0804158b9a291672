import { FILE_NAME } from './names.ts';
import { type Said, say } from './sentences.ts';
import type { Finding, FindingKind } from './types.ts';

const LONGEST = 200;

/** A value as it is shown: one line, at most 200 characters. */
export function words(text: string): string {
  const line = text
    .slice(0, LONGEST * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** A number of bytes as people say it: "14 kB". */
export function size(bytes: number): Said {
  if (bytes < 1000) return bytes === 1 ? say('one_byte') : say('bytes', bytes);
  return bytes < 1_000_000
    ? say('kilobytes', Math.round(bytes / 1000))
    : say('megabytes', (bytes / 1_000_000).toFixed(1));
}

/** Places with a name of their own in a sentence; the last word of `where` decides. */
const PLACES: Record<string, Said> = {
  BodySerialNumber: say('camera_serial'),
  CameraSerialNumber: say('camera_serial'),
  SerialNumber: say('camera_serial'),
  LensSerialNumber: say('lens_serial'),
  LensModel: say('lens_model'),
  LensMake: say('lens_model'),
  Make: say('camera_make'),
  Model: say('camera_model'),
  MakerNote: say('maker_note'),
  Software: say('kind_software'),
  'hdrgm:Version': say('hdr_layer'),
};

const KINDS: Record<FindingKind, Said> = {
  location: say('kind_location'),
  person: say('kind_person'),
  device: say('kind_device'),
  time: say('kind_time'),
  software: say('kind_software'),
  prompt: say('kind_prompt'),
  provenance: say('kind_provenance'),
  thumbnail: say('kind_thumbnail'),
  path: say('kind_path'),
  comment: say('kind_comment'),
  trailing: say('kind_trailing'),
  other: say('kind_rest'),
};

/**
 * What was taken out, as a list for one sentence, each thing once, the most telling first: "location (51.5014, -0.1419)", "camera serial
 * number", "preview image".
 */
export function inWords(findings: readonly Finding[]): string[] {
  const order = Object.keys(KINDS);
  const removed = findings.filter(({ where }) => where !== FILE_NAME);
  const sorted = removed.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return [...new Set(sorted.map(phrase))];
}

function phrase({ kind, where, value }: Finding): string {
  if (kind === 'location' && value) return say('kind_location_at', value);
  return PLACES[where.split(' ').at(-1) ?? ''] ?? KINDS[kind];
}
