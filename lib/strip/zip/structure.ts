import { type Bytes, concat, fromLatin1, latin1 } from '../bytes.ts';

/** What the central directory says of one member (APPNOTE.TXT 6.3.10, section 4.3.12), and where its data are. */
export type Member = {
  /** One character per byte. */
  name: string;
  flags: number;
  method: number;
  crc: number;
  /** Bytes as stored, and as they were. */
  packed: number;
  size: number;
  /** Of its local header. */
  start: number;
  time: number;
  extra: Bytes;
  comment: string;
};

/** A member as it will be written. */
export type Written = Pick<Member, 'name' | 'flags' | 'method' | 'crc' | 'packed' | 'size' | 'start'>;

export const FLAG = { encrypted: 0x2041, utf8: 0x0800 } as const;
export const METHOD = { stored: 0, deflated: 8 } as const;
/** 1 January 1980, the first day there is (section 4.4.6). */
export const NO_TIME = 0x00210000;
/** Says that a number stands in the ZIP64 field (section 4.5.3). */
export const IN_ZIP64 = 0xffffffff;
export const SIGNATURE = {
  local: 'PK\x03\x04',
  central: 'PK\x01\x02',
  end: 'PK\x05\x06',
  end64: 'PK\x06\x06',
  locator: 'PK\x06\x07',
} as const;
const ZIP64 = 1;
const [VERSION, VERSION_ZIP64] = [20, 45];

/** A local header (section 4.3.7) without anything that is not needed. `padding`: bytes of an empty field that brings the data in place. */
export function localHeader(member: Written, padding = 0): Bytes {
  const extra = zip64Field(member.size, member.packed);
  const fill =
    padding === 0
      ? new Uint8Array(0)
      : concat([little(0x1986, 2), little(padding - 4, 2), new Uint8Array(padding - 4)]);
  return concat([
    fromLatin1(SIGNATURE.local),
    little(versionFor(extra), 2),
    shared(member),
    little(extra.length + fill.length, 2),
    fromLatin1(member.name),
    extra,
    fill,
  ]);
}

/** A header of the central directory (section 4.3.12). No system, no rights, no owner. */
export function centralHeader(member: Written): Bytes {
  const isLarge = member.size >= IN_ZIP64 || member.packed >= IN_ZIP64;
  const extra = zip64Field(
    member.size,
    member.packed,
    isLarge || member.start >= IN_ZIP64 ? member.start : 0,
  );
  const folder = member.name.endsWith('/') ? 0x10 : 0;
  return concat([
    fromLatin1(SIGNATURE.central),
    little(VERSION, 2),
    little(versionFor(extra), 2),
    shared(member),
    little(extra.length, 2),
    new Uint8Array(6),
    little(folder, 4),
    little(Math.min(member.start, IN_ZIP64), 4),
    fromLatin1(member.name),
    extra,
  ]);
}

/** The records behind the central directory (sections 4.3.14 to 4.3.16). No comment. */
export function endRecords(count: number, start: number, length: number): Bytes {
  const isLarge = start >= IN_ZIP64 || count >= 0xffff;
  const most = Math.min(count, 0xffff);
  const end = concat([
    fromLatin1(SIGNATURE.end),
    little(0, 4),
    little(most, 2),
    little(most, 2),
    little(length, 4),
    little(Math.min(start, IN_ZIP64), 4),
    little(0, 2),
  ]);
  return isLarge ? concat([endRecords64(count, start, length), end]) : end;
}

function endRecords64(count: number, start: number, length: number): Bytes {
  return concat([
    fromLatin1(SIGNATURE.end64),
    little(44, 8),
    little(VERSION_ZIP64, 2),
    little(VERSION_ZIP64, 2),
    little(0, 8),
    little(count, 8),
    little(count, 8),
    little(length, 8),
    little(start, 8),
    fromLatin1(SIGNATURE.locator),
    little(0, 4),
    little(start + length, 8),
    little(1, 4),
  ]);
}

/** The fields that both headers of a member have. */
function shared({ flags, method, crc, packed, size, name }: Written): Bytes {
  const limit = packed >= IN_ZIP64 || size >= IN_ZIP64 ? IN_ZIP64 : Number.POSITIVE_INFINITY;
  return concat([
    little(flags & FLAG.utf8, 2),
    little(method, 2),
    little(NO_TIME, 4),
    little(crc, 4),
    little(Math.min(packed, limit), 4),
    little(Math.min(size, limit), 4),
    little(name.length, 2),
  ]);
}

/** Empty when no number is too large for its place. */
function zip64Field(size: number, packed: number, start = 0): Bytes {
  const isLarge = size >= IN_ZIP64 || packed >= IN_ZIP64;
  const numbers = [...(isLarge ? [size, packed] : []), ...(start >= IN_ZIP64 ? [start] : [])];
  if (numbers.length === 0) return new Uint8Array(0);
  return concat([little(ZIP64, 2), little(numbers.length * 8, 2), ...numbers.map((each) => little(each, 8))]);
}

function versionFor(extra: Bytes): number {
  return extra.length > 0 ? VERSION_ZIP64 : VERSION;
}

function little(value: number, length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let i = 0, rest = value; i < length; i++, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}

/** The ZIP64 field among the extra fields of a member; empty when there is none. */
export function zip64Of(extra: Uint8Array): Uint8Array {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = (extra[at + 2] ?? 0) + 256 * (extra[at + 3] ?? 0);
    if (latin1(extra, at, at + 2) === '\x01\0') return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return new Uint8Array(0);
}
