import { describe, expect, test, vi } from 'vitest';
import { exifFindings } from '../../../lib/strip/exif.ts';
import { keptExif } from '../../../lib/strip/exif-block.ts';
import { blankProfileIdentity } from '../../../lib/strip/icc.ts';
import { orientationOf } from '../../../lib/strip/ifd.ts';
import { looksLike } from '../../../lib/strip/looks-like.ts';
import { iptcFindings, photoshopFindings } from '../../../lib/strip/photoshop.ts';
import { promptUnder } from '../../../lib/strip/prompts.ts';
import { inWords, size, words } from '../../../lib/strip/words.ts';
import { xmpFindings } from '../../../lib/strip/xmp.ts';
import { deflate, inflate } from '../../../lib/strip/zlib.ts';
import { join, u16, u32 } from '../../fixtures/bytes.ts';
import { leaks } from '../../fixtures/canary.ts';
import { exifBlock, phoneExif } from '../../fixtures/exif.ts';
import { privateProfile } from '../../fixtures/icc.ts';

describe('Exif', () => {
  test('credit stays when it is wanted, and only that', async () => {
    const kept = keptExif(phoneExif(6), { keepCopyright: true }) ?? join();
    const told = (await exifFindings(kept)).map(({ where, value }) => [where, value]);
    expect(told).toEqual([
      ['EXIF Artist', 'MWCANARY in Artist'],
      ['EXIF Copyright', 'MWCANARY in Copyright'],
    ]);
    expect(orientationOf(kept)).toBe(6);
    expect(keptExif(kept, { keepCopyright: true })).toEqual(kept);
  });

  test('a block that points at itself ends', async () => {
    const entry = join(u16(0x8769, true), u16(4, true), u32(1, true), u32(8, true));
    const loop = join('II*\0', u32(8, true), u16(2, true), entry, entry, u32(8, true));
    expect(await exifFindings(loop)).toEqual([
      { kind: 'other', where: 'EXIF', value: 'size and resolution' },
    ]);
  });

  test('thousands of entries that share one value are read once', async () => {
    const name = exifBlock({ ifd0: Array.from({ length: 4_000 }, () => [0x013b, 'the same artist']) });
    const findings = await exifFindings(name);
    expect(findings).toEqual([{ kind: 'person', where: 'EXIF Artist', value: 'the same artist' }]);
  });

  test('directories that overlap do not make a reader of values allocate gigabytes', async () => {
    const field = (tag: number, value: number) =>
      join(u16(tag, true), u16(4, true), u32(1, true), u32(value, true));
    // The second directory starts in the count of the Software entry: making one of its entries harmless changes that count.
    const block = join(
      'II*\0',
      u32(8, true),
      u16(2, true),
      field(0x8769, 26),
      field(0x0131, 7),
      new Uint8Array(30),
    );
    expect(await longestArray(block)).toBeLessThan(100);
    expect(await exifFindings(block)).toEqual([{ kind: 'software', where: 'EXIF Software', value: '7' }]);
  });

  test('a directory that is pointed to by a fraction is not read', async () => {
    const name = join(
      u16(1, true),
      u16(0x9003, true),
      u16(4, true),
      u32(0x3fffffff, true),
      u32(0, true),
      u32(0, true),
    );
    const pointer = join(u16(0x8769, true), u16(5, true), u32(1, true), u32(26, true));
    const fraction = join(u32(38, true), u32(1, true), u32(0, true));
    const block = join('II*\0', u32(8, true), u16(1, true), pointer, u32(0, true), fraction, name);
    expect(await longestArray(block)).toBeLessThan(100);
    expect(await exifFindings(block)).toHaveLength(1);
  });

  /** How many numbers the longest array holds that is made while the block is read. */
  async function longestArray(block: Uint8Array): Promise<number> {
    let longest = 0;
    const construct = (target: Uint32ArrayConstructor, [length]: [number]) => {
      longest = Math.max(longest, length);
      return new target(Math.min(length, 1_000));
    };
    vi.stubGlobal('Uint32Array', new Proxy(Uint32Array, { construct }));
    await exifFindings(block).finally(() => vi.unstubAllGlobals());
    return longest;
  }

  test('a value that claims gigabytes is told without being read, and does not hide the others', async () => {
    const block = phoneExif(1);
    const at = Buffer.from(block).indexOf(join(u16(0x013b, true), u16(2, true)));
    block.set(u32(0x7fffffff, true), at + 8);
    const findings = await exifFindings(block);
    expect(findings).toContainEqual({ kind: 'person', where: 'EXIF Artist', value: undefined });
    expect(findings).toContainEqual({
      kind: 'location',
      where: 'EXIF GPSLatitude',
      value: '51.5014, -0.1419',
    });
  });

  test('a position that cannot be made out is still told', async () => {
    const findings = await exifFindings(exifBlock({ gps: [[0x0002, 'nonsense']] }));
    expect(findings).toEqual([{ kind: 'location', where: 'EXIF GPSLatitude', value: undefined }]);
  });

  test.each([
    ['nothing', join()],
    ['no byte order', join('XX*\0', u32(8))],
    ['a directory beyond the end', join('II*\0', u32(9_999, true))],
  ])('%s: something is told, nothing thrown', async (_, block) => {
    expect((await exifFindings(block)).length).toBe(1);
    expect(orientationOf(block)).toBe(1);
  });

  test('what is kept says the orientation and nothing else', async () => {
    for (let orientation = 2; orientation <= 8; orientation++) {
      const kept = keptExif(phoneExif(orientation, orientation % 2 === 0), {}) ?? join();
      expect(orientationOf(kept)).toBe(orientation);
      expect(kept.length).toBe(26);
      expect(keptExif(kept, {})).toEqual(kept);
    }
    expect(keptExif(phoneExif(1), {})).toBeNull();
    expect(orientationOf(exifBlock({ ifd0: [[0x0112, { short: 9 }]] }))).toBe(1);
  });
});

