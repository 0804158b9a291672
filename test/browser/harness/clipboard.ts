import type { Page } from 'puppeteer-core';

/** Pastes what is on the clipboard where the focus is, as a person does. */
export async function pressPaste(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
}

/**
 * Has `page`, of any site, put a picture on Chromium's clipboard. Chromium takes no file as it is: it draws the picture anew, so that
 * nothing is left of what was written beside it.
 */
export async function copyPictureInChromium(page: Page, png: Uint8Array): Promise<void> {
  const { origin } = new URL(page.url());
  await page.browserContext().overridePermissions(`${origin}/`, ['clipboard-sanitized-write']);
  await page.bringToFront();
  await page.evaluate(async (bytes) => {
    const picture = new Blob([Uint8Array.from(bytes)], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  }, Array.from(png));
}
