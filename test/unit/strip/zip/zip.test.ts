import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strip } from '../../../../lib/strip/index.ts';
import { join, u32 } from '../../../fixtures/bytes.ts';
import { CANARY, canary, leaks } from '../../../fixtures/canary.ts';
import { CountingFile } from '../../../fixtures/counting-file.ts';
import { plainModel } from '../../../fixtures/gltf/model.ts';
import { phoneJpeg, plainJpeg } from '../../../fixtures/jpeg.ts';
import { plainPng } from '../../../fixtures/png.ts';
import { privateObj } from '../../../fixtures/wavefront/files.ts';
import { type Entry, private3mf, privateZip, readZip } from '../../../fixtures/zip/archive.ts';
import { privateUsdz, SCENE } from '../../../fixtures/zip/usdz.ts';
import { hasPerl, privateTags } from '../exiftool.ts';
import { shown, stripped } from '../oracles.ts';

const photos = async (): Promise<Entry[]> => [
  { name: 'photo.jpg', data: await phoneJpeg(), stored: true },
  { name: 'models/', data: '', stored: true },
  { name: 'models/a.obj', data: privateObj(), isStreamed: true },
  { name: 'plain.png', data: await plainPng(), stored: true },
  { name: 'inner.zip', data: privateZip([{ name: 'again.jpg', data: await phoneJpeg() }]) },
  { name: '__MACOSX/._photo.jpg', data: canary('what the system left') },
  { name: 'notes.txt', data: canary('notes') },
  { name: 'empty.obj', data: '' },
];

describe('ZIP', () => {
  test('every member is cleaned, and what is around them goes', async () => {
    const original = privateZip(await photos());
    const clean = await stripped(join(original, canary('behind')));
    expect(clean).toMatchObject({ status: 'stripped', format: 'zip', problems: [] });
    expect(everyLeak(clean.bytes)).toEqual([]);
    const members = readZip(clean.bytes);
    expect(members.map(({ name }) => name)).toEqual([
      'photo.jpg',
      'models/',
      'models/a.obj',
      'plain.png',
      'inner.zip',
      'empty.obj',
    ]);
    expect(new Set(members.map(({ time }) => time))).toEqual(new Set([0x00210000]));
    expect(await shown(members[0]?.data ?? join())).toEqual(await shown(await phoneJpeg()));
    expect(members[3]?.data).toEqual(await plainPng());
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(privateZip(await photos()));
    expect(await stripped(once.bytes)).toMatchObject({ status: 'clean', findings: [], bytes: once.bytes });
  });

  test('what was found names the member', async () => {
    const { findings } = await stripped(privateZip(await photos()));
    expect(findings).toContainEqual({
      kind: 'location',
      where: 'photo.jpg: EXIF GPSLatitude',
      value: '51.5014, -0.1419',
    });
    expect(findings).toContainEqual({
      kind: 'comment',
      where: 'models/a.obj: OBJ comment',
      value: canary('a comment'),
    });
    expect(findings).toContainEqual({
      kind: 'location',
      where: 'inner.zip: again.jpg: EXIF GPSLatitude',
      value: '51.5014, -0.1419',
    });
    expect(findings).toContainEqual({ kind: 'time', where: 'ZIP time of last change', value: '2026-11-24' });
    expect(findings.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['ZIP extra fields', 'ZIP comment', 'ZIP notes.txt']),
    );
  });

  test.runIf(hasPerl)('ExifTool finds nothing private', async () => {
    const { bytes } = await stripped(privateZip(await photos()));
    const tags = privateTags({ clean: bytes }).clean ?? [];
    const structure =
      /^ZIP:Zip(?:RequiredVersion|BitFlag|Compression|CRC|CompressedSize|UncompressedSize|FileName|OperatingSystem)\b|1980:01:01 00:00:00$/;
    expect(tags.filter((tag) => !structure.test(tag))).toEqual([]);
  });

  test('cut off anywhere it is never clean', async () => {
    const { bytes } = await stripped(privateZip([{ name: 'a.png', data: await plainPng() }]));
    for (let length = 0; length < bytes.length; length += 5)
      expect(['damaged', 'unsupported']).toContain((await stripped(bytes.subarray(0, length))).status);
  });

  test('whatever changes in it, it leaks nothing and never throws', async () => {
    const original = privateZip([
      { name: 'a.jpg', data: await phoneJpeg() },
      { name: 'b.obj', data: privateObj(), stored: true },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 1), fc.nat(255), async (at, byte) => {
        const result = await stripped(original.with(at, byte));
        if (result.usable && result.problems.length === 0)
          expect((await stripped(result.bytes)).status).toBe('clean');
      }),
      { numRuns: 150 },
    );
  });
});

