// Movie fragments (ISO/IEC 14496-12 section 8.8)

import { view } from '../bytes.ts';
import { BAD_LENGTHS, Misfit } from '../misfit.ts';
import { say } from '../sentences.ts';
import { type Box, boxesIn, find, Unsupported } from './box.ts';
import type { Extent } from './claims.ts';
import { blankBox, boxes, type Copy, first, keepBox, type Rule, type Rules, table } from './rules.ts';
import { groupDescription, groups } from './sample-groups.ts';

/** Bytes that each flag of a header or a run adds (sections 8.8.7 and 8.8.8). */
const HEADER_FIELDS = { base: 8, description: 4, duration: 4, size: 4, flags: 4 } as const;
const HEADER_FLAGS = { base: 1, description: 2, duration: 8, size: 0x10, flags: 0x20 } as const;
const BASE_IS_FRAGMENT = 0x020000;
const RUN_OFFSET = 1;
const FIRST_FLAGS = 4;
const SAMPLE_FLAGS = [0x100, 0x200, 0x400, 0x800];
const SAMPLE_DURATION = 0x100;
const SAMPLE_SIZE = 0x200;

const TRACK_FRAGMENT: Rules = {
  tfhd: (box, copy) => first(headerOf(box, copy.source).length)(box, copy),
  tfdt: first(12),
  trun: copyRun,
  sdtp: keepBox,
  sbgp: groups,
  sgpd: groupDescription,
};

/** Where the fragments of a track stand (section 8.8.10). */
export function randomAccess(box: Box, copy: Copy): void {
  const data = view(copy.source);
  const sizes = data.getUint32(box.dataAt + 8);
  const widths = [sizes >> 4, sizes >> 2, sizes].map((size) => (size & 3) + 1);
  const row = widths.reduce((sum, width) => sum + width, copy.source[box.dataAt] === 1 ? 16 : 8);
  table(16, row)(box, copy);
}

type Header = { track: number; flags: number; length: number; base: number; size: number | undefined };

/** One fragment: its samples are claimed for the tracks that stay. Fragments of others become free space. */
export function fragment(box: Box, copy: Copy): void {
  const { source, at: start, claims } = copy;
  let end = start;
  let hasGap = false;
  const traf: Rule = (part) => {
    const headerBox = find(source, part, 'tfhd');
    if (!headerBox) throw new Misfit(BAD_LENGTHS);
    const { flags, track: id, size, base } = headerOf(headerBox, source);
    const track = copy.tracks.get(id);
    const isRelative = !(flags & (HEADER_FLAGS.base | BASE_IS_FRAGMENT));
    if (isRelative && hasGap) throw new Unsupported(say('an_old_video'));
    const from = flags & HEADER_FLAGS.base ? base : isRelative ? end : start;
    const runs = runsOf(part, source, from, size ?? track?.defaultSize ?? 0);
    end = runs.reduce((last, run) => Math.max(last, run.at + run.length), from);
    if (track?.isKept) {
      boxes(TRACK_FRAGMENT)(part, copy);
      for (const { at, length } of runs) claims.add(at, length);
    } else {
      blankBox(part, copy);
      hasGap = true;
      for (const { at, length } of runs) claims.forbid(at, length);
    }
  };
  boxes({ mfhd: first(8), traf })(box, copy);
}

function headerOf({ dataAt }: Box, source: Uint8Array): Header {
  const data = view(source);
  const flags = data.getUint32(dataAt) & 0xffffff;
  const at = { base: 0, size: 0 };
  let length = 8;
  for (const field of ['base', 'description', 'duration', 'size', 'flags'] as const) {
    if (!(flags & HEADER_FLAGS[field])) continue;
    if (field === 'base' || field === 'size') at[field] = dataAt + length;
    length += HEADER_FIELDS[field];
  }
  return {
    track: data.getUint32(dataAt + 4),
    flags,
    length,
    base: at.base ? Number(data.getBigUint64(at.base)) : 0,
    size: at.size ? data.getUint32(at.size) : undefined,
  };
}

function runShape({ dataAt }: Box, source: Uint8Array): { flags: number; head: number; row: number } {
  const flags = view(source).getUint32(dataAt) & 0xffffff;
  const head = 8 + (flags & RUN_OFFSET ? 4 : 0) + (flags & FIRST_FLAGS ? 4 : 0);
  return { flags, head, row: 4 * SAMPLE_FLAGS.filter((flag) => flags & flag).length };
}

function copyRun(box: Box, copy: Copy): void {
  const { head, row } = runShape(box, copy.source);
  const length = head + row * view(copy.source).getUint32(box.dataAt + 4);
  if (box.dataAt + length > box.end) throw new Misfit(BAD_LENGTHS);
  first(length)(box, copy);
}

/** Where the samples of each run stand. A run without an offset follows the one before (section 8.8.8). */
function runsOf(traf: Box, source: Uint8Array, base: number, defaultSize: number): Extent[] {
  const data = view(source);
  let next = base;
  return boxesIn(source, traf.dataAt, traf.end)
    .filter(({ type }) => type === 'trun')
    .map((run) => {
      const { flags, head, row } = runShape(run, source);
      const at = flags & RUN_OFFSET ? base + data.getInt32(run.dataAt + 8) : next;
      const samples = data.getUint32(run.dataAt + 4);
      const sizeAt = run.dataAt + head + (flags & SAMPLE_DURATION ? 4 : 0);
      let length = flags & SAMPLE_SIZE ? 0 : samples * defaultSize;
      if (flags & SAMPLE_SIZE) for (let i = 0; i < samples; i++) length += data.getUint32(sizeAt + i * row);
      next = at + length;
      return { at, length };
    });
}
