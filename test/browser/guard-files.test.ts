import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leaks } from '../fixtures/canary.ts';
import { phoneJpeg } from '../fixtures/jpeg.ts';
import { privatePng } from '../fixtures/png.ts';
import { given, HOSTILE_PAGE, leaksOf, STUDIO } from './guard/page.ts';
import { copyPictureInChromium, pressPaste } from './harness/clipboard.ts';
import { type Bench, BROWSERS, open, until } from './harness/index.ts';

let folder: string;
const ELSEWHERE = 'https://elsewhere.example/';
const paths = { photo: '', picture: '', cut: '', model: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meshwarden-guard-'));
  const photo = await phoneJpeg();
  const files = {
    photo: ['photo.jpg', photo],
    picture: ['picture.png', await privatePng()],
    cut: ['cut.jpg', photo.subarray(0, photo.length - 400)],
    model: ['model.glb', Buffer.from('glTF and MWCANARY inside')],
  } as const;
  for (const [key, [name, bytes]] of Object.entries(files)) {
    paths[key as keyof typeof paths] = join(folder, name);
    await writeFile(join(folder, name), bytes);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(BROWSERS)('files on a hostile page, in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, ({ path }) => (path === '/' ? HOSTILE_PAGE : { body: 'received' }));
  });
  afterAll(() => bench?.close());
  beforeEach(async () => {
    bench.world.clear();
    page = await bench.page(STUDIO);
  });
  afterEach(async () => {
    expect(await leaksOf(page)).toEqual([]);
    for (const { bytes } of bench.world.filesReceived()) expect(leaks(bytes)).toEqual([]);
    await page.close();
  });

  const both = (route: string, files: string) => [`${route}, input, ${files}`, `${route}, change, ${files}`];
  const JPEG = 'photo.jpg image/jpeg';
  const PNG = 'picture.png image/png';

  it('cleans what is picked, and says what was taken out', async () => {
    await bench.pick(page, '#single', [paths.photo]);
    expect(await given(page, 'single')).toEqual(both('single', JPEG));
    expect(bench.world.filesReceived()).toHaveLength(1);
    const text = await until(() => bench.guardText(page));
    expect(text).toContain('photo.jpg');
    expect(text).toMatch(/Location \(51\.5014, -0\.1419\), .*camera serial number.*: removed/);
  });

  it('keeps order and count of many, and takes the same file twice', async () => {
    await bench.pick(page, '#multiple', [paths.photo, paths.picture]);
    const once = both('multiple', `${JPEG}, ${PNG}`);
    expect(await given(page, 'multiple')).toEqual(once);
    await bench.pick(page, '#multiple', [paths.photo, paths.picture]);
    await until(async () => (await given(page, 'multiple')).length === 4);
    expect(await given(page, 'multiple')).toEqual([...once, ...once]);
  });

  it.each(['detached', 'picker', 'dispatched', 'early', 'moved'])(
    'cleans what a detached input takes: %s',
    async (id) => {
      await bench.choose(page, `#${id}`, [paths.photo]);
      expect(await given(page, id)).toEqual(both(id, JPEG));
    },
  );

  it.each([
    ['open', '#openShadow'],
    ['closed', '#closedShadow'],
    ['nested', '#nestedShadow'],
    ['lonely', '#lonelyShadow'],
  ])('cleans what an input in a shadow tree takes: %s', async (route, button) => {
    await bench.choose(page, button, [paths.photo]);
    expect(await given(page, route)).toEqual(both(route, JPEG));
  });

  it('cleans what is dropped', async () => {
    await bench.drop(page, '#zone', [paths.photo, paths.picture]);
    expect(await given(page, 'drop')).toEqual([`drop, drop, ${JPEG}, ${PNG}`]);
  });

  it('cleans what is dropped on an input', async () => {
    await bench.drop(page, '#multiple', [paths.photo, paths.picture]);
    expect(await given(page, 'multiple')).toEqual(both('multiple', `${JPEG}, ${PNG}`));
  });

  it('cleans what is pasted', async () => {
    await bench.paste(page, '#text', [paths.photo]);
    expect(await given(page, 'paste')).toEqual([`paste, paste, ${JPEG}`]);
  });

  it('cleans what is pasted and taken item by item', async () => {
    await bench.paste(page, '#items', [paths.photo]);
    expect(await given(page, 'items')).toEqual([`items, paste, ${JPEG}`]);
  });

  it.runIf(kind === 'chromium')(
    'holds what a person pastes by the keyboard, and gives it on once',
    async () => {
      expect(await pastedByKeyboard(bench, page)).toEqual([false]);
      expect(await given(page, 'paste')).toEqual(['paste, paste, image.png image/png']);
    },
  );

  it('leaves the input and its form as they would be without it', async () => {
    await bench.pick(page, '#single', [paths.photo]);
    await given(page, 'single');
    const seen = await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#single') as HTMLInputElement;
      const [file] = input.files ?? [];
      const form = document.createElement('form');
      input.name = 'photo';
      form.append(input);
      const sent = new FormData(form).get('photo');
      return [
        input.value,
        input.files?.length,
        file?.name,
        sent instanceof File && sent.name,
        sent instanceof File && sent.size === file?.size,
      ];
    });
    expect(seen).toEqual(['C:\\fakepath\\photo.jpg', 1, 'photo.jpg', 'photo.jpg', true]);
  });

  it('holds a broken file and keeps it back by default', async () => {
    await bench.pick(page, '#multiple', [paths.photo, paths.cut]);
    const text = await until(
      async () => (await bench.guardText(page)).match(/could not be cleaned[\s\S]*/)?.[0],
    );
    expect(text).toContain('cut.jpg');
    expect(
      await page.evaluate(() => document.querySelector<HTMLInputElement>('#multiple')?.files?.length),
    ).toBe(0);
    await bench.clickGuard(page, 'Keep it back');
    expect(await given(page, 'multiple')).toEqual(both('multiple', JPEG));
  });

  it('holds what is no picture; Escape keeps it back', async () => {
    await bench.pick(page, '#single', [paths.model]);
    await until(async () => (await bench.guardText(page)).includes('model.glb'));
    await page.keyboard.press('Escape');
    await until(async () => (await bench.guardText(page)) === '');
    await bench.pick(page, '#single', [paths.photo]);
    expect(await given(page, 'single')).toEqual(both('single', JPEG));
  });
});