describe('colour profile', () => {
  test('identity is blanked in place, numbers stay', async () => {
    const profile = await privateProfile();
    const blank = blankProfileIdentity(profile) ?? join();
    expect(leaks(blank)).toEqual([]);
    expect(blank.length).toBe(profile.length);
    const red = Buffer.from(profile).indexOf('XYZ ', 132);
    expect(blank.slice(red, red + 20)).toEqual(profile.slice(red, red + 20));
    expect(blankProfileIdentity(blank)).toEqual(blank);
  });

  test.each([
    ['no profile', () => join('not a profile'.padEnd(200))],
    ['more tags than any profile has', async () => withU32(await privateProfile(), 128, 70_000)],
    ['a colour that reaches into a text', async () => moved('rXYZ', 8, (at, desc) => desc - at + 1)],
    ['a colour too short to say of which type it is', async () => moved('gTRC', 8, () => 2)],
    ['a colour that is a text', async () => moved('rXYZ', 4, (_, desc) => desc)],
  ])('%s: not kept', async (_, make) => {
    expect(blankProfileIdentity(await make())).toBeNull();
  });

  /** Changes the offset (at 4) or the length (at 8) in the table entry of a tag, given where its data and the description stand. */
  async function moved(
    name: string,
    field: 4 | 8,
    value: (at: number, desc: number) => number,
  ): Promise<Uint8Array> {
    const profile = await privateProfile();
    const entry = (tag: string) => Buffer.from(profile).indexOf(tag, 132);
    const dataAt = (tag: string) => Buffer.from(profile).readUInt32BE(entry(tag) + 4);
    return withU32(profile, entry(name) + field, value(dataAt(name), dataAt('desc')));
  }

  function withU32(bytes: Uint8Array, at: number, value: number): Uint8Array {
    return join(bytes.subarray(0, at), u32(value), bytes.subarray(at + 4));
  }
});

describe('XMP', () => {
  test('properties as attributes and as elements', () => {
    const packet =
      '<x dc:format="a" xmp:CreatorTool = "Painter 9"><dc:creator><rdf:Seq><rdf:li>Ann</rdf:li></rdf:Seq></dc:creator></x>';
    expect(xmpFindings(join(packet))).toEqual([
      { kind: 'other', where: 'XMP', value: '115 bytes' },
      { kind: 'person', where: 'XMP dc:creator', value: 'Ann' },
      { kind: 'software', where: 'XMP xmp:CreatorTool', value: 'Painter 9' },
    ]);
  });

  test('a megabyte of unclosed elements is no more than a megabyte', () => {
    expect(xmpFindings(join('<dc:creator>'.repeat(90_000))).length).toBe(2);
  });
});

