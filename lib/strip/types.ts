/** Containers that the stripper recognizes by content, never by name or MIME type. */
export const FORMATS = [
  'jpeg',
  'png',
  'webp',
  'heif',
  'avif',
  'mp4',
  'mov',
  'gif',
  'tiff',
  'bmp',
  'jxl',
  'svg',
  'glb',
  'gltf',
  'obj',
  'mtl',
  'fbx',
  'stl',
  'ply',
  'zip',
  '3mf',
  'usdz',
  'unknown',
] as const;
export type Format = (typeof FORMATS)[number];

/** What a piece of metadata tells about a person, in the words of the report. */
export const FINDING_KINDS = [
  'location',
  'person',
  'device',
  'time',
  'software',
  'prompt',
  'provenance',
  'thumbnail',
  'path',
  'comment',
  'trailing',
  'other',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * One private thing found in a file. `where` names the place in the format's own words ("EXIF GPSLatitude").
 * `value` is for the user's eyes only: it is never stored, never sent, never logged.
 */
export type Finding = { kind: FindingKind; where: string; value?: string };

export type StripOptions = {
  /** Keep copyright and credit lines. Default false. */
  keepCopyright?: boolean;
  /** Keep the ICC profile (with its identity blanked). Default true. */
  keepColourProfile?: boolean;
  /** Keep the gain map by which HDR screens show a JPEG brighter, itself cleaned. Default true. */
  keepHdr?: boolean;
  /** Name the copy by its kind and this number, 1 for `true`: "image-1.jpg". Default false: it keeps its name. */
  neutralName?: boolean | number;
  /** Give the new File the present time instead of the capture time. Default true. */
  freshTimestamp?: boolean;
};

/**
 * - `clean`: nothing private was in the file; `file` has the same bytes. A finding can still say that its name does not fit them.
 * - `stripped`: something was taken out; `file` is the lossless clean copy.
 * - `damaged`: the file is broken (truncated, wrong lengths). `file` is the cleaned part when `usable` is true, else the
 *   original, untouched. Callers hold it and ask.
 * - `unsupported`: not a format we can clean. `file` is the original, untouched. Callers hold it and ask.
 */
export type StripStatus = 'clean' | 'stripped' | 'unsupported' | 'damaged';

export type StripResult = {
  status: StripStatus;
  format: Format;
  file: File;
  findings: Finding[];
  /** Bytes of the original that are not in `file`. */
  removedBytes: number;
  /** Plain sentences on what is wrong with the file ("The file ends before the picture does."). Empty when whole. */
  problems: string[];
  /** True when `file` holds no private data, whatever the status. */
  usable: boolean;
};
