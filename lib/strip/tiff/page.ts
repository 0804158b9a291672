import { type Bytes, concat, view } from '../bytes.ts';
import type { Part } from '../container.ts';
import { blankProfileIdentity } from '../icc.ts';
import { profileFindings } from '../icc-findings.ts';
import { Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import type { Finding, StripOptions } from '../types.ts';
import { isCreditBlock, writeCredit } from './credit.ts';
import { entryOf } from './directories.ts';
import { cleanTables } from './jpeg-tables.ts';
import type { Plan } from './plan.ts';
import { type Directory, type Entry, lengthOf, type Reader } from './reader.ts';
import type { Segments } from './segments.ts';
import { CREDITS, CURVE, KEPT, NUMBERS, SAMPLES, TAG } from './tags.ts';

/** Larger profiles are not read: no camera or editor writes them. */
const LARGEST_PROFILE = 16_777_216;
const LARGEST_TABLES = 65_536;
const LONGEST_CREDIT = 2_000;
const TEXT = 2;
const SEGMENTS: readonly number[] = [TAG.stripOffsets, TAG.stripCounts, TAG.tileOffsets, TAG.tileCounts];

/** `told`: what the lines tell that stay on request. */
type Shared = { reader: Reader; plan: Plan; options: StripOptions; told: Finding[] };

/**
 * Writes the directory of a picture anew in its old place, with what a decoder needs. Values stay where they are. `next`: where the following
 * picture's directory is, 0 for none. `findings`: what the tags that go tell.
 */
export async function writePage(
  page: Directory,
  segments: Segments,
  next: number,
  shared: Shared,
  findings: Part['findings'],
): Promise<void> {
  const { reader, plan } = shared;
  const kept: Bytes[] = [];
  for (const entry of page.entries) {
    if (entry !== entryOf(page, entry.tag)) continue;
    const count = await countOf(entry, segments, shared);
    if (count > 0) kept.push(await writeEntry(entry, count, shared));
  }
  const length = reader.counter + kept.length * reader.entry + reader.inline;
  const fresh = new Uint8Array(length);
  reader.writeCount(view(fresh), kept.length);
  fresh.set(concat(kept), reader.counter);
  reader.writeOffset(view(fresh), length - reader.inline, next);
  const end = page.at + length;
  plan.rewrite({ start: page.at, end, replace: () => fresh, findings });
  plan.claims.forbid(end, page.end - end);
}

/** Does a decoder need the value, in a directory that is kept? */
export function isKept({ tag, type, length }: Entry, options: StripOptions): boolean {
  if (options.keepCopyright && CREDITS.includes(tag)) return type === TEXT && length <= LONGEST_CREDIT;
  if (tag === TAG.profile) return options.keepColourProfile !== false;
  return tag === TAG.jpegTables || ((tag in KEPT || SEGMENTS.includes(tag)) && NUMBERS.includes(type));
}

/** How many of an entry's values stay, 0 when it goes. */
async function countOf(entry: Entry, segments: Segments, shared: Shared): Promise<number> {
  const { tag, count } = entry;
  if (segments.entries.includes(entry)) return Math.min(count, segments.count);
  if (shared.options.keepCopyright && isCreditBlock(tag)) return writeCredit(entry, shared);
  if (!isKept(entry, shared.options)) return 0;
  if (CREDITS.includes(tag)) return count;
  if (tag === TAG.profile) return (await writeProfile(entry, shared)) ? count : 0;
  if (tag === TAG.jpegTables) return (await writeTables(entry, shared)) ? count : 0;
  return Math.min(count, mostOf(tag, segments.bits));
}

function mostOf(tag: number, bits: readonly number[]): number {
  const most = KEPT[tag] ?? 0;
  if (most === SAMPLES) return 2 * bits.length;
  return most === CURVE ? 3 * 2 ** Math.min(bits[0] ?? 1, 16) : most;
}

async function writeEntry(entry: Entry, count: number, { reader, plan }: Shared): Promise<Bytes> {
  const { tag, type, at } = entry;
  const length = lengthOf(type, count);
  if (length <= reader.inline) return reader.makeEntry(tag, type, count, await reader.bytes(at, at + length));
  const isRewritten = tag === TAG.profile || tag === TAG.jpegTables || isCreditBlock(tag);
  if (!isRewritten) plan.claims.add(at, length);
  return reader.makeEntry(tag, type, count, at);
}

/** Colours stay; names and dates go. False when there is no usable profile. */
async function writeProfile({ at, length }: Entry, { reader, plan }: Shared): Promise<boolean> {
  if (length > LARGEST_PROFILE) return false;
  const bytes = await reader.bytes(at, at + length);
  const profile = bytes.length === length ? blankProfileIdentity(bytes) : null;
  if (!profile) return false;
  plan.rewrite({
    start: at,
    end: at + length,
    replace: () => profile,
    findings: () => profileFindings(bytes),
  });
  return true;
}

async function writeTables({ at, length }: Entry, { reader, plan }: Shared): Promise<boolean> {
  const tables = cleanTables(await reader.bytes(at, at + Math.min(length, LARGEST_TABLES)));
  if (tables?.length !== length) throw new Misfit(say('bad_header'));
  const findings = () => [{ kind: 'other' as const, where: 'TIFF JPEGTables' }];
  plan.rewrite({ start: at, end: at + length, replace: () => tables, findings });
  return true;
}
