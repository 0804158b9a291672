import { fromLatin1, guessText, hasText, view } from '../bytes.ts';
import { promptUnder } from '../prompts.ts';
import { say } from '../sentences.ts';
import type { Finding, FindingKind } from '../types.ts';
import { size, words } from '../words.ts';
import { xmpFindings } from '../xmp.ts';
import { type Box, boxesIn, fourLetters } from './box.ts';
import { keysIn, valueText } from './values.ts';

/** Names of values in `udta` and `ilst`, and of the keys Apple and Android write ("com.apple.quicktime.make"), by what they tell. */
const KEYS: readonly (readonly [RegExp, FindingKind])[] = [
  [/xyz$|location|^loci|gps/i, 'location'],
  [/^©(?:mak|mod)|^manu|^modl|make|model|lens|serial|camera|^MUID|^FIRM|version$/i, 'device'],
  [/^©day|date|time/i, 'time'],
  [/^©(?:too|swr|enc|fmt|inf)|software|encoder/i, 'software'],
  [
    /^©(?:ART|aut|wrt|com|prd|dir|cpy|own)|artist|author|creator|^auth|^perf|^cprt|copyright|owner/i,
    'person',
  ],
];
/** What Apple's keys start with, which would make times of all of them. */
const APPLE = /^com\.apple\.quicktime\./;
const BOXES: Record<string, readonly [FindingKind, string]> = {
  mpvd: ['trailing', say('motion_photo')],
  sefd: ['trailing', say('samsung')],
  jumb: ['provenance', say('c2pa')],
  prft: ['time', say('recording_time')],
  pnot: ['thumbnail', say('kind_thumbnail')],
  PICT: ['thumbnail', say('kind_thumbnail')],
  crtt: ['time', say('creation_time')],
  mdft: ['time', say('modification_time')],
  udes: ['comment', say('description')],
};
const UUIDS: readonly (readonly [id: string, tell: (data: Uint8Array) => Finding[]])[] = [
  ['\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81', manifest],
  ['\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac', xmpFindings],
];
/** Values of one box that are worth telling. */
const MOST = 100;
const ID = 16;

/** What a box that goes tells. `data`: its content, or the first part of it; `length`: how long that is in full. At least one finding. */
export function boxFindings(type: string, data: Uint8Array, length: number): Finding[] {
  const where = `QuickTime ${words(type)}`;
  const known = BOXES[type];
  if (known) return [{ kind: known[0], where, value: known[1] }];
  if (type === 'uuid') {
    const tell = UUIDS.find(([id]) => hasText(data, id))?.[1];
    if (tell) return tell(data.subarray(ID));
  }
  const values = type === 'udta' || type === 'meta' ? valuesIn(data, type) : [];
  return values.length > 0 ? values.slice(0, MOST) : [{ kind: 'other', where, value: size(length) }];
}

function manifest(): Finding[] {
  return [{ kind: 'provenance', where: 'C2PA uuid', value: say('c2pa') }];
}

/** Free space that was not empty, and media data that no picture and no sound needs. */
export function spaceFindings(length: number): Finding[] {
  return [{ kind: 'other', where: say('at_unused'), value: size(length) }];
}

/** Seconds since 1904 (ISO/IEC 14496-12 section 8.2.2). */
export function timeFindings(where: string, seconds: number): Finding[] {
  const date = new Date((seconds - 2_082_844_800) * 1000);
  const value = Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 19).replace('T', ' ');
  return [{ kind: 'time', where: `QuickTime ${where}`, value }];
}

/** The name of a handler or a compressor: programs and cameras write their own. */
export function nameFindings(where: string, name: Uint8Array): Finding[] {
  return [{ kind: 'software', where: `QuickTime ${where}`, value: words(guessText(name)) || undefined }];
}

function valuesIn(data: Uint8Array, type: string): Finding[] {
  try {
    const isFull = type === 'meta' && fourLetters(data, 4) !== 'hdlr';
    const children = boxesIn(data, isFull ? 4 : 0, data.length);
    const keys = keysIn(data, children);
    return children.flatMap((child) => valueFindings(data, child, keys)).slice(0, MOST);
  } catch {
    return [];
  }
}

function valueFindings(data: Uint8Array, { type, dataAt, end }: Box, keys: readonly string[]): Finding[] {
  const content = data.subarray(dataAt, end);
  if (type === 'ilst')
    return boxesIn(data, dataAt, end).flatMap((item) =>
      named(keyOf(item.type, keys), data.subarray(item.dataAt, item.end)),
    );
  if (type === 'XMP_') return xmpFindings(content);
  if (type === 'meta' || type === 'uuid') return boxFindings(type, content, content.length);
  return type === 'hdlr' || type === 'keys' ? [] : named(type, content);
}

function keyOf(type: string, keys: readonly string[]): string {
  return keys[view(fromLatin1(type)).getUint32(0) - 1] ?? type;
}

function named(key: string, content: Uint8Array): Finding[] {
  const where = `QuickTime ${words(key)}`;
  const text = key === 'loci' ? lociText(content) : valueText(content);
  const prompt = promptUnder(key.split('.').at(-1) ?? key, text);
  if (prompt) return [{ kind: 'prompt', where, value: prompt }];
  const name = key.replace(APPLE, '');
  const kind = KEYS.find(([pattern]) => pattern.test(name))?.[1] ?? (text ? 'comment' : 'other');
  const value = kind === 'location' ? coordinates(text) : words(text);
  return [{ kind, where, value: value || undefined }];
}

/** Latitude and longitude out of ISO 6709 ("+51.5014-000.1419+030.000/"). */
function coordinates(text: string): string {
  const found = /([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)/.exec(text);
  return found ? `${Number(found[1]).toFixed(4)}, ${Number(found[2]).toFixed(4)}` : words(text);
}

/** 3GPP TS 26.244 section 8: language, name, role, longitude, latitude in 16.16. */
function lociText(content: Uint8Array): string {
  const nameEnd = content.indexOf(0, 6);
  if (nameEnd < 0 || nameEnd + 10 > content.length) return '';
  const degrees = (at: number) => (view(content).getInt32(nameEnd + at) / 65_536).toFixed(4);
  const signed = (text: string) => (text.startsWith('-') ? text : `+${text}`);
  return signed(degrees(6)) + signed(degrees(2));
}
