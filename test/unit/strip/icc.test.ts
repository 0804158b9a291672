import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { blankProfileIdentity } from '../../../lib/strip/icc.ts';
import { profileFindings } from '../../../lib/strip/icc-findings.ts';
import type { StripOptions } from '../../../lib/strip/types.ts';
import { writeBmp } from '../../fixtures/bmp/bmp.ts';
import { join, u16, u32 } from '../../fixtures/bytes.ts';
import { application, plainGif, readGif, subBlocks, writeGif } from '../../fixtures/gif/gif.ts';
import { assemble, description, multiLanguage, privateProfile } from '../../fixtures/icc.ts';
import { box } from '../../fixtures/isobmff/boxes.ts';
import { coded, SIZE, writeStill } from '../../fixtures/isobmff/still.ts';
import { plainJpeg, segment, withSegments } from '../../fixtures/jpeg.ts';
import { chunk, plainPng, withChunks } from '../../fixtures/png.ts';
import { strips, writeTiff } from '../../fixtures/tiff/tiff.ts';
import { plainWebp, readWebp, writeWebp } from '../../fixtures/webp.ts';
import { stripped } from './oracles.ts';

/** A header and tags, with nothing that a colour engine needs. `date`: six numbers. */
function profile(tags: Record<string, Uint8Array>, date = [2026, 3, 4, 5, 6, 7]): Uint8Array {
  const header = new Uint8Array(128);
  header.set(Buffer.from('acsp'), 36);
  header.set(join(...date.map((number) => u16(number))), 24);
  return assemble(
    header,
    Object.entries(tags).map(([name, data]) => ({ name, data })),
  );
}

const numbers = (count: number) => new Uint8Array(4 * count).fill(7);
const CURVES: [name: string, tag: Uint8Array, left: Uint8Array | null][] = [
  [
    'a parametric curve',
    join('para', u32(0), u16(3), u16(0), numbers(5)),
    join('para', u32(0), u16(3), u16(0), numbers(5)),
  ],
  ['one of no kind', join('para', u32(0), 'na', u16(0), numbers(5)), null],
  [
    'words in reserved bytes',
    join('para', 'name', u16(0), u16(0), numbers(1)),
    join('para', u32(0), u16(0), u16(0), numbers(1)),
  ],
  [
    'words behind a curve',
    join('curv', u32(0), u32(2), numbers(1), 'name'),
    join('curv', u32(0), u32(2), numbers(1), u32(0)),
  ],
  [
    'words behind a colour',
    join('XYZ ', u32(0), numbers(3), 'name'),
    join('XYZ ', u32(0), numbers(3), u32(0)),
  ],
  [
    'words behind a matrix',
    join('sf32', u32(0), numbers(9), 'name'),
    join('sf32', u32(0), numbers(9), u32(0)),
  ],
];

test.each(CURVES)('of what colours are computed with nothing but the numbers stays: %s', (_, tag, left) => {
  const blank = blankProfileIdentity(profile({ rTRC: tag }));
  expect(blank && Buffer.from(blank).includes(Buffer.from(left ?? tag))).toBe(left && true);
});

const display = join('mmod', u32(0), u32(0x610), u32(0xa0), u32(123_456_789), u32(0));
const mine = profile({
  desc: multiLanguage('Jane’s screen, calibrated'),
  dmnd: description('Fruit Inc.'),
  dmdd: description('Studio 27'),
  mmod: display,
});
const TOLD = [
  { kind: 'device', where: 'ICC ProfileDescription', value: 'Jane’s screen, calibrated' },
  { kind: 'device', where: 'ICC DeviceManufacturer', value: 'Fruit Inc.' },
  { kind: 'device', where: 'ICC DeviceModel', value: 'Studio 27' },
  { kind: 'device', where: 'ICC DisplaySerial', value: '123456789' },
  { kind: 'time', where: 'ICC ProfileDateTime', value: '2026-03-04 05:06:07' },
];

test('the profile of a screen tells of it', () => {
  expect(profileFindings(mine).slice(1)).toEqual(TOLD);
});

test('a profile that everybody has tells of nobody', () => {
  const common = { desc: description('sRGB IEC61966-2.1'), dmnd: description('IEC http://www.iec.ch') };
  expect(profileFindings(profile(common)).map(({ where }) => where)).toEqual(['ICC profile']);
  const p3 = { desc: multiLanguage('Display P3') };
  expect(profileFindings(profile(p3))).toHaveLength(1);
});

