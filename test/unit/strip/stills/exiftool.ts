import { privateTags } from '../exiftool.ts';

/** Tags that say how to draw a picture: no person, no place, no time, no device. */
const STRUCTURE = new RegExp(
  `^(?:GIF:(?:GIFVersion|Image(?:Width|Height)|HasColorMap|ColorResolutionDepth|BitsPerPixel|BackgroundColor|AnimationIterations
  |TransparentColor|FrameCount|Duration|PixelAspectRatio)
  |IFD\\d+:(?:SubfileType|OldSubfileType|ImageWidth|ImageHeight|BitsPerSample|Compression|PhotometricInterpretation|FillOrder|StripOffsets|Orientation
  |SamplesPerPixel|RowsPerStrip|StripByteCounts|(?:Min|Max)SampleValue|[XY]Resolution|PlanarConfiguration|ResolutionUnit|PageNumber|Predictor
  |WhitePoint|PrimaryChromaticities|ColorMap|Tile(?:Width|Length|Offsets|ByteCounts)|ExtraSamples|SampleFormat|JPEGTables|T[46]Options
  |YCbCr(?:Coefficients|SubSampling|Positioning)|ReferenceBlackWhite)
  |File:(?:BMPVersion|Planes|BitDepth|Compression|ImageLength|PixelsPerMeter[XY]|Num(?:Important)?Colors|(?:Red|Green|Blue|Alpha)Mask|ColorSpace
  |(?:Red|Green|Blue)Endpoint|Gamma(?:Red|Green|Blue)|RenderingIntent|Profile(?:DataOffset|Size)|PageCount)
  |Jpeg2000:(?:MajorBrand|MinorVersion|CompatibleBrands|.*Level.*)|SVG:(?:Xmlns|Image(?:Width|Height)|SVGVersion|Style|ViewBox|Tag[XY]))$`.replaceAll(
    /\s+/g,
    '',
  ),
);

/** The strips of a picture packed as JPEG, which ExifTool takes for a preview. */
const STRIPS = /^(?:IFD0:PreviewImage|ExifTool:Warning = RawConv PreviewImage)/;

/** For each named picture what ExifTool still finds in it that is private. */
export function privateStillTags(pictures: Record<string, Uint8Array>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(privateTags(pictures)).map(([name, tags]) => [
      name,
      tags.filter((tag) => !STRUCTURE.test(tag.split(' = ', 1)[0] ?? '') && !STRIPS.test(tag)),
    ]),
  );
}