/** Also in what is packed. */
function everyLeak(bytes: Uint8Array): string[] {
  return [
    ...leaks(bytes),
    ...readZip(bytes).flatMap(({ name, data }) => (name.endsWith('.zip') ? everyLeak(data) : leaks(data))),
  ];
}

const HELD: [name: string, make: () => Promise<Uint8Array>, status: string, problem: RegExp][] = [
  [
    'a member of no known kind',
    async () => privateZip([{ name: 'a/b.bin', data: '\x01\x02\x03' }]),
    'unsupported',
    /^a\/b\.bin: This/,
  ],
  [
    'a damaged member',
    async () => privateZip([{ name: 'a.jpg', data: (await plainJpeg()).subarray(0, 60) }]),
    'damaged',
    /^a\.jpg: /,
  ],
  ['a password', async () => privateZip([{ name: 'a.jpg', data: 'x', flags: 1 }]), 'unsupported', /password/],
  [
    'a bomb',
    async () => privateZip([{ name: 'a.obj', data: new Uint8Array(60_000_000) }]),
    'unsupported',
    /a\.obj: It unpacks/,
  ],
  ['members that share their bytes', async () => overlapping(), 'damaged', /lengths/],
  ['archives in archives in archives', async () => nested(7), 'unsupported', /a\.zip: a\.zip: /],
];

test.each(HELD)('held: %s', async (_, make, status, problem) => {
  const original = await make();
  const result = await stripped(original);
  expect(result).toMatchObject({ status, usable: false });
  expect(result.bytes).toEqual(original);
  expect(result.problems.join()).toMatch(problem);
});

function nested(depth: number): Uint8Array {
  let archive: Uint8Array = privateZip([{ name: 'a.obj', data: privateObj() }]);
  for (let i = 0; i < depth; i++) archive = privateZip([{ name: 'a.zip', data: archive }]);
  return archive;
}

/** The second header of the list leads to the first member. */
async function overlapping(): Promise<Uint8Array> {
  const data = await plainPng();
  const archive = Buffer.from(
    privateZip([
      { name: 'a.png', data },
      { name: 'b.png', data },
    ]),
  );
  const second = archive.indexOf('PK\x01\x02', archive.indexOf('PK\x01\x02') + 4);
  archive.set(u32(0), second + 42);
  return new Uint8Array(archive);
}

test('a member that the list does not name is left out', async () => {
  const archive = Buffer.from(
    privateZip([
      { name: 'a.jpg', data: await plainJpeg() },
      { name: 'b.txt', data: CANARY, stored: true },
    ]),
  );
  const second = archive.indexOf('PK\x01\x02', archive.indexOf('PK\x01\x02') + 4);
  const end = archive.indexOf('PK\x05\x06');
  archive.writeUInt16LE(1, end + 8);
  archive.writeUInt16LE(1, end + 10);
  archive.copy(archive, second, end);
  const clean = await stripped(archive.subarray(0, second + archive.length - end));
  expect(clean.status).toBe('stripped');
  expect(clean.findings).toContainEqual({
    kind: 'trailing',
    where: 'ZIP between the files',
    value: expect.any(String),
  });
  expect(everyLeak(clean.bytes)).toEqual([]);
});

test('large members that need no change are not read', async () => {
  const header = join(Buffer.from('by'.padEnd(80, '\0')), u32(400_000, true));
  const mesh = join(new Uint8Array(80), header.subarray(80), new Uint8Array(20_000_000));
  const { bytes } = await stripped(privateZip([{ name: 'a.stl', data: mesh, stored: true }]));
  const file = new CountingFile([new Uint8Array(bytes)], 'a.zip');
  expect((await strip(file)).status).toBe('clean');
  expect(file.bytesRead).toBeLessThan(file.size / 100);
});

