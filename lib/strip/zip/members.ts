import { type Bytes, hasText, readBytes, view } from '../bytes.ts';
import { broken, hopeless, type Problem, refused, type StripInner } from '../container.ts';
import { crc32 } from '../crc32.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { noteFinding } from '../notes.ts';
import { baseName } from '../paths.ts';
import { say } from '../sentences.ts';
import type { Finding, StripResult } from '../types.ts';
import { deflateRaw, inflateRaw } from '../zlib.ts';
import { FLAG, METHOD, type Member, SIGNATURE } from './structure.ts';
import { cleanUsda, isUsda } from './usda.ts';

/** What became of one member. Without `file` it stays as it is; `isDropped`: it is left out of the archive. */
export type Cleaned = { file?: Blob; isDropped?: boolean; findings: Finding[]; problems: Problem[] };

/** Cleans the content of a member, by its name and what is in it. */
export type CleanMember = (name: string, content: Blob) => Promise<Cleaned>;

/** What systems leave in archives, and texts for people: no part of any model. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;
const FOR_PEOPLE = /\.(?:txt|md|nfo|pdf|rtf|html?|url|webloc|lnk)$/i;

const LOCAL_HEADER = 30;
/** Enough to tell a scene by. */
const HEAD = 64;
/** A deflated member may give this many bytes, and this many times its own length: a bomb stops there. */
const SURE = 16_777_216;
const MOST_TIMES = 100;
const LARGEST = 1_073_741_824;
const STEP = 4_194_304;

/** Does a member go for its name alone? */
export function isLitter(name: string): boolean {
  return LITTER.test(name) || FOR_PEOPLE.test(name);
}

export function litterFinding(name: string): Finding {
  return {
    kind: 'other',
    where: `ZIP ${baseName(name) || name}`,
    value: say('no_part_of_model'),
  };
}

/** Where the data of a member are (section 4.3.7). Throws `Misfit` when its header is not there. */
export async function dataRange(
  file: Blob,
  { start, packed }: Member,
): Promise<{ start: number; end: number }> {
  const header = await readBytes(file, start, start + LOCAL_HEADER);
  if (header.length < LOCAL_HEADER || !hasText(header, SIGNATURE.local)) throw new Misfit(BAD_LENGTHS);
  const data = view(header);
  const dataAt = start + LOCAL_HEADER + data.getUint16(26, true) + data.getUint16(28, true);
  return { start: dataAt, end: dataAt + packed };
}

/** The content of a member; a problem when it cannot be had. */
export async function contentOf(member: Member, packed: Blob): Promise<Blob | Problem> {
  const { flags, method, size, name } = member;
  if (flags & FLAG.encrypted) return refused(say('archive_password'));
  if (method === METHOD.stored) return packed.size === size ? packed : hopeless(BAD_LENGTHS);
  if (method !== METHOD.deflated) return refused(say('within', name, say('archive_packing')));
  const limit = Math.min(SURE + packed.size * MOST_TIMES, LARGEST);
  if (size > limit) return refused(say('within', name, say('archive_bomb')));
  const content = await inflateRaw(packed, size);
  return content?.size === size ? content : hopeless(say('within', name, say('archive_member_damaged')));
}

/** The content packed as it was, with its length and sum. */
export async function pack(member: Member, content: Blob): Promise<{ member: Member; packed: Blob }> {
  const packed = member.method === METHOD.stored ? content : await deflateRaw(content);
  return {
    member: { ...member, crc: await sumOf(content), size: content.size, packed: packed.size },
    packed,
  };
}

async function sumOf(content: Blob): Promise<number> {
  let sum = 0;
  for (let at = 0; at < content.size; at += STEP) sum = crc32(await readBytes(content, at, at + STEP), sum);
  return sum;
}

/** Members are files like any other: each is cleaned by what is in it. Scenes in text form are known only within archives. */
export function byContent(inner: StripInner): CleanMember {
  return async (name, content) => {
    if (isUsda(await readBytes(content, 0, HEAD))) return cleanUsda(content);
    return cleanedBy(name, await inner(new File([content], baseName(name))));
  };
}

function cleanedBy(name: string, { status, usable, file, findings, problems }: StripResult): Cleaned {
  const told = findings.map((each) => ({ ...each, where: `${name}: ${each.where}` }));
  const isSound = status === 'clean' || status === 'stripped';
  const tell = usable ? broken : status === 'unsupported' ? refused : hopeless;
  const problem = isSound ? [] : problems.map((each) => tell(say('within', name, each)));
  const isChanged = usable && findings.length > 0;
  return { file: isChanged ? file : undefined, findings: told, problems: problem };
}

/** What the entry of a member in the list tells, apart from its content. */
export function* entryFindings({ time, extra, comment }: Member): Generator<Finding> {
  const [date, clock] = [time >>> 16, time & 0xffff];
  if (date > 0x21 || clock > 0) yield { kind: 'time', where: 'ZIP time of last change', value: dayOf(date) };
  if (hasOwner(extra)) yield { kind: 'other', where: 'ZIP extra fields', value: say('owner_and_times') };
  if (comment !== '') yield noteFinding('ZIP comment', comment);
}

function dayOf(date: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`;
}

/** Any field but those for large archives and for alignment. */
function hasOwner(extra: Bytes): boolean {
  return extra.length > 0 && !hasText(extra, '\x01\0') && !hasText(extra, '\x86\x19');
}
