import { expect, test } from 'vitest';
import type { Finding } from '../../../../lib/strip/types.ts';
import { join, u32 } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import { exifBlock, phoneExif } from '../../../fixtures/exif.ts';
import { privateProfile } from '../../../fixtures/icc.ts';
import { box, content, fullBox } from '../../../fixtures/isobmff/boxes.ts';
import {
  MANIFEST,
  notesTrack,
  pictureTrack,
  privateMovie,
  writeMovie,
} from '../../../fixtures/isobmff/movie.ts';
import {
  coded,
  type ItemPlan,
  itemTypes,
  plainAvif,
  privateStill,
  SIZE,
  type StillPlan,
  writeStill,
  XMP_TYPE,
} from '../../../fixtures/isobmff/still.ts';
import { xmpPacket } from '../../../fixtures/xmp.ts';
import { shown, stripped } from '../oracles.ts';

type Row = [failure: string, make: () => Promise<Uint8Array>, told: Partial<Finding>];

const exif = (data: Uint8Array): ItemPlan => ({ id: 2, type: 'Exif', data, isHidden: true });
const withOffset = join(u32(6), 'Exif\0\0', phoneExif(6));
const auxiliary = (kind: string) => fullBox('auxC', 0, 0, kind, 0);
const MAP = 'urn:com:apple:photo:2020:aux:hdrgainmap';

/** A picture, and what a plan puts beside it. Its properties: how to decode it, its size, one more. */
async function still(
  more: ItemPlan[],
  plan: Partial<StillPlan> = {},
  property?: Uint8Array,
): Promise<Uint8Array> {
  const { data, config } = await coded();
  const own: ItemPlan = { id: 1, type: 'av01', data, properties: property ? [0x81, 2, 3] : [0x81, 2] };
  const properties = [config, SIZE, ...(property ? [property] : [])];
  return writeStill({ items: [own, ...more], properties, ...plan });
}

/** A second picture that belongs to the first. */
async function beside(type: string, property?: Uint8Array, packet = canary('its XMP')): Promise<Uint8Array> {
  const { data } = await coded(1);
  const properties = property ? [0x81, 2, 3] : [0x81, 2];
  const xmp = { id: 3, type: 'mime', rest: XMP_TYPE, data: join(packet), isHidden: true };
  const references: StillPlan['references'] = [
    [
      [type, 2, [1]],
      ['cdsc', 3, [2]],
    ],
  ];
  const config = (await coded()).config;
  const plan = { references, properties: [config, SIZE, ...(property ? [property] : [])] };
  return still([{ id: 2, type: 'av01', data, properties, isHidden: true }, xmp], plan);
}

const behind = async (...boxes: Uint8Array[]) => join(await plainAvif(), ...boxes);

