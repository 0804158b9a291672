import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { join } from '../../fixtures/bytes.ts';
import { canary, leaks } from '../../fixtures/canary.ts';
import { type HdrPlan, hdrJpeg } from '../../fixtures/hdr.ts';
import { trailer } from '../../fixtures/jpeg.ts';
import { hasPerl, privateTags } from './exiftool.ts';
import { shown, stripped } from './oracles.ts';

const PLANS: [name: string, plan: HdrPlan][] = [
  ['tied together in every way', {}],
  ['by the index alone', { announcement: false }],
  ['by the directory alone', { index: false, iso: false }],
  ['with data between and behind', { between: join(canary('between')), behind: trailer() }],
];

/** Where the second picture starts by the index of pictures, and how long it is. */
function byIndex(jpeg: Uint8Array): [number, number] | undefined {
  const bytes = Buffer.from(jpeg);
  const tiffAt = bytes.indexOf('MPF\0') + 4;
  if (tiffAt < 4) return undefined;
  const entries = tiffAt + bytes.readUInt32LE(tiffAt + 8 + 2 + 24 + 8);
  expect(bytes.readUInt32LE(entries + 4)).toBe(tiffAt + bytes.readUInt32LE(entries + 16 + 8));
  return [tiffAt + bytes.readUInt32LE(entries + 16 + 8), bytes.readUInt32LE(entries + 16 + 4)];
}

/** The same by the directory in the XMP, for a picture that ends where its last part starts. */
function byDirectory(jpeg: Uint8Array): number | undefined {
  const length = /Item:Length="(\d+)"/.exec(Buffer.from(jpeg).toString('latin1'))?.[1];
  return length === undefined ? undefined : Number(length);
}

/** The pixels of the gain map as libultrahdr finds it, which needs an index. */
async function gainMapOf(jpeg: Uint8Array): Promise<Buffer | undefined> {
  const { gainMap } = await sharp(jpeg).metadata();
  return gainMap && sharp(gainMap.image).raw().toBuffer();
}

function secondPicture(jpeg: Uint8Array): Uint8Array {
  return jpeg.subarray(Buffer.from(jpeg).indexOf(Buffer.of(0xff, 0xd9, 0xff, 0xd8, 0xff)) + 2);
}

describe.each(PLANS)('an HDR photo, %s', (_, plan) => {
  test('keeps its gain map, cleaned, and nothing else', async () => {
    const original = await hdrJpeg(plan);
    const clean = await stripped(original);
    expect(clean).toMatchObject({ status: 'stripped', problems: [] });
    expect(leaks(clean.bytes)).toEqual([]);
    expect(await shown(clean.bytes)).toEqual(await shown(original));
    const layer = secondPicture(clean.bytes);
    const before = secondPicture(await hdrJpeg({ ...plan, between: join(), behind: join() }));
    expect(await sharp(layer).raw().toBuffer()).toEqual(await sharp(before).raw().toBuffer());
    expect(clean.findings.map(({ where }) => where)).not.toContain('XMP hdrgm:Version');
  });

  test('another reader of such photos finds the same gain map', async () => {
    const original = await hdrJpeg(plan);
    const { bytes } = await stripped(original);
    const [before, after] = [await gainMapOf(original), await gainMapOf(bytes)];
    expect(after).toEqual(before);
    expect(before !== undefined).toBe(plan.index !== false);
  });

  test('what points to the gain map is true', async () => {
    const { bytes } = await stripped(await hdrJpeg(plan));
    const { length } = secondPicture(bytes);
    const places = [byIndex(bytes), byDirectory(bytes)];
    if (plan.index !== false) expect(places[0]).toEqual([bytes.length - length, length]);
    if (plan.announcement !== false) expect(places[1]).toBe(length);
    expect(places.some((place) => place !== undefined)).toBe(true);
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(await hdrJpeg(plan));
    const twice = await stripped(once.bytes);
    expect(twice).toMatchObject({ status: 'clean', findings: [] });
    expect(twice.bytes).toEqual(once.bytes);
  });

  test('without the option it goes whole, and that is said', async () => {
    const original = await hdrJpeg(plan);
    const { bytes, findings } = await stripped(original, { keepHdr: false });
    expect(leaks(bytes)).toEqual([]);
    expect(Buffer.from(bytes).indexOf(Buffer.of(0xff, 0xd9))).toBe(bytes.length - 2);
    expect(Buffer.from(bytes).includes('hdrgm')).toBe(false);
    expect(findings.map(({ where }) => where)).toContain(
      plan.announcement === false ? 'JPEG HDR gain map' : 'XMP hdrgm:Version',
    );
  });

  test.runIf(hasPerl)('ExifTool finds nothing private', async () => {
    const { bytes } = await stripped(await hdrJpeg(plan));
    const found = privateTags({ clean: bytes, layer: secondPicture(bytes) });
    expect(found).toEqual({ clean: [], layer: [] });
  });
});

test('the numbers of the gain map stay as they were', async () => {
  const { bytes } = await stripped(await hdrJpeg());
  const text = Buffer.from(secondPicture(bytes)).toString('latin1');
  for (const kept of [
    'hdrgm:GainMapMax="2.5"',
    'hdrgm:Gamma="1.25"',
    '<hdrgm:GainMapMin><rdf:Seq><rdf:li>-0.1</rdf:li><rdf:li>0</rdf:li><rdf:li>1e-3</rdf:li></rdf:Seq></hdrgm:GainMapMin>',
  ]) {
    expect(text).toContain(kept);
  }
});

const UNSAFE: [name: string, make: () => Promise<Uint8Array>][] = [
  ['a gain map that is cut off', async () => (await hdrJpeg()).slice(0, -200)],
  [
    'words where a number belongs',
    () =>
      hdrJpeg({ iso: false, numbers: { attributes: `hdrgm:GainMapMax="${canary('it')}"`, elements: '' } }),
  ],
  [
    'no word on how bright it is',
    () => hdrJpeg({ iso: false, numbers: { attributes: 'hdrgm:Gamma="1"', elements: '' } }),
  ],
  ['an index and a directory that point nowhere', async () => withoutSecond(await hdrJpeg())],
];

function withoutSecond(jpeg: Uint8Array): Uint8Array {
  return join(jpeg.subarray(0, jpeg.length - secondPicture(jpeg).length), canary('no picture'));
}

test.each(UNSAFE)('%s: the gain map goes whole, and that is said', async (_, make) => {
  const original = await make();
  const clean = await stripped(original);
  expect(clean).toMatchObject({ status: 'stripped', problems: [] });
  expect(leaks(clean.bytes)).toEqual([]);
  expect(Buffer.from(clean.bytes).includes('hdrgm')).toBe(false);
  expect(Buffer.from(clean.bytes).includes('MPF')).toBe(false);
  expect(clean.findings.map(({ where }) => where)).toContain('XMP hdrgm:Version');
  expect(await shown(clean.bytes)).toEqual(await shown(original));
});

test('an Apple gain map, which needs what stands in the maker note, goes and that is said', async () => {
  const layer = '\xff\xd8\xff and urn:com:apple:photo:2020:aux:hdrgainmap';
  const { findings } = await stripped(
    join(await hdrJpeg({ announcement: false, iso: false, index: false }), layer),
  );
  expect(findings).toContainEqual(expect.objectContaining({ value: expect.stringContaining('HDR layer') }));
});