describe('glTF with its buffer and pictures beside it', () => {
  const scene = async () => {
    const { json, bin } = await plainModel([]);
    json.buffers = [{ byteLength: bin.length, uri: 'scene%20a.bin' }];
    json.images = [{ uri: 'textures/skin.jpg' }];
    json.textures = [{ source: 0 }];
    json.asset = { version: '2.0', generator: canary('generator') };
    const gltf = Buffer.from(JSON.stringify(json));
    return { gltf, bin: join(bin, canary('the end of the buffer')), plain: bin };
  };

  test('all of them are cleaned', async () => {
    const { gltf, bin, plain } = await scene();
    const clean = await stripped(
      privateZip([
        { name: 'a/scene a.bin', data: bin },
        { name: 'a/scene.gltf', data: gltf },
        { name: 'a/textures/skin.jpg', data: await phoneJpeg() },
      ]),
    );
    expect(clean).toMatchObject({ status: 'stripped', format: 'zip', problems: [] });
    expect(everyLeak(clean.bytes)).toEqual([]);
    expect(readZip(clean.bytes)[0]?.data.subarray(0, plain.length)).toEqual(plain);
    expect(await stripped(clean.bytes)).toMatchObject({ status: 'clean', findings: [], bytes: clean.bytes });
  });

  test('a buffer that is too short or that no model names is held', async () => {
    const { gltf, bin } = await scene();
    const short = privateZip([
      { name: 'scene a.bin', data: bin.subarray(0, 40) },
      { name: 'scene.gltf', data: gltf },
    ]);
    expect(await stripped(short)).toMatchObject({ status: 'damaged', usable: false });
    const other = privateZip([
      { name: 'b/scene a.bin', data: bin },
      { name: 'a/scene.gltf', data: gltf },
    ]);
    expect(await stripped(other)).toMatchObject({ status: 'unsupported', usable: false });
  });
});

describe('3MF', () => {
  test('only the model stays', async () => {
    const original = private3mf(await phoneJpeg());
    const clean = await stripped(original);
    expect(clean).toMatchObject({ status: 'stripped', format: '3mf', problems: [] });
    expect(everyLeak(clean.bytes)).toEqual([]);
    const members = new Map(
      readZip(clean.bytes).map(({ name, data }) => [name, Buffer.from(data).toString()]),
    );
    expect([...members.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      '3D/3dmodel.model',
      '3D/Textures/a.jpg',
    ]);
    const model = members.get('3D/3dmodel.model') ?? '';
    expect(model.match(/<(?:vertex|triangle|item|m:texture2d) [^>]*>/g)).toEqual([
      '<m:texture2d id="2" path="/3D/Textures/a.jpg" contenttype="image/jpeg"/>',
      '<vertex x="0" y="0" z="0"/>',
      '<vertex x="1" y="0" z="-1.5e-3"/>',
      '<vertex x="0" y="1" z="0"/>',
      '<triangle v1="0" v2="1" v3="2" pid="1" p1="0"/>',
      '<item objectid="3" transform="1 0 0 0 1 0 0 0 1 0 0 0"/>',
    ]);
    expect(members.get('_rels/.rels')?.match(/<Relationship /g)).toHaveLength(1);
    expect(clean.findings).toContainEqual({
      kind: 'person',
      where: '3MF metadata Designer',
      value: canary('Designer'),
    });
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(private3mf(await phoneJpeg()));
    expect(await stripped(once.bytes)).toMatchObject({
      status: 'clean',
      format: '3mf',
      findings: [],
      bytes: once.bytes,
    });
  });
});

/** A package whose parts are changed. */
function changed3mf(part: string, change: (text: string) => string): Uint8Array {
  const entries = readZip(private3mf(new Uint8Array())).map(({ name, data }) => ({
    name,
    data: name === part ? change(Buffer.from(data).toString('latin1')) : data,
  }));
  return privateZip(entries);
}

const PARTS: [name: string, part: string, before: string, after: string][] = [
  ['an attribute that the model has not', '3D/3dmodel.model', 'unit="millimeter"', 'zoe="millimeter"'],
  ['a prefix that is none', '3D/3dmodel.model', 'xmlns:m=', 'xmlns:zoe:m='],
  ['an ending that no part has', '[Content_Types].xml', 'Extension="rels"', 'Extension="zoe"'],
  [
    'an attribute of another element',
    '[Content_Types].xml',
    'Extension="rels"',
    'Extension="rels" Target="zoe"',
  ],
];

