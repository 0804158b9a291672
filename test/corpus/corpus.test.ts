import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { StripResult } from '../../lib/strip/types.ts';
import { leaks } from '../fixtures/canary.ts';
import { hasPerl } from '../unit/strip/exiftool.ts';
import { stripped } from '../unit/strip/oracles.ts';
import { type CorpusFile, corpusFiles, hasShared } from './files.ts';
import { HELD } from './held.ts';
import { decoded } from './oracles.ts';
import { type Cleaned, leftInside } from './private-tags.ts';

if (!hasShared)
  console.warn('SKIPPED: no collection of real files beside the project, so only few were looked at.');

const FILES = corpusFiles();
const cleaned: Record<string, Cleaned> = {};

test('there are real files to look at', () => {
  expect(FILES.length).toBeGreaterThan(20);
});

describe('every file', () => {
  // libheif tells there of each picture that it has no decoder for.
  beforeAll(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
  afterAll(() => void vi.restoreAllMocks());

  test.each(FILES.map((file): [string, CorpusFile] => [file.name, file]))('%s', async (name, { read }) => {
    const original = await read();
    const once = await stripped(original);
    if (HELD[name]) return expectHeld(once, HELD[name], original);
    expect(once.usable).toBe(true);
    expect(leaks(once.bytes)).toEqual([]);
    const before = await decoded(once.format, original);
    if (before !== 'undecodable') expect(await decoded(once.format, once.bytes)).toEqual(before);
    const twice = await stripped(once.bytes);
    expect(twice.bytes).toEqual(once.bytes);
    expect(twice).toMatchObject({ status: once.problems.length > 0 ? 'damaged' : 'clean', findings: [] });
    cleaned[name] = once;
  });

  test.runIf(hasPerl)('holds nothing private by what ExifTool reads', () => {
    const found = Object.entries(leftInside(cleaned));
    expect(found.length).toBe(Object.keys(cleaned).length);
    expect(found.filter(([, tags]) => tags.length > 0)).toEqual([]);
  });
});

function expectHeld(result: StripResult & { bytes: Uint8Array }, why: RegExp, original: Uint8Array): void {
  expect(result.usable).toBe(false);
  expect(result.problems.join(' ')).toMatch(why);
  expect(result.bytes).toEqual(original);
}
