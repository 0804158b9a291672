import { say } from '../sentences.ts';
import type { FindingKind } from '../types.ts';

export const TAG = {
  subfile: 254,
  oldSubfile: 255,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  make: 271,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripCounts: 279,
  planes: 284,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileCounts: 325,
  subIfds: 330,
  jpegTables: 347,
  xmp: 700,
  iptc: 33723,
  exif: 34665,
  profile: 34675,
  gps: 34853,
  dng: 50706,
} as const;

/** As many values as a pixel has samples, twice. */
export const SAMPLES = -2;
/** As many values as a sample has levels, three times. */
export const CURVE = -1;

/**
 * Tags that a decoder needs (TIFF 6.0 sections 4 to 23, Technical Notes 1 and 2, LERC), and how many numbers each can have; more are cut
 * off. A tag that is not here is dropped. Where pixels and profile stand is decided apart.
 */
export const KEPT: Readonly<Record<number, number>> = {
  254: 1, // NewSubfileType
  255: 1, // SubfileType
  256: 1, // ImageWidth
  257: 1, // ImageLength
  258: SAMPLES, // BitsPerSample
  259: 1, // Compression
  262: 1, // PhotometricInterpretation
  263: 1, // Threshholding
  264: 1, // CellWidth
  265: 1, // CellLength
  266: 1, // FillOrder
  274: 1, // Orientation
  277: 1, // SamplesPerPixel
  278: 1, // RowsPerStrip
  280: SAMPLES, // MinSampleValue
  281: SAMPLES, // MaxSampleValue
  282: 1, // XResolution
  283: 1, // YResolution
  284: 1, // PlanarConfiguration
  290: 1, // GrayResponseUnit
  291: CURVE, // GrayResponseCurve
  292: 1, // T4Options
  293: 1, // T6Options
  296: 1, // ResolutionUnit
  297: 2, // PageNumber
  301: CURVE, // TransferFunction
  317: 1, // Predictor
  318: 2, // WhitePoint
  319: 6, // PrimaryChromaticities
  320: CURVE, // ColorMap
  321: 2, // HalftoneHints
  322: 1, // TileWidth
  323: 1, // TileLength
  332: 1, // InkSet
  334: 1, // NumberOfInks
  336: SAMPLES, // DotRange
  338: SAMPLES, // ExtraSamples
  339: SAMPLES, // SampleFormat
  340: SAMPLES, // SMinSampleValue
  341: SAMPLES, // SMaxSampleValue
  529: 3, // YCbCrCoefficients
  530: 2, // YCbCrSubSampling
  531: 1, // YCbCrPositioning
  532: 6, // ReferenceBlackWhite
  32997: 1, // ImageDepth
  32998: 1, // TileDepth
  37439: 1, // StoNits
  50674: 2, // LercParameters
};
/** Artist and Copyright: stay for those who ask for it. */
export const CREDITS = [315, 33432];
/** The types of numbers: all but texts (2) and unspecified bytes (7). */
export const NUMBERS = [1, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 16, 17, 18];

/** How pixels can be packed so that nothing but pixels is in them. */
export const COMPRESSIONS = [
  1, 2, 3, 4, 5, 8, 32766, 32771, 32773, 32809, 32946, 34676, 34677, 34887, 34925, 50000,
];
/** Pixels that are whole JPEG or WebP files: these are cleaned as such. */
export const EMBEDDED = [7, 50001];
/** What only raw photos have. */
export const RAW = { photometrics: [32803, 34892], compressions: [32767, 32769, 32770, 34713, 65000, 65535] };

/** What tags that are not Exif tell. */
export const PRIVATE: Readonly<Record<number, readonly [where: string, kind: FindingKind, value?: string]>> =
  {
    330: ['TIFF SubIFDs', 'thumbnail', say('other_versions')],
    33550: ['TIFF GeoTIFF', 'location'],
    33922: ['TIFF GeoTIFF', 'location'],
    34264: ['TIFF GeoTIFF', 'location'],
    34735: ['TIFF GeoTIFF', 'location'],
    34736: ['TIFF GeoTIFF', 'location'],
    34737: ['TIFF GeoTIFF', 'location'],
    37724: ['TIFF ImageSourceData', 'other', say('layers')],
    42112: ['TIFF GDAL metadata', 'comment'],
    50838: ['TIFF ImageJ metadata', 'comment'],
    50839: ['TIFF ImageJ metadata', 'comment'],
    52545: ['TIFF C2PA', 'provenance', say('c2pa')],
  };
