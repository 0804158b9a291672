// `npm run shots [part of a name]`: pictures of every state of every page, light and dark, zoomed, narrow, from right to left and in the
// system's own colours, in .output/shots.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { buildBoth, ROOT } from '../browser/harness/build.ts';
import { LOOKS, looksFor, withLook } from './looks.ts';
import { SCHEMES, showState } from './show.ts';
import { openStage } from './stage.ts';
import type { State } from './state.ts';
import { STATES } from './states/index.ts';

const wanted = process.argv[2] ?? '';
const folder = join(ROOT, '.output/shots');
const builds = await buildBoth();
const stage = await openStage();

try {
  for (const state of STATES.filter(({ area, name }) => `${area}/${name}`.includes(wanted))) {
    await mkdir(join(folder, state.area), { recursive: true });
    await showState(state, stage, async (page, scheme) => {
      await picture(page, state, scheme);
      if (scheme === 'light')
        for (const look of looksFor(page.viewport()))
          await withLook(page, look, () => picture(page, state, look));
    });
    console.log(`${state.area}/${state.name}`);
  }
} finally {
  await stage.close();
  await rm(builds, { recursive: true });
}
console.log(`The pictures are in ${folder} (${[...SCHEMES, ...LOOKS].join(', ')}).`);

async function picture(page: Page, { area, name, windowOnly }: State, how: string): Promise<void> {
  if (!windowOnly) await unroll(page);
  await page.screenshot({ path: join(folder, area, `${name}-${how}.png`) as `${string}.png` });
}

/** Makes the window as high as its page: in a picture of a scrolled page, what sticks to the window's foot would stand in its middle. */
async function unroll(page: Page): Promise<void> {
  const viewport = page.viewport();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (viewport && height > viewport.height) await page.setViewport({ ...viewport, height });
}
