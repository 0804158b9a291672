import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasPerl } from '../exiftool.ts';
import { shown, stripped } from '../oracles.ts';
import { privateStillTags } from './exiftool.ts';

const SHARED = new URL('../../../../../shared/images', import.meta.url).pathname;
const isThere = existsSync(SHARED);
if (!isThere) console.warn(`SKIPPED: no collection of real pictures at ${SHARED}.`);

const PICTURES: [name: string, path: string][] = isThere
  ? readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:gif|tiff?|bmp|jxl|svg|dng)$/i.test(path))
      .toSorted()
      .map((path) => [path, join(SHARED, path)])
  : [];

test.runIf(isThere)('there are real pictures of each format', () => {
  expect(PICTURES.length).toBeGreaterThan(40);
});

test.each(PICTURES)('%s', async (_, path) => {
  const original = new Uint8Array(readFileSync(path));
  const clean = await stripped(original);
  expect(clean.usable || clean.problems.length > 0).toBe(true);
  if (!clean.usable) return expect(clean.bytes).toEqual(original);
  const before = await shown(original).catch(() => 'undecodable');
  if (before !== 'undecodable') expect(await shown(clean.bytes)).toEqual(before);
  const twice = await stripped(clean.bytes);
  expect(twice.bytes).toEqual(clean.bytes);
  expect(twice.findings).toEqual([]);
  expect(twice.status).toBe(clean.status === 'damaged' ? 'damaged' : 'clean');
});

test.runIf(isThere && hasPerl)('ExifTool finds nothing private in any of them', async () => {
  const cleaned: Record<string, Uint8Array> = {};
  for (const [name, path] of PICTURES) {
    const { usable, problems, bytes } = await stripped(new Uint8Array(readFileSync(path)));
    if (usable && problems.length === 0) cleaned[name] = bytes;
  }
  const found = Object.entries(privateStillTags(cleaned));
  expect(found.length).toBe(Object.keys(cleaned).length);
  expect(found.filter(([, tags]) => tags.length > 0)).toEqual([]);
});
