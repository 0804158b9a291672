import { describe, expect, test } from 'vitest';
import { join } from '../../../fixtures/bytes.ts';
import { canary, leaks } from '../../../fixtures/canary.ts';
import {
  glbChunk,
  type Model,
  plainModel,
  privateModel,
  readGlb,
  writeGlb,
  writeGltf,
} from '../../../fixtures/gltf/model.ts';
import { plainJpeg } from '../../../fixtures/jpeg.ts';
import { stripped } from '../oracles.ts';
import { faults, loaded } from './oracle.ts';

const FIXTURES: [name: string, make: () => Promise<Uint8Array>][] = [
  ['GLB', async () => writeGlb(await privateModel())],
  ['glTF with a buffer inside', async () => writeGltf(await privateModel())],
  ['glTF with pictures inside', async () => writeGltf(await privateModel(), true)],
];

describe.each(FIXTURES)('%s', (_, make) => {
  test('no private data is left, and the same model loads', async () => {
    const original = await make();
    const clean = await stripped(original);
    expect(clean).toMatchObject({ status: 'stripped', problems: [], usable: true });
    expect(leaksAnywhere(clean.bytes)).toEqual([]);
    expect(await faults(clean.bytes)).toEqual([]);
    expect(await loaded(clean.bytes)).toEqual(await loaded(original));
  });

  test('a second time there is nothing to do', async () => {
    const once = await stripped(await make());
    const twice = await stripped(once.bytes);
    expect(twice).toMatchObject({ status: 'clean', findings: [], removedBytes: 0 });
    expect(twice.bytes).toEqual(once.bytes);
  });

  test('cut off anywhere it is never clean', async () => {
    const whole = await make();
    for (let length = 16; length < whole.length; length += 997) {
      const { status, usable } = await stripped(whole.subarray(0, length));
      expect(['damaged', 'unsupported']).toContain(status);
      expect(usable).toBe(false);
    }
  });
});

/** Also in what is written in base64. */
function leaksAnywhere(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const inline = [...text.matchAll(/base64,([\w+/=]+)/g)].map(([, code = '']) => Buffer.from(code, 'base64'));
  return [bytes, ...inline].flatMap(leaks);
}

test('what was found is told in words', async () => {
  const { findings } = await stripped(writeGlb(await privateModel()));
  expect(findings).toContainEqual({
    kind: 'software',
    where: 'glTF.asset.generator',
    value: canary('generator'),
  });
  expect(findings).toContainEqual({
    kind: 'person',
    where: 'glTF.asset.copyright',
    value: `48.8584 N, ${canary('copyright')}`,
  });
  expect(findings).toContainEqual({
    kind: 'location',
    where: 'glTF picture 1: EXIF GPSLatitude',
    value: expect.any(String),
  });
});

const plain = async () => plainModel([await plainJpeg()]);
const glbWith = async (change: (model: Model) => unknown): Promise<Uint8Array> => {
  const model = await plain();
  change(model);
  return writeGlb(model);
};

test('a model without anything private stays as it is', async () => {
  const bytes = writeGlb(await plain());
  expect(await stripped(bytes)).toMatchObject({ status: 'clean', bytes });
});

test('unknown chunks and data after the end go', async () => {
  const bytes = writeGlb(await plain(), glbChunk('NOTE', canary('a chunk')));
  const clean = await stripped(join(bytes, canary('behind')));
  expect(clean.status).toBe('stripped');
  expect(clean.findings.map(({ where }) => where)).toEqual(['GLB NOTE chunk', 'after the end']);
  expect(clean.bytes).toEqual(writeGlb(await plain()));
});

test('what no part of the model uses becomes zeros', async () => {
  const { json, bin } = await plain();
  const hidden = join(bin, canary('the buffer'), '    ');
  const clean = await stripped(
    writeGlb({ json, bin: hidden.subarray(0, hidden.length - (hidden.length % 4)) }),
  );
  expect(leaks(clean.bytes)).toEqual([]);
  expect(await faults(clean.bytes)).toEqual([]);
});

/** A view of 40 bytes: letters, but for the numbers that accessors find there. */
const ACCESSORS: [name: string, accessors: object[], view: object, kept: [from: number, to: number][]][] = [
  ['in a row', [{ componentType: 5126, count: 2, type: 'VEC3' }], {}, [[0, 24]]],
  [
    'side by side',
    [
      { componentType: 5123, count: 2, type: 'SCALAR', byteOffset: 4 },
      { componentType: 5121, count: 3, type: 'VEC4', byteOffset: 8 },
    ],
    { byteStride: 12 },
    [[4, 36]],
  ],
  ['of a matrix with padding', [{ componentType: 5121, count: 1, type: 'MAT3' }], {}, [[0, 12]]],
  [
    'sparse',
    [
      {
        componentType: 5126,
        count: 9,
        type: 'SCALAR',
        sparse: {
          count: 2,
          indices: { bufferView: 0, byteOffset: 4, componentType: 5123 },
          values: { bufferView: 0, byteOffset: 20 },
        },
      },
    ],
    {},
    [
      [4, 8],
      [20, 28],
    ],
  ],
  ['more than there are', [{ componentType: 5126, count: 99, type: 'VEC3' }], {}, [[0, 40]]],
  ['of no known kind', [{ componentType: 9, count: 1, type: 'VEC3' }], {}, [[0, 40]]],
];

