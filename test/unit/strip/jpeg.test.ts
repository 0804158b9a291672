import { describe, expect, test } from 'vitest';
import { u16 } from '../../fixtures/bytes.ts';
import { leaks } from '../../fixtures/canary.ts';
import { phoneExif } from '../../fixtures/exif.ts';
import {
  cmykJpeg,
  exifSegment,
  phoneJpeg,
  plainJpeg,
  privateJpeg,
  segment,
  withSegments,
} from '../../fixtures/jpeg.ts';
import { hasPerl, privateTags } from './exiftool.ts';
import { shown, stripped } from './oracles.ts';

const FIXTURES: [name: string, make: () => Promise<Uint8Array>][] = [
  ['a phone picture', phoneJpeg],
  ['a canary in every private place', privateJpeg],
  ['progressive', () => plainJpeg({ progressive: true })],
  ['CMYK', cmykJpeg],
];

describe.each(FIXTURES)('JPEG: %s', (_, make) => {
  test('no private data is left, and the picture is the same', async () => {
    const original = await make();
    const clean = await stripped(original);
    expect(clean.problems).toEqual([]);
    expect(leaks(clean.bytes)).toEqual([]);
    expect(await shown(clean.bytes)).toEqual(await shown(original));
    expect(original.length - clean.bytes.length).toBe(clean.removedBytes);
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(await make());
    const twice = await stripped(once.bytes);
    expect(twice.status).toBe('clean');
    expect(twice.findings).toEqual([]);
    expect(twice.removedBytes).toBe(0);
    expect(twice.bytes).toEqual(once.bytes);
  });

  test.runIf(hasPerl)('ExifTool finds nothing private', async () => {
    const { bytes } = await stripped(await make());
    expect(privateTags({ clean: bytes })).toEqual({ clean: [] });
  });
});

test('the fixture does plant what the tests look for', async () => {
  const original = await privateJpeg();
  expect(leaks(original).length).toBeGreaterThan(0);
  expect(Object.keys(privateTags({ original }).original ?? {}).length).toBeGreaterThan(hasPerl ? 40 : 0);
});

test('what was found is told in words', async () => {
  const { findings, status, format } = await stripped(await phoneJpeg());
  expect({ status, format }).toEqual({ status: 'stripped', format: 'jpeg' });
  const told = (where: string) => findings.find((finding) => finding.where === where);
  expect(told('EXIF GPSLatitude')).toEqual({
    kind: 'location',
    where: 'EXIF GPSLatitude',
    value: '51.5014, -0.1419',
  });
  expect(told('EXIF BodySerialNumber')).toMatchObject({ kind: 'device', value: 'SN-0042' });
  expect(told('EXIF LensSerialNumber')).toMatchObject({ kind: 'device', value: 'LENS-0007' });
  expect(told('EXIF DateTimeOriginal')).toMatchObject({ kind: 'time', value: '2026:03:04 05:06:07' });
  expect(told('EXIF Artist')).toMatchObject({ kind: 'person', value: 'MWCANARY in Artist' });
  expect(told('EXIF XPAuthor')).toMatchObject({ kind: 'person', value: 'MWCANARY in XPAuthor' });
  expect(told('EXIF UserComment')).toMatchObject({ kind: 'comment', value: 'MWCANARY in UserComment' });
  expect(told('EXIF MakerNote')).toMatchObject({ kind: 'device' });
  expect(told('EXIF ThumbnailImage')).toMatchObject({ kind: 'thumbnail' });
  expect(told('XMP aux:SerialNumber')).toMatchObject({ kind: 'device', value: 'AUX-0099' });
  expect(told('XMP dc:creator')).toMatchObject({ kind: 'person', value: 'MWCANARY in dc:creator' });
  expect(told('ICC profile')).toBeDefined();
});

test('every private place is told of', async () => {
  const { findings } = await stripped(await privateJpeg());
  const places = new Set(findings.map(({ where }) => where));
  for (const where of [
    'JPEG JFIF',
    'JPEG JFXX',
    'JPEG COM',
    'JPEG MPF',
    'JPEG FLIR',
    'JPEG JUMBF',
    'JPEG APP4',
    'IPTC By-line',
  ]) {
    expect(places).toContain(where);
  }
  expect(places).toContain('Photoshop thumbnail');
  expect(places).toContain('between JPEG segments');
  const trailing = findings.filter(({ kind }) => kind === 'trailing').map(({ value }) => value);
  expect(trailing).toEqual(
    expect.arrayContaining([
      'another picture after the end',
      'a video (Motion Photo)',
      'a ZIP archive',
      'Samsung camera data',
    ]),
  );
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i stays', async (orientation) => {
  for (const littleEndian of [true, false]) {
    const original = withSegments(await plainJpeg(), exifSegment(phoneExif(orientation, littleEndian)));
    expect(await shown((await stripped(original)).bytes)).toEqual(await shown(original));
  }
});

test('a picture with nothing private keeps its bytes, its name and its type, not its time', async () => {
  const original = await plainJpeg();
  const { file, status, bytes } = await stripped(original);
  expect(status).toBe('clean');
  expect(bytes).toEqual(original);
  expect(file.name).toBe('a picture');
  expect(file.lastModified).toBeGreaterThan(1_000_000_000_000);
  expect((await stripped(original, { freshTimestamp: false })).file.lastModified).toBe(1_000_000_000_000);
});

test('the density in JFIF stays, its preview goes', async () => {
  const jfif = segment(0xe0, 'JFIF\0', 1, 2, 1, u16(200), u16(200), 2, 2, 'MWCANARY....');
  const { bytes, findings } = await stripped(withSegments(await plainJpeg(), jfif));
  expect(bytes.slice(2, 20)).toEqual(segment(0xe0, 'JFIF\0', 1, 2, 1, u16(200), u16(200), 0, 0));
  expect(findings).toEqual([{ kind: 'thumbnail', where: 'JPEG JFIF' }]);
});

test('credit stays when it is wanted, and is not told of', async () => {
  const { bytes, findings } = await stripped(await phoneJpeg(), { keepCopyright: true });
  expect(leaks(bytes)).toHaveLength(1);
  expect(Buffer.from(bytes).includes('MWCANARY in Artist')).toBe(true);
  expect(findings.map(({ where }) => where)).not.toContain('EXIF Artist');
  expect((await stripped(bytes, { keepCopyright: true })).status).toBe('clean');
});

test('the colour profile goes when it is not wanted', async () => {
  const { bytes } = await stripped(await phoneJpeg(), { keepColourProfile: false });
  expect(Buffer.from(bytes).includes('ICC_PROFILE')).toBe(false);
});
