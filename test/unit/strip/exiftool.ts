import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EXIFTOOL = new URL('../../../node_modules/exiftool-vendored.pl/bin/exiftool', import.meta.url).pathname;

/** ExifTool is a Perl program. Without perl its tests cannot run, and say so. */
export const hasPerl = spawnSync('perl', ['-v']).status === 0;
if (!hasPerl) console.warn('SKIPPED: no perl here, so ExifTool did not look at the clean files.');

/** Tags that say how to draw the picture, or what ExifTool itself sees from outside. */
const STRUCTURE = new RegExp(
  `^(?:SourceFile|System:.*|ExifTool:ExifToolVersion|JFIF:(?:JFIFVersion|ResolutionUnit|XResolution|YResolution)
  |File:(?:FileType|FileTypeExtension|MIMEType|ExifByteOrder|ImageWidth|ImageHeight|EncodingProcess|BitsPerSample|ColorComponents
  |YCbCrSubSampling)|Composite:(?:ImageSize|Megapixels)|IFD0:Orientation|Adobe:.*|RIFF:(?:WebP_Flags|ImageWidth|ImageHeight|VP8Version
  |HorizontalScale|VerticalScale|Alpha.*|AnimationLoopCount|BackgroundColor|FrameCount|Duration)
  |PNG:(?:ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace|Gamma|Palette|SignificantBits|BackgroundColor
  |Transparency|SRGBRendering|AnimationFrames|AnimationPlays|WhitePoint[XY]|(?:Red|Green|Blue)[XY]|ProfileName)|PNG-pHYs:.*
  |ICC-(?:view|meas|chrm):.*|ICC-header:(?:ProfileVersion|ProfileClass|ColorSpaceData|ProfileConnectionSpace|ProfileFileSignature|CMMFlags
  |DeviceAttributes|RenderingIntent|ConnectionSpaceIlluminant)|ICC_Profile:(?:Media(?:White|Black)Point|(?:Red|Green|Blue|Gray)(?:TRC
  |MatrixColumn)|ICC_Profile_Aa[rgb]g|ChromaticAdaptation|Luminance|Technology|AToB\\d|BToA\\d|Gamut|Preview\\d)
  |XMP-hdrgm:.*|XMP-GContainer:DirectoryItem(?:Mime|Semantic|Length)|MPF0:(?:MPFVersion|NumberOfImages)|MPImage[12]:(?:MPImage(?:2|Flags
  |Format|Type|Length|Start)|DependentImage[12]EntryNumber)|APP2:UniformResourceName|Google:GainMapImage)$`.replaceAll(
    /\s+/g,
    '',
  ),
);
/** What is left of the identity of a profile: nothing, zeros, or a name for nothing. */
const BLANK = /^(?:[\s\0]*|0+|0000:00:00 00:00:00|Unknown \([\s\0]*\)|base64:A*=*)$/;

type Tags = Record<string, unknown>;

/** For each named picture what ExifTool (-G1 -a -u -ee) still finds in it that is private: "group:tag = value". */
export function privateTags(pictures: Record<string, Uint8Array>): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'meshwarden-exiftool-'));
  try {
    const names = Object.keys(pictures);
    names.forEach((name, i) => {
      writeFileSync(join(folder, String(i)), pictures[name] ?? new Uint8Array(0));
    });
    const options = [EXIFTOOL, '-j', '-b', '-G1', '-a', '-u', '-ee', '-q', '-ext', '*', folder];
    const { stdout } = spawnSync('perl', options, { maxBuffer: 1 << 28, encoding: 'utf8' });
    const read = JSON.parse(stdout || '[]') as Tags[];
    const found = read.map((tags): [string, string[]] => {
      const name = names[Number(String(tags.SourceFile).split('/').at(-1))] ?? '?';
      return [
        name,
        Object.entries(tags)
          .filter(isPrivate)
          .map(([tag, value]) => `${tag} = ${String(value).slice(0, 80)}`),
      ];
    });
    return Object.fromEntries(found);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isPrivate([tag, value]: [string, unknown]): boolean {
  if (STRUCTURE.test(tag)) return tag === 'PNG:ProfileName' && value !== 'icc';
  return !(/^ICC/.test(tag) && BLANK.test(String(value)));
}
