import { describe, expect, test } from 'vitest';
import { leaks } from '../../../fixtures/canary.ts';
import { content } from '../../../fixtures/isobmff/boxes.ts';
import { itemTypes, plainAvif, privateStill } from '../../../fixtures/isobmff/still.ts';
import { hasPerl } from '../exiftool.ts';
import { shown, stripped } from '../oracles.ts';
import { privateBoxTags } from './exiftool.ts';

const FIXTURES: [name: string, make: () => Promise<Uint8Array>][] = [
  ['as sharp writes it', plainAvif],
  ['a canary in every private place', privateStill],
  ['locations of version 0', () => privateStill({ ilocVersion: 0 })],
  ['locations of version 2 and wide item numbers', () => privateStill({ ilocVersion: 2, areIdsWide: true })],
  ['media data before its description', () => privateStill({ isMediaFirst: true })],
];

describe.each(FIXTURES)('AVIF: %s', (_, make) => {
  test('no private data is left, and the picture is the same', async () => {
    const original = await make();
    const clean = await stripped(original);
    expect(clean).toMatchObject({ format: 'avif', problems: [], usable: true });
    expect(leaks(clean.bytes)).toEqual([]);
    expect(await shown(clean.bytes)).toEqual(await shown(original));
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(await make());
    const twice = await stripped(once.bytes);
    expect(twice).toMatchObject({ status: 'clean', findings: [], removedBytes: 0 });
    expect(twice.bytes).toEqual(once.bytes);
  });

  test.runIf(hasPerl)('ExifTool finds nothing private', async () => {
    const { bytes } = await stripped(await make());
    expect(privateBoxTags({ clean: bytes })).toEqual({ clean: [] });
  });
});

test('what was found is told in words', async () => {
  const { findings } = await stripped(await privateStill());
  expect(findings).toEqual(
    expect.arrayContaining([
      { kind: 'location', where: 'EXIF GPSLatitude', value: '51.5014, -0.1419' },
      { kind: 'thumbnail', where: 'HEIF thumbnail' },
      { kind: 'provenance', where: 'C2PA uuid', value: 'provenance manifest (C2PA)' },
      { kind: 'trailing', where: 'QuickTime mpvd', value: 'a video (Motion Photo)' },
      { kind: 'trailing', where: 'QuickTime sefd', value: 'Samsung camera data' },
      { kind: 'device', where: 'QuickTime CompatibleBrands', value: 'CAEP' },
      expect.objectContaining({ where: 'XMP dc:creator' }),
      expect.objectContaining({ where: 'ICC profile' }),
      expect.objectContaining({ where: 'after the end' }),
    ]),
  );
});

test('pictures that nobody is shown are emptied with what is said of the picture', async () => {
  const { bytes } = await stripped(await privateStill());
  expect(itemTypes(bytes)).toEqual(['av01', ...Array(7).fill('free')]);
});

test('everything keeps its place', async () => {
  const original = await privateStill({ isMediaFirst: true });
  const { bytes, removedBytes } = await stripped(original);
  const places = (file: Uint8Array) => content(content(file, 'meta').slice(4), 'iloc');
  expect(places(bytes)).toEqual(places(original));
  expect(removedBytes).toBeGreaterThan(original.length - bytes.length);
});

test('the colour profile goes when it is not wanted', async () => {
  const { bytes } = await stripped(await privateStill(), { keepColourProfile: false });
  expect(Buffer.from(bytes).includes('acsp')).toBe(false);
  expect(leaks(bytes)).toEqual([]);
});
