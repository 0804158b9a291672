// Movie fragments (ISO/IEC 14496-12 section 8.8)
import { view } from '../bytes.ts';
import { BAD_LENGTHS, type Box, boxesIn, find, Misfit } from './box.ts';
import { blankBox, boxes, type Copy, first, keepBox, type Rules } from './rules.ts';
import { groupDescription, groups } from './sample-groups.ts';

/** Bytes that each flag of a header or a run adds (sections 8.8.7 and 8.8.8). */
const HEADER_FIELDS = { base: 8, description: 4, duration: 4, size: 4, flags: 4 } as const;
const HEADER_FLAGS = { base: 1, description: 2, duration: 8, size: 0x10, flags: 0x20 } as const;
const BASE_IS_FRAGMENT = 0x020000;
const RUN_OFFSET = 1;
const FIRST_FLAGS = 4;
const SAMPLE_FLAGS = [0x100, 0x200, 0x400, 0x800];
const SAMPLE_SIZE = 0x200;

const TRACK_FRAGMENT: Rules = {
  tfhd: (box, copy) => first(headerOf(box, copy.source).length)(box, copy),
  tfdt: first(12),
  trun: copyRun,
  sdtp: keepBox,
  sbgp: groups,
  sgpd: groupDescription,
};

type Header = { track: number; flags: number; length: number; base: number; size: number | undefined };

/** One fragment: its samples are claimed for the tracks that stay. Fragments of others become free space. */
export function fragment(box: Box, copy: Copy): void {
  let end: number | null = copy.at;
  boxes({
    mfhd: first(8),
    traf: (traf) => {
      const headerBox = find(copy.source, traf, 'tfhd');
      if (!headerBox) throw new Misfit(BAD_LENGTHS);
      const header = headerOf(headerBox, copy.source);
      const track = copy.tracks.get(header.track);
      if (!track?.isKept) {
        blankBox(traf, copy);
        copy.claims.explainAll();
        end = null;
        return;
      }
      boxes(TRACK_FRAGMENT)(traf, copy);
      end = claimRuns(traf, copy, baseOf(header, copy, end), header.size ?? track.defaultSize);
    },
  })(box, copy);
}

/** Where the offsets of a fragment count from. `before`: the end of the one before, null when that one is no more. */
function baseOf({ flags, base }: Header, copy: Copy, before: number | null): number {
  if (flags & HEADER_FLAGS.base) return base;
  if (flags & BASE_IS_FRAGMENT) return copy.at;
  if (before === null) throw new Misfit('The video is built in an old way that cannot be cleaned.');
  return before;
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

/** Returns where the data of the last run ends. */
function claimRuns(traf: Box, copy: Copy, base: number, defaultSize: number): number {
  const { source, claims } = copy;
  const data = view(source);
  let at = base;
  for (const run of boxesIn(source, traf.dataAt, traf.end).filter(({ type }) => type === 'trun')) {
    const { flags, head, row } = runShape(run, source);
    if (flags & RUN_OFFSET) at = base + data.getInt32(run.dataAt + 8);
    const samples = data.getUint32(run.dataAt + 4);
    let length = flags & SAMPLE_SIZE ? 0 : samples * defaultSize;
    const sizeAt = run.dataAt + head + (flags & 0x100 ? 4 : 0);
    if (flags & SAMPLE_SIZE) for (let i = 0; i < samples; i++) length += data.getUint32(sizeAt + i * row);
    claims.add(at, length);
    at += length;
  }
  return at;
}