test.each([
  ['nothing at all', new Uint8Array(0)],
  ['no profile', new Uint8Array(400).fill(7)],
  ['a table that is cut off', mine.slice(0, 150)],
  ['texts that are cut off', mine.slice(0, 200)],
  ['a number of tags that nobody has', mine.with(128, 0xff)],
  ['a date that is none', profile({ desc: multiLanguage('Mine') }, [9, 99, 99, 99, 99, 99])],
])('%s: no date, no crash', (_, bytes) => {
  expect(profileFindings(bytes)[0]?.where).toBe('ICC profile');
  if (bytes.length < 200) expect(profileFindings(bytes).some(({ kind }) => kind === 'time')).toBe(false);
});

const FILES: [format: string, make: () => Promise<Uint8Array>][] = [
  [
    'JPEG, in two pieces',
    async () =>
      withSegments(
        await plainJpeg(),
        segment(0xe2, 'ICC_PROFILE\0', 1, 2, mine.subarray(0, 99)),
        segment(0xe2, 'ICC_PROFILE\0', 2, 2, mine.subarray(99)),
      ),
  ],
  ['PNG', async () => withChunks(await plainPng(), chunk('iCCP', 'mine', 0, 0, deflateSync(mine)))],
  ['WebP', webp],
  [
    'GIF',
    async () => {
      const { header, blocks } = readGif(await plainGif());
      return writeGif({ header, blocks: [application('ICCRGBG1012', subBlocks(mine)), ...blocks] });
    },
  ],
  ['TIFF', async () => writeTiff({ pages: [{ strips: strips(), fields: [[34675, mine]] }] })],
  ['BMP', async () => writeBmp({ profile: { space: 'DEBM', data: mine } })],
  [
    'AVIF',
    async () => {
      const { data, config } = await coded();
      return writeStill({
        items: [{ id: 1, type: 'av01', data, properties: [0x81, 2, 3] }],
        properties: [config, SIZE, box('colr', 'prof', mine)],
      });
    },
  ],
];

async function webp(): Promise<Uint8Array> {
  const header = { name: 'VP8X', data: join(0x20, 0, 0, 0, 47, 0, 0, 31, 0, 0) };
  return writeWebp([header, { name: 'ICCP', data: mine }, ...readWebp(await plainWebp())]);
}

const OPTIONS: [name: string, options: StripOptions][] = [
  ['kept', {}],
  ['dropped', { keepColourProfile: false }],
];

describe.each(OPTIONS)('a profile that is %s', (_, options) => {
  test.each(FILES)('in %s: what it told of the screen is said', async (_format, make) => {
    const { findings, usable, bytes } = await stripped(await make(), options);
    expect(usable).toBe(true);
    expect(findings).toEqual(expect.arrayContaining(options.keepColourProfile === false ? [TOLD[0]] : TOLD));
    expect(Buffer.from(bytes).includes('Fruit')).toBe(false);
  });
});

test('what a field of the header cannot be is no part of it: words, intent, light', async () => {
  const bad = Buffer.from(await privateProfile());
  bad.write('ABCDEFGHIJKL', 12);
  bad.write('ABCDEFGHIJKLMNOPQRSTUVWX', 56);
  const clean = Buffer.from(blankProfileIdentity(bad) ?? '');
  expect(clean.subarray(12, 24)).toEqual(Buffer.alloc(12));
  expect(clean.subarray(56, 60)).toEqual(Buffer.alloc(4));
  expect(clean.readUInt32BE(64)).toBe(0);
  expect([68, 72, 76].map((at) => clean.readInt32BE(at))).toEqual([0xf6d6, 0x10000, 0xd32d]);
});

test('what a field of the header can be stays as it is', async () => {
  const good = Buffer.from(await privateProfile());
  good.writeUInt32BE(3, 64);
  good.writeInt32BE(0xf6d5, 68);
  const clean = Buffer.from(blankProfileIdentity(good) ?? '');
  expect(clean.subarray(8, 24)).toEqual(good.subarray(8, 24));
  expect(clean.subarray(60, 80)).toEqual(good.subarray(60, 80));
});