describe('IPTC and Photoshop', () => {
  test('UTF-8 and Latin-1 are both readable', () => {
    const dataset = (text: Buffer) => join(0x1c, 2, 80, u16(text.length), text);
    expect(iptcFindings(dataset(Buffer.from('Zoë')))[1]?.value).toBe('Zoë');
    expect(iptcFindings(dataset(Buffer.from('Zoë', 'latin1')))[1]?.value).toBe('Zoë');
  });

  test('a resource longer than its block ends the reading', () => {
    const block = join('8BIM', u16(0x040c), 0, 0, u32(0x7fffffff), 'x');
    expect(photoshopFindings(block).map(({ where }) => where)).toEqual(['Photoshop', 'Photoshop thumbnail']);
  });
});

describe('zlib', () => {
  test('there and back', async () => {
    const data = join('a'.repeat(1000));
    expect(await inflate(await deflate(data), 5_000)).toEqual({ bytes: data, whole: true });
  });

  test('a bomb stops at the limit', async () => {
    const bomb = await deflate(new Uint8Array(50_000_000));
    expect(await inflate(bomb, 1_000)).toEqual({ bytes: new Uint8Array(1_000), whole: false });
  });

  test('rubbish gives what came before it', async () => {
    expect(await inflate(join('rubbish'), 100)).toEqual({ bytes: join(), whole: false });
    const { whole } = await inflate(join(await deflate(join('fine')), 'junk'), 100);
    expect(whole).toBe(false);
  });
});

test.each([
  ['parameters', 'a castle, Steps: 20', 'Stable Diffusion prompt: a castle, Steps: 20'],
  ['workflow', '{"nodes": []}', 'ComfyUI workflow, 13 bytes'],
  ['Comment', '{"prompt": "a castle"}', 'AI prompt, 22 bytes'],
  ['Comment', 'a nice day', undefined],
  ['Make', 'Canon', undefined],
  ['Make', 'prompt:{"3": {}}', 'ComfyUI prompt, 16 bytes'],
])('the text "%s: %s" is told as %s', (key, text, told) => {
  expect(promptUnder(key, text)).toBe(told);
});

test('findings make a sentence, the most telling first, each once', () => {
  expect(
    inWords([
      { kind: 'thumbnail', where: 'EXIF ThumbnailImage' },
      { kind: 'time', where: 'EXIF CreateDate', value: '2026' },
      { kind: 'time', where: 'EXIF ModifyDate', value: '2027' },
      { kind: 'device', where: 'EXIF BodySerialNumber', value: 'SN' },
      { kind: 'location', where: 'EXIF GPSLatitude', value: '51.5014, -0.1419' },
    ]),
  ).toEqual(['location (51.5014, -0.1419)', 'camera serial number', 'date and time', 'preview image']);
});

test('values are shown on one line, not longer than anyone reads', () => {
  expect(words(' a\n\tb\0c ')).toBe('a b c');
  expect(words('x'.repeat(10_000)).length).toBe(201);
  expect([1, 999, 14_400, 2_500_000].map(size)).toEqual(['1 byte', '999 bytes', '14 kB', '2.5 MB']);
});

test.each([
  ['\0\0\0\x18ftypcrx ', 'a Canon raw photo'],
  ['glTF\x02', 'a GLB 3D model'],
  ['Kaydara FBX Binary', 'an FBX 3D model'],
  ['\xff\x0a', 'a JPEG XL picture'],
  ['FUJIFILMCCD-RAW 0201', 'a Fujifilm raw photo'],
  ['\x28\xb5\x2f\xfd', 'a compressed file (Blender saves such ones)'],
  ['PXR-USDC', 'a USD 3D scene'],
  ['BMW is a car', 'text'],
  ['\x01\x02\x03', undefined],
])('%j looks like %s', (head, name) => {
  expect(looksLike(join(head))).toBe(name);
});
