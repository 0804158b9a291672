import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../../browser/harness/build.ts';
import { until } from '../../browser/harness/until.ts';
import type { Stage } from '../stage.ts';
import type { State } from '../state.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const PHOTO = join(ROOT, 'public/welcome/photo.jpg');

/** A page like any generator's. Nothing in it is any vendor's. */
const PAGE = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A generator</title>
  <style>
    :root { color-scheme: light dark; font: 1rem/1.5 system-ui; background: light-dark(#e9edf2, #14181d) }
    body { margin: 0; padding: 2rem }
    input { max-width: 100% }
    p { padding: 2rem; border: 2px dashed light-dark(#94a3b8, #475569); border-radius: 1rem }
  </style>
  <main>
    <h1>Make a model from a picture</h1>
    <p><label>Your pictures <input type="file" id="input" multiple></label></p>
    <button id="clear">Send to the render farm</button>
  </main>
  <script>
    clear.onclick = () => { fetch('http://render.example/jobs', { method: 'POST', body: 'a model' }).catch(() => {}) };
  </script></html>`;

/** Opens the page and waits until the guard shows these words. */
async function shown(stage: Stage, words: string, act: (page: Page) => Promise<void>): Promise<Page> {
  const { bench } = stage;
  bench.world.route(STUDIO, () => PAGE);
  const page = await bench.page(STUDIO);
  await act(page);
  await until(async () => (await bench.guardText(page)).includes(words), { what: words });
  return page;
}

/** Gives the page files of these names. */
async function give(stage: Stage, page: Page, files: Record<string, string | Uint8Array>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'meshwarden-shots-'));
  const paths = Object.keys(files).map((name) => join(folder, name));
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
  await stage.bench.pick(page, '#input', paths);
}

const inPage = (name: string, open: State['open'], size?: State['size']): State => ({
  area: 'in-page',
  name,
  open,
  windowOnly: true,
  ...(size ? { size } : {}),
});

const hold = (stage: Stage) => shown(stage, 'render.example', (page) => page.click('#clear'));

/** What the guard shows in a page: notices, and questions. */
export const IN_PAGE: readonly State[] = [
  inPage('notice', (stage) => shown(stage, 'cleaned', (page) => stage.bench.pick(page, '#input', [PHOTO]))),
  inPage('notice-many', (stage) =>
    shown(stage, '4 files', (page) => stage.bench.pick(page, '#input', [PHOTO, PHOTO, PHOTO, PHOTO])),
  ),
  inPage('held-file', (stage) =>
    shown(stage, 'hero_paintover.psd', (page) =>
      give(stage, page, { 'hero_paintover.psd': '8BPS, and layers' }),
    ),
  ),
  inPage('hold', hold),
  inPage('hold-small', hold, { width: 360, height: 640 }),
];
