import type { Page } from 'puppeteer-core';
import type { ColourScheme } from '../browser/harness/index.ts';
import type { Stage } from './stage.ts';
import type { State } from './state.ts';

export const SCHEMES = ['light', 'dark'] as const satisfies readonly ColourScheme[];

const POPUP = { width: 380, height: 600 };
const PAGE = { width: 1280, height: 800 };

/** Brings a state about once, hands it to `look` in each scheme, and closes it. */
export async function showState(
  state: State,
  stage: Stage,
  look: (page: Page, scheme: ColourScheme) => Promise<void>,
): Promise<void> {
  const page = await state.open(stage);
  try {
    await page.bringToFront();
    await page.setViewport({
      ...(state.size ?? (state.area === 'popup' ? POPUP : PAGE)),
      deviceScaleFactor: 2,
    });
    for (const scheme of SCHEMES) {
      await stage.bench.paint(page, scheme);
      await look(page, scheme);
    }
  } finally {
    await page.close();
  }
}
