import { deflateSync, inflateRawSync, inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { strip } from '../../../lib/strip/index.ts';
import { join } from '../../fixtures/bytes.ts';
import { canary, leaks } from '../../fixtures/canary.ts';
import { phoneExif } from '../../fixtures/exif.ts';
import { privateProfile } from '../../fixtures/icc.ts';
import {
  animatedPng,
  chunk,
  plainPng,
  privatePng,
  readPng,
  splitPng,
  withChunks,
  writePng,
} from '../../fixtures/png.ts';
import { hasPerl, privateTags } from './exiftool.ts';
import { shown, stripped } from './oracles.ts';

const FIXTURES: [name: string, make: () => Promise<Uint8Array>][] = [
  ['plain', plainPng],
  ['a canary in every private place', privatePng],
  ['animated', animatedPng],
];

describe.each(FIXTURES)('PNG: %s', (_, make) => {
  test('no private data is left, and the picture is the same', async () => {
    const original = await make();
    const clean = await stripped(original);
    expect(clean.problems).toEqual([]);
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
    expect(privateTags({ clean: bytes })).toEqual({ clean: [] });
  });
});

test('what was found is told in words', async () => {
  const { findings } = await stripped(await privatePng());
  const told = (where: string) => findings.find((finding) => finding.where === where);
  expect(told('PNG tEXt parameters')).toMatchObject({
    kind: 'prompt',
    value: expect.stringContaining('a castle'),
  });
  expect(told('PNG tEXt workflow')).toMatchObject({ kind: 'prompt', value: 'ComfyUI workflow, 48 bytes' });
  expect(told('PNG zTXt Comment')).toMatchObject({ kind: 'comment', value: 'MWCANARY in zTXt' });
  expect(told('PNG iTXt Title')).toMatchObject({ kind: 'comment', value: 'MWCANARY in iTXt' });
  expect(told('PNG tIME')).toMatchObject({ kind: 'time', value: '2026-03-04 05:06:07' });
  expect(told('PNG caBX')).toMatchObject({ kind: 'provenance' });
  expect(told('EXIF GPSLatitude')).toMatchObject({ value: '51.5014, -0.1419' });
  expect(told('XMP dc:creator')).toMatchObject({ kind: 'person' });
  expect(told('PNG mkBF')).toMatchObject({ kind: 'other' });
  expect(told('after the end')).toMatchObject({ kind: 'trailing' });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i stays', async (orientation) => {
  const original = withChunks(await plainPng(), chunk('eXIf', phoneExif(orientation)));
  const { bytes } = await stripped(original);
  const exif = readPng(bytes).filter(({ type }) => type === 'eXIf');
  expect(exif).toHaveLength(orientation === 1 ? 0 : 1);
  expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(orientation);
});

test('an animation keeps its chunks in their order', async () => {
  const { bytes } = await stripped(await animatedPng());
  const types = readPng(bytes).map(({ type }) => type);
  expect(types.filter((type) => type !== 'pHYs')).toEqual([
    'IHDR',
    'acTL',
    'fcTL',
    'IDAT',
    'fcTL',
    'fdAT',
    'IEND',
  ]);
});

test('what stands between two parts of the pixels goes, the pixels stay', async () => {
  const { bytes } = await stripped(await splitPng(chunk('tEXt', 'Comment', 0, canary('between'))));
  expect(leaks(bytes)).toEqual([]);
  expect(await shown(bytes)).toEqual(await shown(await plainPng()));
});

test('author and copyright stay for those who keep them, and nothing else', async () => {
  const texts = [
    chunk('tEXt', 'Author\0Jane Doe'),
    chunk('tEXt', `Copyright\0(c) Jane Doe\0${canary('behind a zero')}`),
    chunk('tEXt', `parameters\0${canary('a prompt')}`),
  ];
  const original = withChunks(await plainPng(), ...texts);
  const kept = await stripped(original, { keepCopyright: true });
  expect(leaks(kept.bytes)).toEqual([]);
  expect(Buffer.from(kept.bytes).toString('latin1')).toContain('Author\0Jane Doe');
  expect(kept.findings.map(({ where }) => where)).toEqual(['PNG tEXt Copyright', 'PNG tEXt parameters']);
  const gone = await stripped(original);
  expect(Buffer.from(gone.bytes).toString('latin1')).not.toContain('Jane');
});

test('pixels of a large file are not read', async () => {
  const png = await largePng();
  const { read, file } = counting(png);
  expect((await strip(file)).status).toBe('stripped');
  expect(png.length).toBeGreaterThan(3_000_000);
  expect(read()).toBeLessThan(png.length / 100);
});

/** Noise that does not compress, in one IDAT chunk. */
async function largePng(): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const size = { width: 1100, height: 1100, channels: 3, background: 'black' } as const;
  const chunks = readPng(
    await sharp({ create: { ...size, noise } })
      .png()
      .toBuffer(),
  );
  const pixels = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const others = chunks.filter(({ type }) => type !== 'IDAT');
  const comment = chunk('tEXt', 'Comment', 0, canary('a large file'));
  return writePng([...others.slice(0, -1), comment, chunk('IDAT', ...pixels), chunk('IEND')]);
}

