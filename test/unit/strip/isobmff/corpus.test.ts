import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasPerl } from '../exiftool.ts';
import { stripped } from '../oracles.ts';
import { privateBoxTags } from './exiftool.ts';
import { heifPictures } from './heif-decoder.ts';

const SHARED = new URL('../../../../../shared/images', import.meta.url).pathname;
const has = existsSync(SHARED);
if (!has) console.warn(`SKIPPED: no collection of real HEIC, AVIF, MP4 and MOV files at ${SHARED}.`);

const FILES: [name: string, path: string][] = (
  has ? readdirSync(SHARED, { recursive: true, encoding: 'utf8' }) : []
)
  .filter((path) => /\.(?:hei[cf]|avif|mp4|mov)$/i.test(path))
  .toSorted()
  .map((path) => [path, join(SHARED, path)]);

/** Made to break decoders, cut down to their headers, or in a form that is not supported: they have to be held. */
const HELD = [
  'exiftool--exiftool/t__images__QuickTime.mov',
  'strukturag--libheif/fuzzing__data__corpus__clap-overflow-divide-zero.heic',
  'strukturag--libheif/fuzzing__data__corpus__clusterfuzz-testcase-minimized-file-fuzzer-5718632116518912.heic',
  'strukturag--libheif/fuzzing__data__corpus__github_44.heic',
  'strukturag--libheif/fuzzing__data__corpus__region-mask-missing-refs.heic',
  'strukturag--libheif/tests__data__simple_osm_tile_alpha.avif',
  'strukturag--libheif/tests__data__simple_osm_tile_meta.avif',
];

const read = (path: string) => new Uint8Array(readFileSync(path));

describe.runIf(has)('real files', () => {
  test.each(FILES)('%s', async (name, path) => {
    const original = read(path);
    const clean = await stripped(original);
    expect(clean.usable).toBe(!HELD.includes(name));
    if (!clean.usable) {
      expect(clean.bytes).toEqual(original);
      return;
    }
    expect(clean.problems).toEqual([]);
    if (/^(?:heif|avif)$/.test(clean.format))
      expect(await heifPictures(clean.bytes)).toEqual(await heifPictures(original));
    const twice = await stripped(clean.bytes);
    expect(twice).toMatchObject({ status: 'clean', findings: [] });
    expect(twice.bytes).toEqual(clean.bytes);
  });

  test.runIf(hasPerl)('ExifTool finds nothing private in any of them', async () => {
    const cleaned: Record<string, Uint8Array> = {};
    for (const [name, path] of FILES.filter(([each]) => !HELD.includes(each)))
      cleaned[name] = (await stripped(read(path))).bytes;
    const found = Object.entries(privateBoxTags(cleaned));
    expect(found.length).toBe(FILES.length - HELD.length);
    expect(found.filter(([, tags]) => tags.length > 0)).toEqual([]);
  });
});