/** What users of other tools ran into with still pictures: each of these was a bug somewhere. */
const FAILURES: Row[] = [
  [
    'description of the picture behind the media data',
    () => privateStill({ isMediaFirst: true }),
    { kind: 'location' },
  ],
  ['two boxes of references', () => privateStill(), { where: 'HEIF thumbnail' }],
  ['wide item numbers', () => privateStill({ areIdsWide: true, ilocVersion: 2 }), { kind: 'location' }],
  ['Exif item with its offset', () => still([exif(withOffset)]), { value: '51.5014, -0.1419' }],
  ['Exif item without its offset', () => still([exif(phoneExif(6))]), { value: '51.5014, -0.1419' }],
  [
    'Exif item in two pieces',
    () => still([{ ...exif(withOffset), isSplit: true }]),
    { value: '51.5014, -0.1419' },
  ],
  ['Exif item with a wrong offset', () => still([exif(join(u32(9_999), phoneExif(6)))]), { where: 'EXIF' }],
  [
    'Exif item of no length',
    () => still([exif(join())], { name: canary('the handler') }),
    { kind: 'software' },
  ],
  [
    'turned by the file and again by Exif',
    () => still([exif(withOffset)], {}, box('irot', 1)),
    { kind: 'location' },
  ],
  ['mirrored', () => still([exif(withOffset)], {}, box('imir', 1)), { kind: 'location' }],
  ['dates in the colour profile', async () => profiled(), { where: 'ICC profile' }],
  ['preview of the uncropped photo', () => beside('thmb'), { kind: 'thumbnail' }],
  ['map of depths', () => beside('auxl', auxiliary('urn:mpeg:hevc:2015:auxid:2')), { value: '2' }],
  ['XMP of the gain map', () => beside('auxl', auxiliary(MAP)), { where: 'XMP' }],
  ['motion photo', () => behind(box('mpvd', canary('mpvd'))), { value: 'a video (Motion Photo)' }],
  ['Samsung trailer', () => behind(box('sefd', canary('sefd'))), { value: 'Samsung camera data' }],
  ['C2PA in a box without a name', () => behind(MANIFEST), { kind: 'provenance' }],
  ['data behind the last box', () => behind(join('\0\0\0\0\0\0\0\0', canary('it'))), { kind: 'trailing' }],
  ['PDF behind the last box', () => behind(join('%PDF-1.7\n', canary('it'))), { value: 'a PDF document' }],
  ['web page behind the last box', () => behind(join('<html>\0\0', canary('it'))), { value: 'a web page' }],
];

async function profiled(): Promise<Uint8Array> {
  return still([], {}, box('colr', 'prof', await privateProfile()));
}

test.each(FAILURES)('%s', async (_, make, told) => {
  const original = await make();
  const clean = await stripped(original);
  expect(clean).toMatchObject({ status: 'stripped', problems: [] });
  expect(clean.findings).toContainEqual(expect.objectContaining(told));
  expect(leaks(clean.bytes)).toEqual([]);
  expect(await shown(clean.bytes)).toEqual(await shown(original));
  expect((await stripped(clean.bytes)).status).toBe('clean');
});

test('the gain map stays, the map of depths goes', async () => {
  const kept = async (kind: string) =>
    itemTypes((await stripped(await beside('auxl', auxiliary(kind)))).bytes);
  expect(await kept(MAP)).toEqual(['av01', 'av01', 'mime']);
  expect(await kept('urn:mpeg:mpegB:cicp:systems:auxiliary:alpha')).toEqual(['av01', 'av01', 'free']);
  expect(await kept('urn:mpeg:hevc:2015:auxid:2')).toEqual(['av01', 'free', 'free']);
  expect(await kept('urn:com:apple:photo:2018:aux:portraiteffectsmatte')).toEqual(['av01', 'free', 'free']);
});

test('the gain map goes with its XMP when it is not wanted', async () => {
  const { bytes } = await stripped(await beside('auxl', auxiliary(MAP)), { keepHdr: false });
  expect(itemTypes(bytes)).toEqual(['av01', 'free', 'free']);
});

test('a picture for HDR screens, made of another and a gain map, stays or goes with its map', async () => {
  const { data, config } = await coded();
  const own: ItemPlan = { id: 1, type: 'av01', data, properties: [0x81, 2] };
  const original = writeStill({
    items: [own, { id: 2, type: 'tmap', data: join('tone map') }, { ...own, id: 3, isHidden: true }],
    properties: [config, SIZE],
    references: [[['dimg', 2, [1, 3]]]],
  });
  expect(itemTypes((await stripped(original)).bytes)).toEqual(['av01', 'tmap', 'av01']);
  const { bytes } = await stripped(original, { keepHdr: false });
  expect(itemTypes(bytes)).toEqual(['av01', 'free', 'free']);
  expect(await shown(bytes)).toEqual(await shown(original));
});

