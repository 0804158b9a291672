import { privateTags } from '../exiftool.ts';

/** Tags that say how to show a picture or play a video: no person, no place, no time, no device. */
const STRUCTURE = new RegExp(
  `^(?:File:.*|XMP-HDRGainMap:.*|ICC-header2:(?:ProfileVersion|ProfileClass|ColorSpaceData|ProfileConnectionSpace|ProfileFileSignature|CMMFlags
  |DeviceAttributes|RenderingIntent|ConnectionSpaceIlluminant)|ICC_Profile2:(?:MediaWhitePoint|(?:Red|Green|Blue)(?:TRC|MatrixColumn)
  |ChromaticAdaptation)|Composite:(?:Rotation|AvgBitrate|ImageSize|Megapixels)|Meta:(?:PrimaryItemReference|MetaImageSize)
  |QuickTime:(?:MajorBrand|MinorVersion|CompatibleBrands|HandlerType|HEVC.*|General.*|GenProfile.*|Constraint.*|MinSpatial.*
  |ParallelismType|ChromaFormat|ChromaSamplePosition|BitDepth.*|AverageFrameRate|ConstantFrameRate|NumTemporalLayers|TemporalIDNested
  |ImageSpatialExtent|ImagePixelDepth|Rotation|MirrorAngle|Mirroring|Media(?:Data.*|TimeScale|Duration|HeaderVersion)|Movie.*|AV1.*|Seq.*|HighBitDepth|TwelveBit
  |InitialDelaySamples|Color(?:Profiles|Primaries)|TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|PixelAspectRatio
  |CleanAperture|AuxiliaryImageType|TimeScale|Duration|Preferred.*|MatrixStructure|NextTrackID|Preview(?:Time|Duration)|PosterTime
  |Selection(?:Time|Duration)|CurrentTime|HandlerClass|SequenceNumber|Unknown_(?:mvex|styp|mfra|idat|uncC|cmpd|icef|cmpC|vvcC|avcC|mfhd|tfhd|tfdt|trun|sidx|edts|grpl|pixi))
  |Track\\d+:(?:Track(?:HeaderVersion|Duration|ID|Layer|Volume)|Image(?:Width|Height)|MatrixStructure|Media(?:HeaderVersion|TimeScale|Duration
  |LanguageCode)|Handler(?:Type|Class)|GraphicsMode|OpColor|CompressorID|SourceImage(?:Width|Height)|[XY]Resolution|BitDepth|VideoFrameRate
  |SampleToChunk|OtherFormat|SampleSizes|ChunkOffset(?:64)?|TimeToSampleTable|SyncSampleTable|IdependentAndDisposableSamples|AVCConfiguration|Balance|Audio(?:Format|Channels
  |BitsPerSample|SampleRate)|PixelAspectRatio|Color(?:Profiles|Primaries|Representation)|TransferCharacteristics|MatrixCoefficients
  |VideoFullRangeFlag|VideoFieldOrder|BufferSize|MaxBitrate|AverageBitrate|CompositionTimeToSample|PurchaseFileFormat|Gamma
  |(?:CleanAperture|ProductionAperture|EncodedPixels)Dimensions|SampleGroup.*|CompositionToDecodeTimelineMapping|Unknown_(?:avcC|av1C
  |esds|edts|elst|hvcC|vpcC|dOps|dac3|wave|chan|alac|sgpd|sbgp|ccst|auxi|st3d|d263|trex|mehd|dfLa|tref|dinf|alis)))$`.replaceAll(
    /\s+/g,
    '',
  ),
);
/** A date, or a value of free space, that is blank. */
const BLANK = / = (?:0000:00:00 00:00:00|0|[\s\0]*|base64:A*=*)$/;

/** For each named file what ExifTool still finds in it that is private. */
export function privateBoxTags(files: Record<string, Uint8Array>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(privateTags(files)).map(([name, tags]) => [
      name,
      tags.filter((tag) => !STRUCTURE.test(tag.split(' = ', 1)[0] ?? '') && !BLANK.test(tag)),
    ]),
  );
}
