// JPEG (ITU-T T.81 annex B): the walk. What becomes of each segment stands in jpeg-decide.ts.

import { hasText } from './bytes.ts';
import {
  broken,
  type Container,
  drop,
  hopeless,
  keep,
  type Part,
  type Problem,
  type Step,
  TRUNCATED,
} from './container.ts';
import { Forward } from './forward.ts';
import { decide, isKeptWhole, nothingSeen, type Seen, SOS } from './jpeg-decide.ts';
import { type Hdr, HdrPicture, type WalkLayer } from './jpeg-hdr.ts';
import { isAlone, nextMarker, readSegment } from './jpeg-reader.ts';
import { scanEnd } from './jpeg-scan.ts';
import { say } from './sentences.ts';
import { isSwallowed } from './swallowed.ts';
import { trailingFindings } from './trailer.ts';
import type { StripOptions } from './types.ts';
import type { Reading } from './window.ts';

type Walk = Seen & {
  file: Blob;
  window: Reading;
  scans: { start: number; end: number }[];
  /** The segment before was kept with all that its length takes in. */
  isLengthTrusted: boolean;
  /** What has come so far. */
  parts: Part[];
};

const SOI = 0xd8;
const EOI = 0xd9;

export const jpeg: Container = { format: 'jpeg', recognize: (head) => hasText(head, '\xff\xd8\xff'), walk };

function walk(file: Blob, options: StripOptions): AsyncGenerator<Step> {
  return walkAs(
    options.keepHdr === false ? null : new HdrPicture(options.keepCopyright === true),
    file,
    options,
  );
}

async function* walkAs(hdr: Hdr | null, file: Blob, options: StripOptions): AsyncGenerator<Step> {
  const window = new Forward(file);
  const walk: Walk = {
    ...nothingSeen(hdr, options),
    file,
    window,
    scans: [],
    isLengthTrusted: false,
    parts: [],
  };
  try {
    for await (const step of walkPicture(walk)) {
      if (!('problem' in step)) walk.parts.push(step);
      yield step;
    }
  } finally {
    window.close();
  }
}

/** Reads the file once, front to back; the end of the picture is found by walking its scans, never by searching. */
async function* walkPicture(state: Walk): AsyncGenerator<Step> {
  const { window } = state;
  yield keep(0, 2);
  for (let at = 2; ; ) {
    const { start, end, marker } = await nextMarker(window, at);
    if (start > at) yield* gap(state, at, start);
    if (marker === EOI) return yield* finish(state, start, end);
    if (marker === SOI) return yield* secondPicture(state, start);
    const segment = marker && !isAlone(marker) ? await readSegment(window, marker, start, end) : null;
    if (segment) {
      yield* decide(segment, state);
      at = segment.marker === SOS ? yield* scan(state, segment.end) : segment.end;
      state.isLengthTrusted = isKeptWhole(segment);
    } else if (marker && isAlone(marker)) {
      yield drop(start, end, () => [{ kind: 'other', where: say('at_stray') }]);
      at = end;
    } else return yield await cutOff(state);
  }
}

/** The coded data behind a scan header. Gives the place where it ends. */
async function* scan(state: Walk, start: number): AsyncGenerator<Step, number> {
  const { end, damaged } = await scanEnd(state.window, start);
  if (!state.frame) yield hopeless(say('late_header'));
  if (end === start) yield broken(say('part_missing'));
  if (damaged) yield broken(say('bad_pixels'));
  yield keep(start, end);
  state.scans.push({ start, end });
  return end;
}

/** The file ends too soon. What passes for the last scan may be what stood behind it. */
async function cutOff({ file, scans }: Walk): Promise<Problem> {
  const last = scans.at(-1);
  return last && !(await isSwallowed(file, last.start, last.end)) ? broken(TRUNCATED) : hopeless(TRUNCATED);
}

async function* finish(walk: Walk, start: number, end: number): AsyncGenerator<Step> {
  const { file, scans, hdr, parts, options } = walk;
  yield keep(start, end);
  if (scans.length === 0) yield hopeless(say('no_picture'));
  if (end === file.size) return;
  const walkLayer: WalkLayer = (layer, behind) => walkAs(layer, behind, options);
  const behind = hdr instanceof HdrPicture ? await hdr.keepGainMap(file, end, parts, walkLayer) : null;
  if (behind) yield* behind;
  else yield drop(end, file.size, () => trailingFindings(file, end, file.size));
}

/** A picture starts where the first has not ended: decoders stop here, and what follows is another picture. */
async function* secondPicture(state: Walk, start: number): AsyncGenerator<Step> {
  const { file } = state;
  yield drop(start, file.size, () => trailingFindings(file, start, file.size));
  yield await cutOff(state);
}

/** Bytes that belong to no segment. Behind one that was kept they mean that its length is wrong, and something else has become part of it. */
function* gap({ file, isLengthTrusted }: Walk, start: number, end: number): Generator<Step> {
  yield drop(start, end, async () => {
    const found = await trailingFindings(file, start, end);
    return found.map(({ value }) => ({ kind: 'other', where: say('at_gaps'), value }));
  });
  if (isLengthTrusted) yield hopeless(say('bad_lengths'));
}
