import { expect, test } from 'vitest';
import { blank, drop, keep, rewrite } from '../../../lib/strip/container.ts';
import { scanEnd } from '../../../lib/strip/jpeg-scan.ts';
import { rebuild } from '../../../lib/strip/rebuild.ts';
import { Window } from '../../../lib/strip/window.ts';
import { fileOf, join } from '../../fixtures/bytes.ts';
import { CountingFile } from '../../fixtures/counting-file.ts';

const original = fileOf(join('0123456789'), 'n.bin', 'image/x');
const bytes = (text: string) => () => join(text);
const textOf = (file: File) => file.text();

test('neighbours that are kept are one slice of the original', async () => {
  const slices: [number?, number?][] = [];
  const file = fileOf(join('0123456789'), 'n.bin');
  const slice = file.slice.bind(file);
  file.slice = (start, end) => {
    slices.push([start, end]);
    return slice(start, end);
  };
  const rebuilt = await rebuild(file, [keep(0, 3), keep(3, 5), drop(5, 7), keep(7, 10)], {});
  expect(await textOf(rebuilt.file)).toBe('01234789');
  expect(slices).toEqual([
    [0, 5],
    [7, 10],
  ]);
  expect(rebuilt.removedBytes).toBe(2);
  expect(rebuilt.changed).toHaveLength(1);
});

test('a part written as it was is no change', async () => {
  const rebuilt = await rebuild(original, [keep(0, 4), rewrite(4, 6, bytes('45')), keep(6, 10)], {});
  expect(rebuilt).toMatchObject({ changed: [], removedBytes: 0 });
  expect(await textOf(rebuilt.file)).toBe('0123456789');
});

test('new bytes stand where the old ones stood, and name and type stay', async () => {
  const { file, removedBytes } = await rebuild(
    original,
    [keep(0, 4), rewrite(4, 9, bytes('xy')), keep(9, 10)],
    {},
  );
  expect(await textOf(file)).toBe('0123xy9');
  expect([file.name, file.type, removedBytes]).toEqual(['n.bin', 'image/x', 3]);
});

test('what no part names is left out', async () => {
  const { file, removedBytes } = await rebuild(original, [keep(0, 2), keep(8, 10)], {});
  expect(await textOf(file)).toBe('0189');
  expect(removedBytes).toBe(6);
});

test.each([1, 4095, 4096, 70_001, 2_300_000])('%i bytes become as many zeros', async (length) => {
  const file = fileOf(join('ab', new Uint8Array(length).fill(7), 'yz'), 'n.bin');
  const { file: clean } = await rebuild(
    file,
    [keep(0, 2), blank(2, 2 + length), keep(2 + length, 4 + length)],
    {},
  );
  const expected = join('ab', new Uint8Array(length), 'yz');
  expect(Buffer.compare(new Uint8Array(await clean.arrayBuffer()), expected)).toBe(0);
});

test('thousands of ranges to blank are looked at up to the first that is full', async () => {
  const count = 3000;
  const file = new CountingFile([new Uint8Array(10), new Uint8Array(20 * count - 10).fill(7)], 'n.bin');
  const parts = Array.from({ length: count }, (_, i) => [
    blank(20 * i, 20 * i + 10),
    keep(20 * i + 10, 20 * i + 20),
  ]);
  const { file: clean, removedBytes } = await rebuild(file, parts.flat(), {});
  expect(removedBytes).toBe(10 * (count - 1));
  expect(file.bytesRead).toBeLessThan(200);
  const bytes = new Uint8Array(await clean.arrayBuffer());
  expect(bytes.every((byte, i) => byte === (i % 20 < 10 ? 0 : 7))).toBe(true);
});

test('a blank range that has something to tell is looked at each time', async () => {
  const file = fileOf(join('12', new Uint8Array(4)), 'n.bin');
  const told = () => [{ kind: 'other' as const, where: 'space' }];
  const { changed } = await rebuild(file, [blank(0, 2), blank(2, 4, told), blank(4, 6)], {});
  expect(changed.map(({ start }) => start)).toEqual([0, 4]);
});

test('a scan ends at its marker, wherever the reading steps fall', async () => {
  const coded = join('abc', 0xff, 0, 0xff, 0xd3, 'def', 0xff, 0xff, 0xd9);
  for (let span = 1; span <= coded.length; span++) {
    const scan = await scanEnd(new Window(new Blob([coded]), span / 4), 0);
    expect(scan).toEqual({ end: 11, damaged: false });
  }
  expect(await scanEnd(new Window(new Blob([coded.slice(0, 11)]), 4), 0)).toEqual({
    end: 11,
    damaged: false,
  });
  expect((await scanEnd(new Window(new Blob([join('a', 0xff, 2, 'b')]), 4), 0)).damaged).toBe(true);
});
