import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { join, u32 } from '../../fixtures/bytes.ts';
import { leaks } from '../../fixtures/canary.ts';
import { animatedWebp, plainWebp, privateWebp, readWebp, writeWebp } from '../../fixtures/webp.ts';
import { hasPerl, privateTags } from './exiftool.ts';
import { shown, stripped } from './oracles.ts';

const FIXTURES: [name: string, make: () => Promise<Uint8Array>][] = [
  ['lossy', plainWebp],
  ['lossless', () => plainWebp({ lossless: true })],
  ['animated', animatedWebp],
  ['lossy with a canary in every private place', async () => privateWebp(await plainWebp())],
  ['lossless with canaries', async () => privateWebp(await plainWebp({ lossless: true }))],
  ['with alpha and canaries', async () => privateWebp(await plainWebp({ alpha: true }))],
  ['animated with canaries', async () => privateWebp(await animatedWebp())],
];

describe.each(FIXTURES)('WebP: %s', (_, make) => {
  test('no private data is left, and the picture is the same', async () => {
    const original = await make();
    const clean = await stripped(original);
    expect(clean.problems).toEqual([]);
    expect(leaks(clean.bytes)).toEqual([]);
    expect(await shown(clean.bytes)).toEqual(await shown(original));
  });

  test('the lengths in the file are true', async () => {
    const { bytes } = await stripped(await make());
    expect(Buffer.from(bytes).readUInt32LE(4)).toBe(bytes.length - 8);
    expect(writeWebp(readWebp(bytes))).toEqual(bytes);
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
  const { findings } = await stripped(await privateWebp(await plainWebp()));
  const places = findings.map(({ where }) => where);
  for (const where of [
    'EXIF GPSLatitude',
    'XMP dc:creator',
    'WebP C2PA',
    'WebP INAM',
    'after the end',
    'ICC profile',
  ]) {
    expect(places).toContain(where);
  }
});

test('a ComfyUI workflow in the camera fields is told as a prompt', async () => {
  const workflow = `workflow:{"last_node_id": 9, "nodes": "${'n'.repeat(14_000)}"}`;
  const webp = await sharp(await plainWebp())
    .withExif({ IFD0: { Make: workflow } })
    .webp()
    .toBuffer();
  const { findings } = await stripped(webp);
  expect(findings).toContainEqual({ kind: 'prompt', where: 'EXIF Make', value: 'ComfyUI workflow, 14 kB' });
});

test.each(['', 'Exif\0\0'])('orientation stays, with the prefix "%s" as before', async (exifPrefix) => {
  const original = await privateWebp(await plainWebp(), { exifPrefix });
  const { bytes } = await stripped(original);
  const exif = readWebp(bytes).find(({ name }) => name === 'EXIF');
  expect(exif?.data.subarray(0, 4).toString()).toBe(exifPrefix.slice(0, 4) || 'II*\0');
  expect(readWebp(bytes)[0]?.data[0]).toBe(0x28);
});

test('the header keeps its size and all flags but Exif and XMP', async () => {
  const original = await privateWebp(await animatedWebp(), { orientation: 1 });
  const [before, after] = [readWebp(original)[0], readWebp((await stripped(original)).bytes)[0]];
  expect(after?.data[0]).toBe((before?.data[0] ?? 0) & ~0x0c);
  expect(after?.data.subarray(1)).toEqual(before?.data.subarray(1));
});

test('a length that swallows the chunk behind it is not trusted', async () => {
  const original = await privateWebp(await plainWebp());
  const at = Buffer.from(original).indexOf('VP8 ') + 4;
  const wrong = original.slice();
  wrong.set(u32(new DataView(original.buffer).getUint32(at, true) + 300, true), at);
  expect(await stripped(wrong)).toMatchObject({ status: 'damaged', usable: false });
});

test('a length that swallows exactly the Exif that the header promises is not trusted, wherever the picture stands', async () => {
  for (const base of [await plainWebp(), await plainWebp({ lossless: true }), await animatedWebp()]) {
    const chunks = readWebp(await privateWebp(base));
    const exif = chunks.findIndex(({ name }) => name === 'EXIF');
    const [picture, data] = [chunks[exif - 1]?.data, chunks[exif]?.data];
    if (!picture || !data) throw new Error('no picture before the Exif');
    const odd = new Uint8Array(picture.length % 2);
    const name = chunks[exif - 1]?.name ?? '';
    const swollen = join(picture, odd, 'EXIF', u32(data.length, true), data);
    const original = writeWebp(chunks.toSpliced(exif - 1, 2, { name, data: swollen }));
    const { status, usable } = await stripped(original);
    expect([status, usable]).toEqual(name === 'ANMF' ? ['stripped', true] : ['damaged', false]);
  }
});

test('a picture whose header promises what is not there is whole all the same', async () => {
  const [picture] = readWebp(await plainWebp());
  if (!picture) throw new Error('no picture');
  const header = { name: 'VP8X', data: join(0x2c, 0, 0, 0, 47, 0, 0, 31, 0, 0) };
  expect(await stripped(writeWebp([header, picture]))).toMatchObject({ status: 'stripped', usable: true });
});

test('an Exif chunk that claims to be longer than the file goes, the picture stays', async () => {
  const [picture] = readWebp(await plainWebp());
  const header = { name: 'VP8X', data: join(8, 0, 0, 0, 47, 0, 0, 31, 0, 0) };
  const original = join(
    writeWebp([header, picture ?? { name: '', data: join() }]),
    'EXIF',
    u32(9_999, true),
    'MWCANARY',
  );
  original.set(u32(original.length - 8, true), 4);
  const clean = await stripped(original);
  expect(clean).toMatchObject({ status: 'damaged', usable: true });
  expect(leaks(clean.bytes)).toEqual([]);
  expect((await sharp(clean.bytes).raw().toBuffer({ resolveWithObject: true })).info.width).toBe(48);
});
