import type { Format } from '../../lib/strip/types.ts';
import { privateTags } from '../unit/strip/exiftool.ts';
import { privateBoxTags } from '../unit/strip/isobmff/exiftool.ts';

export type Cleaned = { format: Format; bytes: Uint8Array };

/** Tags of further formats that say how to show a file: no person, no place, no time, no device. */
const STRUCTURE = new RegExp(
  `^(?:ExifTool:(?:Warning|Error)|ZIP:Zip(?:RequiredVersion|BitFlag|Compression|CRC|CompressedSize|UncompressedSize|FileName)|JSON:(?!.*(?:Name|Copyright|Generator|Extras|Author))\\w+|Jpeg2000:(?:MajorBrand|MinorVersion|CompatibleBrands)
  |GIF:(?:GIFVersion|Image(?:Width|Height)|BackgroundColor|BitsPerPixel|ColorResolutionDepth|HasColorMap|PixelAspectRatio|TransparentColor
  |FrameCount|Duration|AnimationIterations)
  |File:(?:BMPVersion|BitDepth|Planes|Compression|ColorSpace|ImageLength|NumColors|NumImportantColors|PixelsPerMeter[XY]
  |(?:Red|Green|Blue|Alpha)Mask|(?:Red|Green|Blue)Endpoint|Gamma(?:Red|Green|Blue)|RenderingIntent|ProfileDataOffset|ProfileSize|LineCount|WordCount|MIMEEncoding|Newlines)
  |SVG:(?:Image(?:Width|Height)|SVGVersion|Style|Tag[XY]|ViewBox|Xmlns|PreserveAspectRatio)
  |IFD\\d+:(?:Image(?:Width|Height)|BitsPerSample|Compression|PhotometricInterpretation|Strip(?:Offsets|ByteCounts)|Tile(?:Offsets|ByteCounts
  |Width|Length)|SamplesPerPixel|RowsPerStrip|PlanarConfiguration|Predictor|ExtraSamples|SampleFormat|ColorMap|FillOrder|Orientation
  |(?:Min|Max)SampleValue|PageNumber|PrimaryChromaticities|WhitePoint|ResolutionUnit|[XY]Resolution|(?:Old)?SubfileType|JPEGTables
  |YCbCr(?:SubSampling|Positioning|Coefficients)|ReferenceBlackWhite|T[46]Options|InkSet))$`.replaceAll(
    /\s+/g,
    '',
  ),
);

/** A profile that lacks its checksum, which ExifTool does not read; the first day there is in an archive. */
const NOTHING = ['PNG:ICC_Profile = ', 'ZIP:ZipModifyDate = 1980:01:01 00:00:00'];

/** For each named file what ExifTool still finds in it that is private. */
export function leftInside(files: Record<string, Cleaned>): Record<string, string[]> {
  return {
    ...privateBoxTags(bytesOf(files, isBoxed)),
    ...others(bytesOf(files, (format) => !isBoxed(format))),
  };
}

function others(files: Record<string, Uint8Array>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(privateTags(files)).map(([name, tags]) => [
      name,
      tags.filter((tag) => !STRUCTURE.test(tag.split(' = ', 1)[0] ?? '') && !NOTHING.includes(tag)),
    ]),
  );
}

function isBoxed(format: Format): boolean {
  return ['heif', 'avif', 'mp4', 'mov'].includes(format);
}

function bytesOf(
  files: Record<string, Cleaned>,
  wanted: (format: Format) => boolean,
): Record<string, Uint8Array> {
  const chosen = Object.entries(files).filter(([, { format }]) => wanted(format));
  return Object.fromEntries(chosen.map(([name, { bytes }]) => [name, bytes]));
}