test.each(PARTS)('of a 3MF goes %s', async (_, part, before, after) => {
  const { usable, bytes } = await stripped(
    changed3mf(part, (text) => {
      expect(text).toContain(before);
      return text.replace(before, after);
    }),
  );
  const left = readZip(bytes).map(({ data }) => Buffer.from(data).toString('latin1'));
  expect({ usable, zoe: left.filter((text) => text.includes('zoe')) }).toEqual({ usable: true, zoe: [] });
});

test.each([
  ['a tag that ends another one', (text: string) => text.replace('</model>', '</zoe>')],
  ['no end', (text: string) => text.replace('</model>', '')],
  ['no model', (text: string) => text.replaceAll('model', 'zoe')],
  ['two models', (text: string) => `${text}<model/>`],
])('a 3MF with %s is held', async (_, change) => {
  expect(await stripped(changed3mf('3D/3dmodel.model', change))).toMatchObject({
    status: 'damaged',
    usable: false,
  });
});

describe('USDZ', () => {
  test('scene and textures are cleaned, and data begin at multiples of 64', async () => {
    const clean = await stripped(await privateUsdz());
    expect(clean).toMatchObject({ status: 'stripped', format: 'usdz', problems: [] });
    expect(everyLeak(clean.bytes)).toEqual([]);
    const members = readZip(clean.bytes);
    expect(members.map(({ dataAt }) => dataAt % 64)).toEqual([0, 0, 0]);
    expect(members.map(({ method }) => method)).toEqual([0, 0, 0]);
    const text = Buffer.from(members[0]?.data ?? '').toString();
    const kept = SCENE.split('\n').filter((line) => !/MWCANARY|customLayerData|^of two|^ {4}\}/.test(line));
    for (const line of kept) expect(text).toContain(line.trim());
    expect(text).toContain('asset inputs:file = @skin.jpg@');
    expect(text).toContain('custom string userProperties:note = ""');
    expect(text).toContain('custom string[] userProperties:notes = []');
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(await privateUsdz());
    expect(await stripped(once.bytes)).toMatchObject({ status: 'clean', findings: [], bytes: once.bytes });
  });

  const TEXTS: [written: string, clean: string][] = [
    ['custom strieg a = "Zoe Dunn"', 'custom strieg a = ""'],
    [
      'uniform token[] a = ["Hips", "Hips/Spine", "of Zoe"]',
      'uniform token[] a = ["Hips", "Hips/Spine", ""]',
    ],
    [
      'variants = { string a = "red", string b = "/home/zoe" }',
      'variants = { string a = "red", string b = "" }',
    ],
    ['token a = "xformOp:rotateXYZ"', 'token a = "xformOp:rotateXYZ"'],
    ['asset a = @skin.jpg of Zoe Dunn@', 'asset a = @@'],
    ['asset a = @./skin.<UDIM>.png@', 'asset a = @./skin.<UDIM>.png@'],
    ['references = @b.usdz[c.usda]@</Root>', 'references = @b.usdz[c.usda]@</Root>'],
  ];

  test.each(TEXTS)('texts that are no names go, whatever their type: %s', async (written, clean) => {
    const scene = (line: string) => `#usda 1.0\ndef Xform "Root" {\n  ${line}\n}\n`;
    const { bytes } = await stripped(privateZip([{ name: 'a.usda', data: scene(written), stored: true }]));
    expect(Buffer.from(readZip(bytes)[0]?.data ?? '').toString()).toBe(scene(clean));
  });

  test('a scene in binary form is held by its name', async () => {
    const original = privateZip([{ name: 'a.usdc', data: 'PXR-USDC', stored: true }]);
    const result = await stripped(original);
    expect(result).toMatchObject({ status: 'unsupported', usable: false, bytes: original });
    expect(result.problems.join()).toMatch(/^a\.usdc: This looks like a USD 3D scene/);
  });

  test('a scene that makes no sense is held', async () => {
    for (const end of ['"open', 'doc = {', "doc == 'a'", '\0'])
      expect(
        await stripped(privateZip([{ name: 'a.usda', data: `#usda 1.0\n${end}`, stored: true }])),
      ).toMatchObject({
        status: 'damaged',
        usable: false,
      });
  });
});
