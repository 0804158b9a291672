import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join, u32 } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import {
  node,
  placeOf,
  privateScene,
  readFbx,
  writeAsciiFbx,
  writeFbx,
} from '../../../fixtures/fbx/nodes.ts';
import { phoneJpeg, privateJpeg } from '../../../fixtures/jpeg.ts';
import { shown, stripped } from '../oracles.ts';

const VERSIONS = [7400, 7700];

describe.each(VERSIONS)('binary FBX %i', (version) => {
  const make = async () => writeFbx(privateScene(await privateJpeg()), version);

  test('what is private is written over, and nothing moves', async () => {
    const original = await make();
    const clean = await stripped(original);
    expect(clean).toMatchObject({ status: 'stripped', format: 'fbx', problems: [] });
    expect(leaks(clean.bytes)).toEqual([]);
    expect(clean.bytes.length).toBe(original.length);
    const before = readFbx(original);
    const after = readFbx(clean.bytes);
    const kept = /(?:Vertices|Connections\/C|FBXVersion|Model|Geometry)$/;
    expect(after.filter(({ path }) => kept.test(path))).toEqual(before.filter(({ path }) => kept.test(path)));
    expect(texts(after, 'FileName')).toEqual(['skin.jpg', 'skin.jpg']);
    expect(texts(after, 'RelativeFilename')).toEqual(['skin.jpg', 'textures\\skin.jpg']);
    expect(after.find(({ path }) => path === '/CreationTime')?.values).toEqual(['1970-01-01 10:00:00:000']);
    const content = after.find(({ path }) => path.endsWith('Content'))?.values[0];
    expect(await shown(Buffer.from(String(content), 'hex'))).toEqual(await shown(await privateJpeg()));
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(await make());
    expect(await stripped(once.bytes)).toMatchObject({ status: 'clean', findings: [], bytes: once.bytes });
  });

  test('cut off anywhere it is held', async () => {
    const { bytes } = await stripped(await make());
    for (let length = 30; length < bytes.length - 177; length += 211)
      expect(await stripped(bytes.subarray(0, length))).toMatchObject({ status: 'damaged', usable: false });
  });
});

/** The paths in nodes of a name, as a system reads them. */
function texts(nodes: ReturnType<typeof readFbx>, name: string): string[] {
  return nodes
    .filter(({ path }) => path.endsWith(`/${name}`))
    .map(({ values }) => String(values[0]).replace(/^(?:\.\/+)+/, ''));
}

test('what was found is told in words', async () => {
  const { findings } = await stripped(writeFbx(privateScene(await phoneJpeg())));
  const told = (where: string) => findings.filter((each) => each.where === where);
  expect(told('FBX Creator')).toContainEqual({
    kind: 'software',
    where: 'FBX Creator',
    value: canary('Creator'),
  });
  expect(told('FBX Author')).toEqual([{ kind: 'person', where: 'FBX Author', value: canary('Author') }]);
  expect(told('FBX Original|FileName')[0]?.kind).toBe('path');
  expect(told('FBX LastSaved|DateTime_GMT')).toEqual([
    { kind: 'time', where: 'FBX LastSaved|DateTime_GMT', value: '24/11/2026 10:20:30.123' },
  ]);
  expect(told('FBX Thumbnail')[0]?.kind).toBe('thumbnail');
  expect(told('FBX picture 1: EXIF GPSLatitude')[0]?.kind).toBe('location');
});

test('what follows the footer goes', async () => {
  const { bytes } = await stripped(writeFbx(privateScene(await phoneJpeg())));
  const clean = await stripped(join(bytes, canary('behind')));
  expect(clean.bytes).toEqual(bytes);
  expect(clean.findings.map(({ kind }) => kind)).toEqual(['trailing']);
});

test('paths of every length stay as long as they were', async () => {
  const paths = Array.from({ length: 12 }, (_, i) => `/${'x'.repeat(i)}${i > 0 ? '/' : ''}a.png`);
  const scene = [node('Objects', [], ...paths.map((path) => node('FileName', [path])))];
  const after = readFbx((await stripped(writeFbx(scene))).bytes).slice(1);
  expect(after.map(({ values }) => String(values[0]).length)).toEqual(paths.map(({ length }) => length));
  for (const { values } of after) expect(values[0]).toMatch(/^(?:\.\/+)*a\.png\0?$/);
});

