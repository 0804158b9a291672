import { describe, expect, test } from 'vitest';
import { strip } from '../../../../lib/strip/index.ts';
import { cleanAll, type Item, itemsOf, savable } from '../../../../lib/ui/dashboard/clean/batch.ts';
import { titleOf, toneOf } from '../../../../lib/ui/dashboard/clean/words.ts';
import { plainJpeg, privateJpeg } from '../../../fixtures/jpeg.ts';

const named = (name: string, ...parts: BlobPart[]) => new File(parts, name);

async function cleaned(...files: File[]): Promise<Item[]> {
  const done: Item[] = [];
  await cleanAll(
    itemsOf(files, 0),
    (file) => strip(file),
    (item) => done.push(item),
  );
  return done;
}

describe('a batch', () => {
  test('is cleaned one after the other, each told as it is done', async () => {
    const done = await cleaned(named('a.jpg', await privateJpeg()), named('b.bin', 'nothing known'));
    expect(done.map(({ id, result }) => [id, result?.status])).toEqual([
      [1, 'stripped'],
      [2, 'unsupported'],
    ]);
    expect(savable(done).map(({ name }) => name)).toEqual(['a.jpg']);
  });

  test('goes on when a file cannot be read', async () => {
    const done: Item[] = [];
    const files = [named('gone.jpg', 'x'), named('here.jpg', 'x')];
    const clean = (file: File) =>
      file.name === 'gone.jpg' ? Promise.reject(new Error('gone')) : strip(file);
    await cleanAll(itemsOf(files, 0), clean, (item) => done.push(item));
    expect(done.map(({ result }) => result?.status)).toEqual(['damaged', 'unsupported']);
  });

  test('that comes later keeps its files apart', () => {
    expect(itemsOf([named('c.jpg')], 7).map(({ id }) => id)).toEqual([8]);
  });
});

test('what became of a file is said in words, and never better than it is', async () => {
  const [photo, cut, unknown] = await cleaned(
    named('a.jpg', await privateJpeg()),
    named('b.jpg', (await plainJpeg()).slice(0, -40)),
    named('c.bin', 'nothing known'),
  );
  const said = [photo, cut, unknown].map(
    (item) => item?.result && [toneOf(item.result), titleOf(item.result)],
  );
  expect(said).toEqual([
    ['good', 'Taken out of the copy:'],
    ['held', 'This file is damaged. What is left of it was cleaned, but it is not whole.'],
    ['bad', 'This kind of file cannot be cleaned.'],
  ]);
});
