import { recognize } from '../../../lib/strip/index.ts';
import type { Format } from '../../../lib/strip/types.ts';
import { corpusFiles } from '../../corpus/files.ts';
import { decoded } from '../../corpus/oracles.ts';
import { leftInside } from '../../corpus/private-tags.ts';
import { MAT2, mat2All } from './mat2.ts';
import type { Row } from './speed.ts';
import { EXIFTOOL_CAREFUL, exiftoolAll, OURS, PEERS, type Tool } from './tools.ts';

type Files = Record<string, Uint8Array>;

/** What other tools leave by intent, and what tells nobody anything: not held against them. */
const HARMLESS =
  /^(?:ICC|XMP-x:XMPToolkit|IFD\d:(?:[XY]Resolution|ResolutionUnit|YCbCrPositioning)|ExifIFD:(?:ExifVersion|ComponentsConfiguration|FlashpixVersion|ColorSpace|ExifImage(?:Width|Height)|Gamma)|InteropIFD:|PNG:ProfileName)/;

const UNDECODABLE = JSON.stringify('undecodable');

/** What each tool makes of the same real files that ExifTool finds private tags in, by format. */
export async function quality(formats: readonly Format[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const format of formats) {
    const files = await privateFiles(format);
    const pixels = await decodedAll(format, files);
    for (const [tool, clean] of await outputs(format, files))
      rows.push(await judged(format, tool, files, clean, pixels));
  }
  return rows;
}

/** Real files of a format that can be decoded and have something private in them. */
async function privateFiles(format: Format): Promise<Files> {
  const files: Files = {};
  for (const { name, read } of corpusFiles()) {
    const bytes = name.startsWith('fixture') ? new Uint8Array(0) : await read();
    if (recognize(bytes.subarray(0, 4096), bytes.length) === format) files[name] = bytes;
  }
  const found = tagsOf(format, files);
  const isPrivate = (name: string) => found[name]?.some((tag) => !HARMLESS.test(tag));
  return Object.fromEntries(Object.entries(files).filter(([name]) => isPrivate(name)));
}

async function outputs(format: Format, files: Files): Promise<[tool: string, clean: Files][]> {
  const all: [string, Files][] = [['Meshwarden', await run(OURS, files)]];
  all.push(['ExifTool 13.59, careful', exiftoolAll(files, EXIFTOOL_CAREFUL)]);
  all.push(['ExifTool 13.59, -all=', exiftoolAll(files, '-all=')]);
  if (MAT2) all.push([MAT2, mat2All(files, format, [])]);
  if (MAT2) all.push([`${MAT2}, lightweight`, mat2All(files, format, ['-L'])]);
  for (const [name, tool] of Object.entries(PEERS)) all.push([name, await run(tool, files)]);
  return all;
}

async function run(tool: Tool, files: Files): Promise<Files> {
  const clean: Files = {};
  for (const [name, bytes] of Object.entries(files)) {
    const result = await tool(new Uint8Array(bytes)).catch(() => undefined);
    if (result) clean[name] = result;
  }
  return clean;
}

async function judged(
  format: Format,
  tool: string,
  files: Files,
  clean: Files,
  pixels: Map<string, string>,
): Promise<Row> {
  const found = tagsOf(format, clean);
  const names = Object.keys(clean);
  const leaks = names.filter((name) => found[name]?.some((tag) => !HARMLESS.test(tag)) ?? true);
  const named = names.filter((name) => !leaks.includes(name) && found[name]?.some((tag) => /^ICC/.test(tag)));
  let changed = 0;
  for (const [name, after] of await decodedAll(format, clean))
    if (isChanged(pixels.get(name), after)) changed++;
  const [all, out] = [Object.keys(files).length, Object.keys(clean).length];
  return {
    format,
    tool,
    files: String(all),
    clean: String(out - leaks.length),
    leak: String(leaks.length),
    'names in profile': String(named.length),
    'no output': String(all - out),
    'looks different': String(changed),
  };
}

function isChanged(before: string | undefined, after: string): boolean {
  return before !== UNDECODABLE && before !== after;
}

async function decodedAll(format: Format, files: Files): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const [name, bytes] of Object.entries(files))
    all.set(name, JSON.stringify(await decoded(format, bytes)) ?? '');
  return all;
}

function tagsOf(format: Format, files: Files): Record<string, string[]> {
  return leftInside(
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, { format, bytes }])),
  );
}
