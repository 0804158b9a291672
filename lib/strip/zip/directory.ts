import { hasText, latin1, readBytes, view } from '../bytes.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { IN_ZIP64, type Member, SIGNATURE, zip64Of } from './structure.ts';

/** The list of members: where it stands, where the whole archive ends, and the comment on that. */
export type Directory = { members: Member[]; start: number; end: number; comment: string };
type EndRecord = { count: number; start: number; end: number; comment: string };

const END_RECORD = 22;
const LONGEST_COMMENT = 65_535;
const CENTRAL_HEADER = 46;
const LONGEST_DIRECTORY = 67_108_864;
const MOST_MEMBERS = 10_000;
const CUT_OFF = say('archive_no_end');

/** Reads the central directory (APPNOTE.TXT 6.3.10, section 4.3.12). Throws `Misfit` when it is not there or makes no sense. */
export async function readDirectory(file: Blob): Promise<Directory> {
  const { count, start, end, comment } = await endRecordOf(file);
  if (count > MOST_MEMBERS) throw new Misfit(say('archive_too_many'));
  const limit = Math.min(end, start + LONGEST_DIRECTORY);
  const bytes = await readBytes(file, start, limit);
  const members: Member[] = [];
  let at = 0;
  while (members.length < count) {
    if (!hasText(bytes, SIGNATURE.central, at) || at + CENTRAL_HEADER > bytes.length)
      throw new Misfit(BAD_LENGTHS);
    const { member, next } = memberAt(bytes, at);
    if (next > bytes.length) throw new Misfit(BAD_LENGTHS);
    members.push(member);
    at = next;
  }
  return { members, start, end, comment };
}

function memberAt(bytes: Uint8Array, at: number): { member: Member; next: number } {
  const data = view(bytes.subarray(at, at + CENTRAL_HEADER));
  const nameAt = at + CENTRAL_HEADER;
  const extraAt = nameAt + data.getUint16(28, true);
  const commentAt = extraAt + data.getUint16(30, true);
  const next = commentAt + data.getUint16(32, true);
  const extra = new Uint8Array(bytes.subarray(extraAt, commentAt));
  const large = large64(extra);
  const number = (place: number) => {
    const value = data.getUint32(place, true);
    return value === IN_ZIP64 ? (large.next().value ?? Number.NaN) : value;
  };
  const [size, packed, start] = [number(24), number(20), number(42)];
  const member = {
    name: latin1(bytes, nameAt, extraAt),
    flags: data.getUint16(8, true),
    method: data.getUint16(10, true),
    time: data.getUint32(12, true),
    crc: data.getUint32(16, true),
    packed,
    size,
    start,
    extra,
    comment: latin1(bytes, commentAt, next),
  };
  return { member, next };
}

/** The numbers that were too large for their places, in the order of section 4.5.3. */
function* large64(extra: Uint8Array): Generator<number, undefined> {
  const field = zip64Of(extra);
  for (let at = 0; at + 8 <= field.length; at += 8) yield Number(view(field).getBigUint64(at, true));
}

/** The last record of its kind whose comment ends where the file does, or before. */
async function endRecordOf(file: Blob): Promise<EndRecord> {
  const from = Math.max(0, file.size - END_RECORD - LONGEST_COMMENT);
  const bytes = await readBytes(file, from, file.size);
  for (let at = bytes.length - END_RECORD; at >= 0; at--) {
    if (!hasText(bytes, SIGNATURE.end, at)) continue;
    const data = view(bytes.subarray(at));
    const end = at + END_RECORD + data.getUint16(20, true);
    if (end > bytes.length) continue;
    const comment = latin1(bytes, at + END_RECORD, end);
    const large = await endRecord64Of(file, from + at - 20);
    const [count, start] = large ?? [data.getUint16(10, true), data.getUint32(16, true)];
    return { count, start, end: from + end, comment };
  }
  throw new Misfit(CUT_OFF);
}

async function endRecord64Of(file: Blob, locatorAt: number): Promise<[count: number, start: number] | null> {
  const locator = await readBytes(file, Math.max(locatorAt, 0), Math.max(locatorAt, 0) + 20);
  if (locatorAt < 0 || !hasText(locator, SIGNATURE.locator)) return null;
  const at = Number(view(locator).getBigUint64(8, true));
  const record = await readBytes(file, at, at + 56);
  if (record.length < 56 || !hasText(record, SIGNATURE.end64)) throw new Misfit(BAD_LENGTHS);
  return [Number(view(record).getBigUint64(32, true)), Number(view(record).getBigUint64(48, true))];
}