test.each(ACCESSORS)('of a view the numbers %s stay, and nothing else', async (_, accessors, view, kept) => {
  const bin = join('x'.repeat(40), 'yyyy');
  const all = accessors.map((each) => ('sparse' in each ? each : { bufferView: 0, ...each }));
  const json = {
    asset: { version: '2.0' },
    accessors: all,
    bufferViews: [{ buffer: 0, byteLength: 40, ...view }],
    buffers: [{ byteLength: 44 }],
  };
  const expected = Buffer.alloc(44);
  for (const [from, to] of kept) expected.fill('x', from, to);
  expect(Buffer.from(readGlb((await stripped(writeGlb({ json, bin }))).bytes).bin)).toEqual(expected);
});

test('a view that two hundred thousand accessors read: an answer all the same', async () => {
  const accessors = Array.from({ length: 200_000 }, (_, i) => ({
    bufferView: 0,
    byteOffset: i * 4,
    componentType: 5126,
    count: 1,
    type: 'SCALAR',
  }));
  const bin = new Uint8Array(800_000).fill(120);
  const json = {
    asset: { version: '2.0' },
    accessors,
    bufferViews: [{ buffer: 0, byteLength: bin.length }],
    buffers: [{ byteLength: bin.length }],
  };
  expect((await stripped(writeGlb({ json, bin }))).status).toBe('clean');
});

test('a view that an extension reads stays whole', async () => {
  const bytes = await glbWith(({ json }) => {
    const draco = { KHR_draco_mesh_compression: { bufferView: 2, attributes: { POSITION: 0 } } };
    json.accessors = [{ bufferView: 2, componentType: 5123, count: 1, type: 'SCALAR' }];
    json.meshes = [{ primitives: [{ attributes: { POSITION: 0 }, extensions: draco }] }];
    json.images = [];
  });
  const { bin } = readGlb((await stripped(bytes)).bytes);
  expect(Buffer.from(bin.subarray(80, 92))).toEqual(Buffer.from(readGlb(bytes).bin.subarray(80, 92)));
  expect(bin.subarray(92).every((byte) => byte === 0)).toBe(true);
});

test('names that the specification wants become numbers', async () => {
  const bytes = await glbWith(({ json }) => {
    json.extensions = { KHR_materials_variants: { variants: [{ name: canary('a variant') }] } };
    json.extensionsUsed = ['KHR_materials_variants', 'KHR_lights_punctual', 'KHR_materials_clearcoat'];
    json.nodes = [{ mesh: 0 }, {}];
  });
  const clean = await stripped(bytes);
  expect(readGlb(clean.bytes).json.extensions).toEqual({
    KHR_materials_variants: { variants: [{ name: 'variant 1' }] },
  });
});

const URIS: [uri: string, fresh: string][] = [
  ['C:\\Users\\jane\\skin.png', 'skin.png'],
  ['file:///home/jane/skin%20a.png', 'skin%20a.png'],
  ['..%2f..%2fclient/skin.png', 'skin.png'],
  ['https://example.com/a/skin.png?token=1', 'skin.png'],
  ['textures/skin.png', 'textures/skin.png'],
  ['textures/skin', 'textures/skin'],
  ['skin', 'skin'],
  ['of Zoe Dunn', ''],
  ['for Zoe data:image/png;base64,', ''],
];

test.each(URIS)('of the address %s there stays %s', async (uri, fresh) => {
  const { bytes } = await stripped(await glbWith(({ json }) => Object.assign(json, { images: [{ uri }] })));
  expect(readGlb(bytes).json.images).toEqual([{ uri: fresh }]);
});

const HELD: [name: string, change: (model: Model) => unknown, status: string, problem: RegExp][] = [
  [
    'an unknown extension that it needs',
    ({ json }) => Object.assign(json, { extensionsRequired: ['X_y'] }),
    'unsupported',
    /X_y/,
  ],
  [
    'an old version',
    ({ json }) => Object.assign(json, { asset: { version: '1.0' } }),
    'unsupported',
    /old form/,
  ],
  [
    'a view beyond the end',
    ({ json }) => Object.assign(json, { bufferViews: [{ buffer: 0, byteLength: 1e9 }] }),
    'damaged',
    /lengths/,
  ],
  [
    'a picture of no known kind',
    ({ json }) => Object.assign(json, { images: [{ bufferView: 0 }] }),
    'unsupported',
    /picture 1/,
  ],
  [
    'a buffer that is written down, but not as one',
    ({ json }) => Object.assign(json, { buffers: [{ byteLength: 3, uri: 'data:text/plain,Zoe' }] }),
    'damaged',
    /code/,
  ],
  [
    'a view that is not there',
    ({ json }) => Object.assign(json, { images: [{ bufferView: -1 }] }),
    'damaged',
    /lengths/,
  ],
];

test.each(HELD)('held: %s', async (_, change, status, problem) => {
  const bytes = await glbWith(change);
  const result = await stripped(bytes);
  expect(result).toMatchObject({ status, usable: false, bytes });
  expect(result.problems.join()).toMatch(problem);
});

test('JSON of another kind is not taken for a model', async () => {
  expect((await stripped(join('{"scenes": [1, 2]}'))).status).toBe('unsupported');
  expect((await stripped(join('{"hello": 1}'))).format).toBe('unknown');
});