test('how bright a gain map makes the picture stays, the rest of its XMP goes', async () => {
  const number = '<HDRGainMap:HDRGainMapVersion>65536</HDRGainMap:HDRGainMapVersion>';
  const packet = `${xmpPacket()}${number}<a HDRGainMap:HDRGainMapHeadroom="3.25" b="${canary('XMP')}"/>`;
  const { bytes, findings } = await stripped(await beside('auxl', auxiliary(MAP), packet));
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toContain('HDRGainMap:HDRGainMapVersion="65536" HDRGainMap:HDRGainMapHeadroom="3.25"/>');
  expect(findings).toContainEqual(expect.objectContaining({ where: 'XMP dc:creator' }));
  expect(leaks(bytes)).toEqual([]);
  expect((await stripped(bytes)).status).toBe('clean');
});

test('credit lines stay for those who ask', async () => {
  const { bytes, findings } = await stripped(await still([exif(withOffset)]), { keepCopyright: true });
  const left = Buffer.from(bytes).toString('latin1');
  expect(left).toContain(canary('Artist'));
  expect(left).toContain(canary('Copyright'));
  expect(left.replaceAll(/MWCANARY in (?:Artist|Copyright)/g, '')).not.toContain('MWCANARY');
  expect(itemTypes(bytes)).toEqual(['av01', 'Exif']);
  const places = findings.map(({ where }) => where);
  expect(places).toContain('EXIF GPSLatitude');
  expect(places).not.toContain('EXIF Copyright');
  expect((await stripped(bytes, { keepCopyright: true })).status).toBe('clean');
});

test('an Exif item without credit lines is left empty for those who ask for them', async () => {
  const plain = exif(join(u32(0), exifBlock({ ifd0: [[0x010e, canary('ImageDescription')]] })));
  const { bytes } = await stripped(await still([plain]), { keepCopyright: true });
  expect(leaks(bytes)).toEqual([]);
  expect((await stripped(bytes, { keepCopyright: true })).status).toBe('clean');
});

test('a picture put together from tiles that stand in the description keeps its plan and its tiles', async () => {
  const { data, config } = await coded();
  const plan = join(0, 0, 0, 1, 0, 96, 0, 32);
  const tile = (id: number): ItemPlan => ({ id, type: 'av01', data, properties: [0x81, 2], isHidden: true });
  const original = writeStill({
    items: [
      { id: 1, type: 'grid', data: plan, properties: [3], isInner: true },
      tile(2),
      tile(3),
      { id: 4, type: 'uri ', rest: join('\0urn:x\0'), data: join(canary('inner')), isInner: true },
    ],
    properties: [config, SIZE, fullBox('ispe', 0, 0, u32(96), u32(32))],
    references: [[['dimg', 1, [2, 3]]]],
  });
  const { bytes } = await stripped(original);
  expect(itemTypes(bytes)).toEqual(['grid', 'av01', 'av01', 'free']);
  expect(leaks(bytes)).toEqual([]);
  expect(await shown(bytes)).toEqual(await shown(original));
});

test('offsets of a video with its description first stay true', async () => {
  const original = privateMovie({ isWide: true });
  const { bytes } = await stripped(original);
  const start = Buffer.from(bytes).indexOf('co64') + 12;
  const first = Number(Buffer.from(bytes).readBigUInt64BE(start));
  expect(Buffer.from(bytes).toString('latin1', first, first + 11)).toBe('PICTURE one');
  expect(content(bytes, 'moov').length).toBe(content(original, 'moov').length);
});

test('GoPro: the track of places goes, and its samples with it', async () => {
  const position = join('GPS5l', 20, 0, 1, u32(515_014_000), u32(-1_419_000 >>> 0), new Uint8Array(12));
  const notes = { ...notesTrack(2, 'meta', 'gpmd'), samples: [join('DEVC', canary('it'), position)] };
  const original = writeMovie({ tracks: [pictureTrack(), notes] });
  const { bytes, findings } = await stripped(original);
  expect(findings).toContainEqual({
    kind: 'location',
    where: 'QuickTime track gpmd',
    value: '51.5014, -0.1419',
  });
  expect(leaks(bytes)).toEqual([]);
});
