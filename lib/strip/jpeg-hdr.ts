// HDR photos: a standard picture, and behind its end a second JPEG that says how much brighter each place is (Ultra HDR Image Format v1.1;
// ISO 21496-1). The gain map is cleaned as the picture is; the three segments that tie them together are written anew.
import { type Bytes, hasText, readBytes, utf8 } from './bytes.ts';
import { drop, keep, type Part, rewrite, type Step } from './container.ts';
import { withoutKept } from './credit/findings.ts';
import { type CreditXmp, creditXmp } from './credit/xmp.ts';
import { creditSegment } from './jpeg-credit.ts';
import {
  announcement,
  announcesGainMap,
  containedOffsets,
  gainMapXmp,
  isIsoGainMap,
  isIsoVersion,
} from './jpeg-hdr-metadata.ts';
import { indexedOffsets, MPF, makeIndex } from './jpeg-mpf.ts';
import { makeSegment, type Segment } from './jpeg-reader.ts';
import { segmentFindings } from './jpeg-segments.ts';
import { trailingFindings } from './trailer.ts';
import type { Finding } from './types.ts';

/** What becomes of the HDR segments of a picture. */
export type Hdr = {
  /**
   * The part for a segment that belongs to HDR; null for others, and for a second one of a kind. `isCredited`: credit lines stay already, in a
   * segment of the same marker before it.
   */
  take(segment: Segment, isCredited: boolean): Part | null;
};

/** Walks the JPEG that `file` starts with. */
export type WalkLayer = (layer: Hdr, file: Blob) => AsyncGenerator<Step>;

const NOTHING: Bytes = new Uint8Array(0);
const SEGMENT_HEADER = 4;
/** Findings about what ties picture and gain map together: nothing is lost of it when it stays. */
const TIES = ['XMP hdrgm:Version', 'JPEG MPF', 'JPEG HDR gain map'];

/** The segments of the standard picture. They go, unless `settle` is told of a gain map they can point to. */
export class HdrPicture implements Hdr {
  private announced: Segment | undefined;
  private index: Segment | undefined;
  private version: Segment | undefined;
  private readonly fresh = new Map<Segment, Bytes>();
  /** Credit lines stay in the segment that announces the gain map. */
  private keepsCredit: boolean;

  constructor(keepsCredit: boolean) {
    this.keepsCredit = keepsCredit;
  }

  take(segment: Segment, isCredited: boolean): Part | null {
    const { payload, start, end } = segment;
    if (!this.announced && announcesGainMap(payload)) {
      this.announced = segment;
      this.keepsCredit &&= !isCredited;
    } else if (!this.index && hasText(payload, MPF)) this.index = segment;
    else if (!this.version && isIsoVersion(payload)) this.version = segment;
    else return null;
    return rewrite(
      start,
      end,
      () => this.freshBytes(segment),
      () => this.findings(segment),
    );
  }

  private freshBytes(segment: Segment): Bytes {
    const credit = this.keepsCredit ? creditSegment(segment) : null;
    return this.fresh.get(segment) ?? credit ?? NOTHING;
  }

  private async findings(segment: Segment): Promise<Finding[]> {
    const { marker, payload } = segment;
    const kept = segmentFindings(marker, this.freshBytes(segment).subarray(SEGMENT_HEADER));
    const found = await withoutKept(segmentFindings(marker, payload), kept);
    return this.fresh.has(segment) ? found.filter(({ where }) => !TIES.includes(where)) : found;
  }

  /**
   * All that stands behind a picture of `parts` that ends at `end`, with its gain map kept and the segments of the picture pointing to it.
   * Null when there is no gain map that is sound: then nothing of HDR stays.
   */
  async keepGainMap(
    file: Blob,
    end: number,
    parts: readonly Part[],
    walk: WalkLayer,
  ): Promise<Part[] | null> {
    for (const start of this.candidates(end)) {
      const layer = await gainMapAt(file, start, walk);
      if (!layer) continue;
      await this.settle(parts, layer);
      const hidden = drop(end, start, () => trailingFindings(file, end, start));
      return [...(end < start ? [hidden] : []), ...moved(layer, start)];
    }
    return null;
  }

  /** Where gain maps may start, in a picture that ends at `end`. None when the picture does not speak of one. */
  private candidates(end: number): number[] {
    if (!this.announced && !this.version) return [];
    const tiffAt = this.index ? this.index.end - this.index.payload.length + MPF.length : 0;
    const indexed = this.index ? indexedOffsets(this.index.payload.subarray(MPF.length)) : [];
    const contained = this.announced ? containedOffsets(this.announced.payload) : [];
    const places = [...indexed.map((offset) => tiffAt + offset), ...contained.map((offset) => end + offset)];
    return [...new Set(places)].filter((place) => place >= end);
  }

  private creditOf({ payload }: Segment): CreditXmp | null {
    return this.keepsCredit ? creditXmp(utf8(payload)) : null;
  }

  /** Makes the segments true for a clean picture of `parts`, with a clean gain map of `layer` right behind it. */
  private async settle(parts: readonly Part[], layer: readonly Part[]): Promise<void> {
    const { announced, index, version } = this;
    const layerLength = await lengthOf(layer);
    if (announced)
      this.fresh.set(
        announced,
        makeSegment(announced.marker, announcement(layerLength, this.creditOf(announced))),
      );
    if (version) this.fresh.set(version, makeSegment(version.marker, version.payload));
    if (!index) return;
    const write = (first: number, offset: number) =>
      this.fresh.set(index, makeSegment(index.marker, makeIndex(first, layerLength, offset)));
    write(0, 0);
    const length = await lengthOf(parts);
    const before = parts.filter(({ start }) => start < index.start);
    write(
      length,
      length - (await lengthOf(before)) - (index.bytes.length - index.payload.length) - MPF.length,
    );
  }
}

/** The segments of the gain map itself: how to apply it stays. */
class HdrGainMap implements Hdr {
  isGainMap = false;

  take({ marker, start, end, payload }: Segment): Part | null {
    if (isIsoGainMap(payload)) {
      this.isGainMap = true;
      return keep(start, end);
    }
    const xmp = gainMapXmp(payload);
    if (!xmp) return null;
    this.isGainMap = true;
    const fresh = makeSegment(marker, xmp);
    const findings = async () =>
      (await segmentFindings(marker, payload)).filter(({ where }) => !TIES.includes(where));
    return rewrite(start, end, () => fresh, findings);
  }
}

/** The parts of the gain map that starts at `start`, and of all behind it; null when no sound one starts there. */
async function gainMapAt(file: Blob, start: number, walk: WalkLayer): Promise<Part[] | null> {
  if (!hasText(await readBytes(file, start, start + 3), '\xff\xd8\xff')) return null;
  const layer = new HdrGainMap();
  const parts: Part[] = [];
  for await (const step of walk(layer, file.slice(start))) {
    if ('problem' in step) return null;
    parts.push(step);
  }
  return layer.isGainMap ? parts : null;
}

/** Parts of a picture that starts at `at`, as parts of the file around it. */
function moved(parts: readonly Part[], at: number): Part[] {
  return parts.map((part) => ({ ...part, start: part.start + at, end: part.end + at }));
}

async function lengthOf(parts: readonly Part[]): Promise<number> {
  let length = 0;
  for (const { start, end, replace } of parts) {
    const fresh = await replace?.();
    length += fresh ? (fresh instanceof Blob ? fresh.size : fresh.length) : end - start;
  }
  return length;
}
