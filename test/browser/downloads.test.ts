import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtExtension } from './harness/build.ts';
import { type Bench, type ExtensionApi, open, until } from './harness/index.ts';
import { withPermissions } from './harness/permission.ts';

declare const chrome: ExtensionApi;

const STUDIO = 'https://studio.tripo3d.ai/';
const STRANGER = 'https://stranger.example/';
const PAGE =
  '<!doctype html><title>done</title><a id="model" href="/dragon.glb" download>model</a><a id="note" href="/notes.txt" download>notes</a>';

// Firefox lets no extension choose the place, and its permission cannot be given without a person.
describe('downloads from a guarded site, in chromium', () => {
  let bench: Bench;
  let copy: string;
  beforeAll(async () => {
    copy = await withPermissions(builtExtension('chromium'), ['downloads']);
    bench = await open('chromium', { extension: copy });
    for (const url of [STUDIO, STRANGER])
      bench.world.route(url, ({ path }) =>
        path === '/' ? PAGE : { headers: { 'content-disposition': 'attachment' }, body: 'solid nothing' },
      );
  });
  afterAll(async () => {
    await bench?.close();
    await rm(copy, { recursive: true, force: true });
  });

  const choose = (name: string) =>
    bench.background((name) => {
      const opening = indexedDB.open('meshwarden');
      return new Promise<void>((done) => {
        opening.onsuccess = () => {
          const writing = opening.result.transaction('projects', 'readwrite');
          writing.objectStore('projects').put({ name, chosenAt: Date.now(), ticks: {} });
          writing.oncomplete = () => done(opening.result.close());
        };
      });
    }, name);

  /** Where the newest download of that name went, below its folder. */
  const placeOf = (name: string) =>
    until(
      () =>
        bench.background(async (name) => {
          const items = await chrome.downloads.search({ orderBy: ['-startTime'] });
          return items.find(({ filename }) => filename.includes(name))?.filename.replaceAll('\\', '/');
        }, name),
      { what: `the download of ${name}` },
    );

  const take = async (url: string, id: string) => {
    const page = await bench.page(url);
    await page.click(id);
    return page;
  };

  it('leaves a model where it would go while no project is named', async () => {
    await (await take(STUDIO, '#model')).close();
    expect(await placeOf('dragon')).not.toContain('Client_Projects');
  });

  it('files a model under the current project, and notes it', async () => {
    await choose('Dragon for Northlight');
    await (await take(STUDIO, '#model')).close();
    expect(await placeOf('Client_Projects')).toMatch(
      /\/Client_Projects\/Dragon for Northlight\/01_AI_Source\/dragon[^/]*\.glb$/,
    );
  });

  it('leaves other files and other sites alone', async () => {
    await (await take(STUDIO, '#note')).close();
    expect(await placeOf('notes')).not.toContain('Client_Projects');
    await (await take(STRANGER, '#model')).close();
    expect((await placeOf('dragon')) ?? '').not.toContain('Client_Projects');
  });
});
