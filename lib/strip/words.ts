import { FILE_NAME } from './names.ts';
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
export function size(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Places with a name of their own in a sentence; the last word of `where` decides. */
const PLACES: Record<string, string> = {
  BodySerialNumber: 'camera serial number',
  CameraSerialNumber: 'camera serial number',
  SerialNumber: 'camera serial number',
  LensSerialNumber: 'lens serial number',
  LensModel: 'lens model',
  LensMake: 'lens model',
  Make: 'camera make',
  Model: 'camera model',
  MakerNote: "camera maker's own notes",
  Software: 'software',
  'hdrgm:Version': 'HDR layer (the picture stays as standard screens show it)',
};

const KINDS: Record<FindingKind, string> = {
  location: 'location',
  person: 'a person’s name',
  device: 'details of the camera',
  time: 'date and time',
  software: 'software',
  prompt: 'AI prompt or workflow',
  provenance: 'provenance record (C2PA)',
  thumbnail: 'preview image',
  path: 'a path on your computer',
  comment: 'comments',
  trailing: 'data hidden after the end',
  other: 'other metadata',
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
  if (kind === 'location' && value) return `location (${value})`;
  return PLACES[where.split(' ').at(-1) ?? ''] ?? KINDS[kind];
}
