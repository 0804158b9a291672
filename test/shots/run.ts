// `npm run shots [part of a name]`: pictures of every state of every page, light and dark, in .output/shots.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { buildBoth, ROOT } from '../browser/harness/build.ts';
import { SCHEMES, showState } from './show.ts';
import { openStage } from './stage.ts';
import { STATES } from './states/index.ts';

const wanted = process.argv[2] ?? '';
const folder = join(ROOT, '.output/shots');
const builds = await buildBoth();
const stage = await openStage();

try {
  for (const state of STATES.filter(({ area, name }) => `${area}/${name}`.includes(wanted))) {
    await mkdir(join(folder, state.area), { recursive: true });
    await showState(state, stage, async (page, scheme) => {
      const path = join(folder, state.area, `${state.name}-${scheme}.png`) as `${string}.png`;
      if (!state.windowOnly) await unroll(page);
      await page.screenshot({ path });
    });
    console.log(`${state.area}/${state.name}`);
  }
} finally {
  await stage.close();
  await rm(builds, { recursive: true });
}
console.log(`The pictures are in ${folder} (${SCHEMES.join(' and ')}).`);

/** Makes the window as high as its page: in a picture of a scrolled page, what sticks to the window's foot would stand in its middle. */
async function unroll(page: Page): Promise<void> {
  const viewport = page.viewport();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (viewport && height > viewport.height) await page.setViewport({ ...viewport, height });
}