const HELD: [name: string, make: () => Promise<Uint8Array>, status: string][] = [
  ['a picture of no known kind', async () => writeFbx(privateScene(join('noise of no kind'))), 'unsupported'],
  ['a node that is longer than the one around it', async () => overlong(), 'damaged'],
  [
    'a value of no known kind',
    async () => writeFbx([node('Objects', ['x'])]).map((byte) => (byte === 0x53 ? 0x7a : byte)),
    'damaged',
  ],
  ['a text version with pictures', async () => asciiWithPicture(), 'unsupported'],
  ['a last record that is not all zeros', async () => withLastRecord('MWCANARY'), 'damaged'],
  [
    'a property with too few values',
    async () => writeFbx([node('Objects', [], node('P', ['Lcl', 'KString', 'MWCANARY']))]),
    'damaged',
  ],
];

test.each(HELD)('held: %s', async (_, make, status) => {
  const original = new Uint8Array(await make());
  expect(await stripped(original)).toMatchObject({ status, usable: false, bytes: original });
});

function overlong(): Uint8Array {
  const bytes = writeFbx([node('Objects', [], node('Inside', ['x']))]);
  bytes.set(u32(bytes.length - 10, true), placeOf(bytes, 'Inside'));
  return bytes;
}

/** The record behind the last node of the file begins with the zeros of a place. */
function withLastRecord(text: string): Uint8Array {
  const bytes = Buffer.from(writeFbx([node('Objects', ['x'])]));
  bytes.write(text, bytes.readUInt32LE(27) + 4);
  return bytes;
}

function asciiWithPicture(): Uint8Array {
  const content = `\tContent: , "${'iVBORw0K'.repeat(40)}"\n`;
  return join('; FBX 7.4.0 project file\nObjects:  {\n', content, '}\n');
}

describe('FBX as text', () => {
  const make = () => writeAsciiFbx(privateScene(join()));

  test('only what describes the scene stays', async () => {
    const clean = await stripped(make());
    expect(clean).toMatchObject({ status: 'stripped', format: 'fbx', problems: [] });
    expect(leaks(clean.bytes)).toEqual([]);
    const text = Buffer.from(clean.bytes).toString();
    expect(text).toContain('a: 0,1,2.5,-3,1e-9,4');
    expect(text).toContain('Model: 2, "Model::Hips", "Mesh"');
    expect(text).toContain('FileName: "skin.jpg"');
    expect(text).toContain('RelativeFilename: "textures\\skin.jpg"');
    expect(text).toContain('P: "UVSet", "KString", "", "", "UVMap"');
    expect(text).toContain('Year: 1970');
    expect(text).not.toContain('Thumbnail');
  });

  test('of a property whose value is a path no second text stays, and no sentence', async () => {
    const path = 'P: "Path", "KString", "", "XRefUrl", "C:\\MWCANARY\\skin.jpg", "MWCANARY in notes"';
    const notes = 'P: "Path", "KString", "", "U", "MWCANARY in notes"';
    const { usable, bytes } = await stripped(
      join(`; FBX 7.4.0 project file\nObjects:  {\n${path}\n${notes}\n}\n`),
    );
    expect(usable).toBe(true);
    expect(leaks(bytes)).toEqual([]);
    expect(Buffer.from(bytes).toString()).toContain('"skin.jpg", ""');
  });

  test('an object that is named after a path is still known for what it is', async () => {
    const object = 'Texture: 4, "Texture::C:\\MWCANARY\\{skin", "" {\n}';
    const { bytes } = await stripped(join(`; FBX 7.4.0 project file\nObjects:  {\n${object}\n}\n`));
    expect(Buffer.from(bytes).toString()).toContain('"Texture::{skin"');
    expect(leaks(bytes)).toEqual([]);
    expect((await stripped(bytes)).bytes).toEqual(bytes);
  });

  test('a comment behind a closing bracket goes', async () => {
    const text = Buffer.from(make())
      .toString()
      .replace(/^(\t*\})$/gm, '$1; MWCANARY in a comment');
    expect(text).toContain('}; MWCANARY');
    expect(leaks((await stripped(join(text))).bytes)).toEqual([]);
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(make());
    expect(await stripped(once.bytes)).toMatchObject({ status: 'clean', findings: [], bytes: once.bytes });
  });

  test('without its last brackets it is held', async () => {
    const whole = Buffer.from(make()).toString();
    const cut = join(whole.slice(0, whole.lastIndexOf('}')));
    expect(await stripped(cut)).toMatchObject({
      usable: false,
      problems: ['The file ends before the model does.'],
    });
  });
});

