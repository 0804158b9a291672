import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../tools/browsers.ts';
import { withTab } from './bidi.ts';

export type ColourScheme = 'light' | 'dark';

/** Sets what the page sees as `prefers-color-scheme`. */
export async function paint(kind: BrowserKind, page: Page, scheme: ColourScheme): Promise<void> {
  if (kind === 'chromium') {
    return await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  }
  await withTab(
    page,
    '(tab, scheme) => { tab.browsingContext.prefersColorSchemeOverride = scheme; }',
    scheme,
  );
}

/** Writes a PNG of the page's viewport to `file`, in the scheme given or as the page is. */
export async function shot(
  kind: BrowserKind,
  page: Page,
  file: string,
  scheme?: ColourScheme,
): Promise<void> {
  if (scheme) await paint(kind, page, scheme);
  await mkdir(dirname(file), { recursive: true });
  await page.screenshot({ path: file as `${string}.png` });
}
