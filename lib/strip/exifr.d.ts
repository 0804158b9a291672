/** exifr ships no types for its modules; this is the part that lib/strip/exif.ts uses (the TIFF reader alone is 16 kB of its 74). */
declare module 'exifr/src/options.mjs' {
  export class Options {
    constructor(options: Record<string, boolean | Record<string, boolean>>);
  }
}

declare module 'exifr/src/segment-parsers/tiff-exif.mjs' {
  import type { Options } from 'exifr/src/options.mjs';
  export class TiffExif {
    constructor(tiff: Uint8Array, options: Options, file: Uint8Array);
    parse(): Promise<unknown>;
  }
}