/** A line among the objects of a text, and what is left of it; nothing when the file is held. */
const LINES: [name: string, line: string, left: string | undefined][] = [
  ['a property without a value', '\t\t\tP: "Lcl", "KString", "MWCANARY in a type"', undefined],
  [
    'a type of several words',
    '\t\t\tP: "Lcl", "Lcl Translation", "", "A+UH",1,2,3',
    '\t\t\tP: "Lcl", "Lcl Translation", "", "A+UH",1,2,3',
  ],
  [
    'words in the place of flags',
    '\t\t\tP: "Lcl", "KString", "", "MWCANARY in flags", "1"',
    '\t\t\tP: "Lcl", "KString", "", "", ""',
  ],
  ['a note among the objects', '\tAuthor: "MWCANARY in Author"', '\tAuthor: ""'],
  [
    'words behind the name of a file',
    '\t\tFileName: "skin.jpg", "MWCANARY in a note"',
    '\t\tFileName: "skin.jpg", ""',
  ],
  [
    'words behind the kind of an object',
    '\tModel: 7, "Model::Hips", "Limb Node", "MWCANARY in an object" {\n\t}',
    '\tModel: 7, "Model::Hips", "Limb Node", "" {\n\t}',
  ],
];

/** As Maya, 3ds Max, MotionBuilder, Blender and ZBrush write them, each in its place: readers find things by these words. */
const NEEDED = [
  ['Objects', 'Constraint: "Constraint::hand", "Single Chain IK" {\n\t\tType: "Single Chain IK"\n\t}'],
  [
    'Objects',
    'Constraint: 12, "Constraint::hand", "Position From Positions" {\n\t\tType: "Position From Positions"\n\t}',
  ],
  ['Objects', 'MotionBuilder_System: 21, "Batch Tool (scripted)", "" {\n\t}'],
  [
    'Objects',
    'Model: "Model::a", "Mesh" {\n\t\tNodeAttributeName: "Geometry::20 Sided_1"\n\t\tShape: "Key 1" {\n\t\t}\n\t}',
  ],
  [
    'Objects',
    'Collection: "SelectionSet::a", "SelectionSet" {\n\t\tMember: "SelectionNode::20 Sided_10"\n\t}',
  ],
  ['Relations', 'Material: "Material::Material #27", "" {\n\t}'],
  ['Connections', 'Connect: "PP", "Model::a", "Lcl Translation", "Model::b", "Lcl Translation"'],
  [
    'Connections',
    'Connect: "OP", "Texture::Map #2", "Material::01 - Default", "3dsMax|Parameters|base_color_map"',
  ],
  ['Takes', 'Take: "Take 001" {\n\t\tModel: "Model::a" {\n\t\t\tChannel: "Key 1" {\n\t\t\t}\n\t\t}\n\t}'],
  ['Version5', 'RendererSetting:  {\n\t\tDefaultCamera: "Producer Perspective"\n\t}'],
  [
    'Objects',
    'Geometry: 1, "Geometry::a", "Mesh" {\n\t\tVertices: *3 { a: 0,1,2 }\n\t\tLayerElement:  { Type: "LayerElementUV" TypedIndex: 0 }\n\t}',
  ],
  ...[
    'currentUVSet", "KString", "U", "map1',
    'ChannelName", "KString", "", "pCubeShape2',
    'RenderAPI", "KString", "", "SFX_PBS_SHADER',
    '3dsMax|params|WrapMode", "KString", "A", "periodic',
  ].map((words) => [
    'Objects',
    `Material: "Material::a", "" {\n\t\tProperties60:  {\n\t\t\tProperty: "${words}"\n\t\t}\n\t}`,
  ]),
];

test.each(NEEDED)('as text, among the %s readers need: %s', async (section, node) => {
  const file = join(`; FBX 6.1.0 project file\n${section}:  {\n\t${node}\n}\n`);
  expect(await stripped(file)).toMatchObject({ status: 'clean', bytes: file });
});

test('of the file of a texture that the property of a plug-in names its own name stays', async () => {
  const property = (path: string) =>
    join(`; FBX 6.1.0 project file\nObjects:  {\n\tTexture: "Texture::a", "" {\n\t\tProperties60:  {
\t\t\tProperty: "3dsMax|OSLBitmap2|Filename", "KString", "A", "${path}"\n\t\t}\n\t}\n}\n`);
  const { bytes } = await stripped(property('D:\\jane\\skin.png'));
  expect(Buffer.from(bytes).toString()).toBe(Buffer.from(property('skin.png')).toString());
});

