import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasPerl, privateTags } from './exiftool.ts';
import { shown, stripped } from './oracles.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
const SHARED = join(ROOT, '../shared/images');
if (!existsSync(SHARED)) console.warn(`SKIPPED: no collection of real pictures at ${SHARED}.`);

const PICTURES: [name: string, path: string][] = [
  ...pictures(join(ROOT, 'node_modules/exif/test')),
  ...pictures(SHARED),
];

function pictures(folder: string): [string, string][] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:jpe?g|png|webp)$/i.test(path),
  );
  return paths.toSorted().map((path) => [path, join(folder, path)]);
}

test('there are real pictures to look at', () => {
  expect(PICTURES.length).toBeGreaterThanOrEqual(10);
});

describe('real pictures', () => {
  test.each(PICTURES)('%s', async (_, path) => {
    const original = new Uint8Array(readFileSync(path));
    const clean = await stripped(original);
    expect(clean.usable || clean.problems.length > 0).toBe(true);
    if (!clean.usable) return expect(clean.bytes).toEqual(original);
    const before = await shown(original).catch(() => 'undecodable');
    if (before !== 'undecodable') expect(await shown(clean.bytes)).toEqual(before);
    const twice = await stripped(clean.bytes);
    expect(twice.bytes).toEqual(clean.bytes);
    expect(twice.status).toBe(clean.status === 'damaged' ? 'damaged' : 'clean');
  });

  test.runIf(hasPerl)('ExifTool finds nothing private in any of them', async () => {
    const cleaned: Record<string, Uint8Array> = {};
    for (const [name, path] of PICTURES) {
      const { usable, problems, bytes } = await stripped(new Uint8Array(readFileSync(path)));
      if (usable && problems.length === 0) cleaned[name] = bytes;
    }
    const found = Object.entries(privateTags(cleaned));
    expect(found.length).toBe(Object.keys(cleaned).length);
    expect(found.filter(([, tags]) => tags.length > 0)).toEqual([]);
  });
});