/** A file that counts the bytes that are read of it. */
function counting(bytes: Uint8Array): { file: File; read: () => number } {
  let count = 0;
  const file = new File([new Uint8Array(bytes)], 'counted.png');
  const slice = file.slice.bind(file);
  file.slice = (start, end) => {
    const part = slice(start, end);
    const read = part.arrayBuffer.bind(part);
    part.arrayBuffer = () => {
      count += part.size;
      return read();
    };
    return part;
  };
  return { file, read: () => count };
}

test.each([1, 4, 5])(
  'a profile that lacks its last bytes (%i), which browsers do not agree on, lacks its checksum',
  async (missing) => {
    const stream = deflateSync(await privateProfile());
    const cut = stream.subarray(0, -missing);
    const once = await stripped(withChunks(await plainPng(), chunk('iCCP', 'its name', 0, 0, cut)));
    const data = readPng(once.bytes).find(({ type }) => type === 'iCCP')?.data ?? join();
    expect(leaks(once.bytes)).toEqual([]);
    expect(() => inflateSync(data.subarray(5))).toThrow('unexpected end of file');
    expect(inflateRawSync(data.subarray(7)).length).toBe((await privateProfile()).length);
    expect((await stripped(once.bytes)).status).toBe('clean');
  },
);

test.each(['mDCV', 'cHRM', 'bKGD', 'fcTL'])(
  'a chunk %s that lost its sense, as its checksum tells, goes',
  async (type) => {
    const length = { mDCV: 24, cHRM: 32, bKGD: 6, fcTL: 26 }[type] ?? 0;
    const plain = await plainPng();
    const png = Buffer.from(withChunks(plain, chunk(type, new Uint8Array(length))));
    png.write('MWCANARY'.slice(0, length), png.indexOf(type) + 4);
    const { bytes, findings } = await stripped(png);
    expect(Buffer.from(bytes).includes(type)).toBe(false);
    expect(findings).toContainEqual(expect.objectContaining({ where: `PNG ${type}` }));
    expect(await shown(bytes)).toEqual(await shown(plain));
  },
);

test('a profile with something behind it is whole', async () => {
  const stream = join(deflateSync(await privateProfile()), canary('behind the profile'));
  const once = await stripped(withChunks(await plainPng(), chunk('iCCP', 'its name', 0, 0, stream)));
  const data = readPng(once.bytes).find(({ type }) => type === 'iCCP')?.data ?? join();
  expect(inflateSync(data.subarray(5)).length).toBe((await privateProfile()).length);
  expect(leaks(once.bytes)).toEqual([]);
});