test('what was recorded, and with which camera, goes', async () => {
  const line = 'P: "RecordPath", "charptr", "", "", "C:/Users/jane/Take 001-MWCANARY camera.avi"';
  const file = join(
    `; FBX 7.7.0 project file\nObjects:  {\n\tModel: 1, "Model::a", "" {\n\t\tProperties70:  {\n\t\t\t${line}\n\t\t}\n\t}\n}\n`,
  );
  expect(leaks((await stripped(file)).bytes)).toEqual([]);
});

const inObject = (line: string) =>
  join(`; FBX 7.4.0 project file\nObjects:  {\n\tModel: 1, "Model::a", "Mesh" {\n\t\t${line}\n\t}\n}\n`);
const inSceneInfo = (property: string) =>
  join(`; FBX 7.4.0 project file\nFBXHeaderExtension:  {\n\tSceneInfo: "SceneInfo::GlobalInfo", "UserData" {
\t\tProperties70:  {\n\t\t\tP: ${property}\n\t\t}\n\t}\n}\n`);

const PRIVATE: [name: string, file: Uint8Array][] = [
  [
    'words in the place of a word for a choice',
    inObject('P: "TargetName", "KString", "", "", "MWCANARY in a note"'),
  ],
  ['the path of an export', inSceneInfo('"Export|FilePath", "KString", "", "", "C:/MWCANARY.max"')],
  ['the profile of a person', inSceneInfo('"UserProfile", "KString", "", "", "MWCANARY@example.com"')],
  ['a profile among the objects', inObject('P: "Profile", "KString", "", "", "MWCANARY"')],
  ['words for the type of what is no constraint', inObject('Type: "MWCANARY in a street"')],
  [
    'a keyword among the properties of a scene',
    inSceneInfo('"a", "KString", "", "", ""\n\t\t\tKeywords: "MWCANARY"'),
  ],
  ['a second word behind a name', inObject('Shape: "Key 1", "MWCANARY in a note"')],
];

test.each(PRIVATE)('as text, private: %s', async (_, file) => {
  expect(leaks((await stripped(new Uint8Array(file))).bytes)).toEqual([]);
});

test('as text: a node on one line stays as it is, and so do the blanks in it', async () => {
  const file = inObject('LayerElement:  {  Type: "LayerElementUV"   TypedIndex: 0 }\n\t\tA: {}');
  expect(await stripped(file)).toMatchObject({ status: 'clean', bytes: file });
});

test('as text: lines of any length, and nodes within nodes without end', async () => {
  expect((await stripped(inObject(`a: nan,${'1,'.repeat(9_000_000)}1`))).usable).toBe(true);
  expect(await stripped(inObject('a: {'.repeat(40_000)))).toMatchObject({ status: 'damaged', usable: false });
});

test('a file of version 5 by its title alone is held', async () => {
  const file = join('; FBX 5.8.0 project file\nModel: "Model::a" {\n}\n');
  expect(await stripped(file)).toMatchObject({ status: 'unsupported', usable: false });
});

test('a file of version 5, whose objects stand in no section, is held, in either form', async () => {
  const text = join(
    '; FBX 5.8.0 project file\nFBXHeaderExtension:  {\n\tFBXVersion: 5800\n}\nModel: "Model::a" {\n}\n',
  );
  for (const file of [text, writeFbx([node('Model', ['a'])], 5800)])
    expect(await stripped(file)).toMatchObject({ status: 'unsupported', usable: false, bytes: file });
});

test.each(LINES)('as text: %s', async (_, line, left) => {
  const file = join(`; FBX 7.4.0 project file\nObjects:  {\n${line}\n}\n`);
  const { status, usable, bytes } = await stripped(file);
  if (left === undefined) expect([status, usable]).toEqual(['damaged', false]);
  else expect(Buffer.from(bytes).toString()).toContain(`{\n${left}\n}`);
});

test('whatever changes in it, it never throws, and what it calls clean stays so', async () => {
  const sources = [writeFbx(privateScene(await phoneJpeg())), writeAsciiFbx(privateScene(join()))];
  const mutation = fc.tuple(fc.constantFrom(...sources), fc.nat(4_000), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(mutation, async ([source, at, byte]) => {
      const result = await stripped(source.with(Math.min(at, source.length - 1), byte));
      if (result.usable && result.problems.length === 0)
        expect((await stripped(result.bytes)).status).toBe('clean');
    }),
    { numRuns: 200 },
  );
});
