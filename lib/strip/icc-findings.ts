import { guessText, hasText, latin1, view } from './bytes.ts';
import { HEADER, tagsOf } from './icc.ts';
import { say } from './sentences.ts';
import type { Finding } from './types.ts';
import { words } from './words.ts';

type Tags = ReadonlyMap<string, Uint8Array>;

/** Descriptions of profiles that everybody has: they and their dates tell nobody anything. */
const COMMON =
  /^(?:s?RGB|Display P3|Image P3|DCI|P3|Adobe RGB|Apple RGB|Color ?LCD|ColorMatch|ProPhoto|ROMM|Wide Gamut|ECI|e-sRGB|scRGB|Rec(?:\.|ommendation)? ?(?:ITU|709|2020|601)|ITU|BT\.?\d|Dot Gain|Gr[ae]y|Gamma|Generic|Linear|U\.S\.|SWOP|Coated|Uncoated|ISO|FOGRA|PSO|Japan|Artifex|GIMP|c2|nclx|Lab|XYZ|Compact|Google|Skia|uRGB|Nikon|Camera RGB|opRGB|IEC|Photo Gamut)\b/i;
/** The standard that sRGB stands in: no device. */
const STANDARD = /^(?:IEC|ITU|ICC|none|Reference)\b|61966|^\s*$/i;
/** Places of numbers in Apple's tag for a display: maker and model, then these. */
const DISPLAY = { serial: 16, length: 24 } as const;
const LONGEST = 2_000;

/** What a colour profile tells that is blanked or goes: that it does, and what it says of a device when it is not one that everybody has. */
export function profileFindings(profile?: Uint8Array): Finding[] {
  const whole: Finding = { kind: 'other', where: 'ICC profile', value: say('profile_identity') };
  if (!profile || profile.length < HEADER + 4 || !hasText(profile, 'acsp', 36)) return [whole];
  const tags: Tags = new Map(
    tagsOf(profile).map(({ name, at, length }) => [name, profile.subarray(at, at + length)]),
  );
  const device = deviceFindings(tags);
  return [whole, ...device, ...(device.length > 0 ? dateFindings(profile) : [])];
}

/** Sections 9.2.22, 9.2.23 and 9.2.41 of ICC.1:2022, and Apple's tag for the make and model of a display. */
function deviceFindings(tags: Tags): Finding[] {
  const [description, maker, model] = ['desc', 'dmnd', 'dmdd'].map((name) => textOf(tags.get(name)));
  const told: [where: string, value: string | undefined][] = [
    ['ICC ProfileDescription', description && COMMON.test(description) ? undefined : description],
    ['ICC DeviceManufacturer', maker && STANDARD.test(maker) ? undefined : maker],
    ['ICC DeviceModel', model && STANDARD.test(model) ? undefined : model],
    ['ICC DisplaySerial', serialOf(tags.get('mmod'))],
  ];
  return told.flatMap(([where, value]) => (value ? [{ kind: 'device', where, value }] : []));
}

function serialOf(display: Uint8Array | undefined): string | undefined {
  const serial = display && display.length >= DISPLAY.length ? view(display).getUint32(DISPLAY.serial) : 0;
  return serial === 0 ? undefined : String(serial);
}

/** When the profile was made: six numbers of the header (section 4.2). */
function dateFindings(profile: Uint8Array): Finding[] {
  const numbers = [24, 26, 28, 30, 32, 34].map((at) => view(profile).getUint16(at));
  const [year = 0, month = 0, day = 0] = numbers;
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return [];
  const two = numbers.slice(1).map((number) => String(number).padStart(2, '0'));
  const value = `${year}-${two[0]}-${two[1]} ${two.slice(2).join(':')}`;
  return [{ kind: 'time', where: 'ICC ProfileDateTime', value }];
}

/** The first text of a tag: of one type in version 2, of another with languages in version 4 (ICC.1:2001 section 6.5.17, ICC.1:2022 section 10.15). */
function textOf(tag: Uint8Array | undefined): string | undefined {
  if (!tag || tag.length < 12) return undefined;
  const plain = () => guessText(tag.subarray(12, 12 + Math.min(view(tag).getUint32(8), LONGEST)));
  const type = latin1(tag, 0, 4);
  const text = type === 'mluc' ? firstLanguage(tag) : type === 'desc' ? plain() : '';
  return words(text.replaceAll('\0', '')) || undefined;
}

function firstLanguage(tag: Uint8Array): string {
  if (tag.length < 28) return '';
  const [length, at] = [view(tag).getUint32(20), view(tag).getUint32(24)];
  return new TextDecoder('utf-16be').decode(tag.subarray(at, at + Math.min(length, LONGEST)));
}
