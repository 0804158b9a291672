import { expect, test } from 'vitest';
import { strip } from '../../../lib/strip/index.ts';
import { inWords } from '../../../lib/strip/words.ts';
import { fileOf, join } from '../../fixtures/bytes.ts';
import { phoneJpeg, plainJpeg } from '../../fixtures/jpeg.ts';
import { plainPng } from '../../fixtures/png.ts';

const mismatches = ({ findings }: Awaited<ReturnType<typeof strip>>) =>
  findings.filter(({ where }) => where === 'file name').map(({ value }) => value);

test.each([
  ['photo.heic', '', 'named .heic, but it is JPEG'],
  ['photo.PNG', 'image/png', 'named .png, but it is JPEG'],
  ['photo', 'image/heic', 'called image/heic, but it is JPEG'],
  ['photo.jpg', 'image/png', 'called image/png, but it is JPEG'],
])('a JPEG named %s of type "%s" is told, and cleaned all the same', async (name, type, told) => {
  const result = await strip(fileOf(await phoneJpeg(), name, type));
  expect(mismatches(result)).toEqual([told]);
  expect(result).toMatchObject({ status: 'stripped', format: 'jpeg', usable: true });
  expect([result.file.name, result.file.type]).toEqual([name, type]);
  expect(inWords(result.findings).join()).not.toContain('file name');
});

test.each([
  ['photo.jpg', 'image/jpeg'],
  ['photo.JPEG', ''],
  ['photo.jfif', 'image/pjpeg'],
  ['photo', ''],
  ['photo.backup', 'application/octet-stream'],
])('a JPEG named %s of type "%s" is nothing to tell', async (name, type) => {
  expect(await strip(fileOf(await plainJpeg(), name, type))).toMatchObject({ status: 'clean', findings: [] });
});

test('a clean file with the wrong name stays the same, and is told', async () => {
  const original = fileOf(await plainPng(), 'photo.jpg', 'image/jpeg');
  const result = await strip(original);
  expect(result.status).toBe('clean');
  expect(mismatches(result)).toEqual(['named .jpg, but it is PNG']);
  expect(await result.file.bytes()).toEqual(await original.bytes());
});

test('a neutral name, when it is wanted, fits the content', async () => {
  const name = async (bytes: Uint8Array, neutralName: boolean | number) =>
    (await strip(fileOf(bytes, 'Client X secret.heic', 'image/jpeg'), { neutralName })).file.name;
  expect(await name(await phoneJpeg(), true)).toBe('image-1.jpg');
  expect(await name(await plainPng(), 12)).toBe('image-12.png');
  expect(await name(await phoneJpeg(), false)).toBe('Client X secret.heic');
});

test('the renamed file has the type, the time and the bytes of the clean one', async () => {
  const original = fileOf(await phoneJpeg(), 'secret.jpg', 'image/jpeg');
  const options = { freshTimestamp: false } as const;
  const [plain, renamed] = [
    await strip(original, options),
    await strip(original, { ...options, neutralName: true }),
  ];
  expect(renamed.file.type).toBe('image/jpeg');
  expect(renamed.file.lastModified).toBe(original.lastModified);
  expect(await renamed.file.bytes()).toEqual(await plain.file.bytes());
});

test('a file that cannot be cleaned keeps its name: it is the original', async () => {
  const original = fileOf(join('%PDF-1.7'), 'secret.jpg');
  expect((await strip(original, { neutralName: true })).file).toBe(original);
});