/** Pastes a picture into the page: is what its listeners are told of trusted, that is, straight from the browser? */
async function pastedByKeyboard(bench: Bench, page: Page): Promise<boolean[]> {
  bench.world.route(ELSEWHERE, () => 'a page');
  const other = await bench.page(ELSEWHERE);
  await copyPictureInChromium(other, await readFile(paths.picture));
  await other.close();
  await page.bringToFront();
  await page.evaluate(() => {
    const pastes: boolean[] = [];
    Object.assign(window, { pastes });
    document.addEventListener('paste', ({ isTrusted }) => pastes.push(isTrusted), true);
  });
  await page.focus('#text');
  await pressPaste(page);
  await given(page, 'paste');
  return await page.evaluate(() => (window as never as { pastes: boolean[] }).pastes);
}

describe.each(BROWSERS)('the person has the last word, in %s', (kind) => {
  it('sends an unclean file after a real click on the second button', async () => {
    const bench = await open(kind);
    try {
      bench.world.route(STUDIO, ({ path }) => (path === '/' ? HOSTILE_PAGE : { body: 'received' }));
      const page = await bench.page(STUDIO);
      await bench.pick(page, '#single', [paths.model]);
      await bench.clickGuard(page, 'Use it uncleaned');
      await until(() => bench.world.filesReceived().some(({ name }) => name === 'model.glb'));
    } finally {
      await bench.close();
    }
  });
});

describe.each(BROWSERS)('the hostile page itself, in %s', (kind) => {
  it('sees the canary, and the browser’s own events, where nobody guards', async () => {
    const bench = await open(kind, { extension: false });
    try {
      bench.world.route(STUDIO, ({ path }) => (path === '/' ? HOSTILE_PAGE : { body: 'received' }));
      const page = await bench.page(STUDIO);
      await bench.pick(page, '#single', [paths.photo]);
      await given(page, 'single');
      expect((await leaksOf(page)).join()).toContain('input at window, capture');
      expect(bench.world.filesReceived().flatMap(({ bytes }) => leaks(bytes))).not.toEqual([]);
      if (kind === 'chromium') expect(await pastedByKeyboard(bench, page)).toEqual([true]);
    } finally {
      await bench.close();
    }
  });
});
