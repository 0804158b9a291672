import type { Page, Viewport } from 'puppeteer-core';

/**
 * Ways in which the same page may have to look: in a browser zoomed to 200 % (half the pixels, each twice as large; a popup then has 800 by
 * 600 of the screen's at most), in a window 320 pixels wide (WCAG 2.2, 1.4.10 "Reflow"), written from right to left, and with the colours
 * of the person's own system.
 */
export const LOOKS = ['zoomed', 'narrow', 'rtl', 'forced-colours'] as const;
export type Look = (typeof LOOKS)[number];

const POPUP_WIDTH = 380;
/** A window that is narrow already is not zoomed as well. */
const WIDE = 640;

/** The ways in which a page in this window is to be looked at. */
export function looksFor(usual: Viewport | null): readonly Look[] {
  const isNarrow = usual !== null && usual.width < WIDE && usual.width !== POPUP_WIDTH;
  return isNarrow ? LOOKS.filter((look) => look !== 'zoomed') : LOOKS;
}

/** Has the page look that way while `work` goes on. */
export async function withLook(page: Page, look: Look, work: () => Promise<void>): Promise<void> {
  const usual = page.viewport();
  const undo = await TAKEN_ON[look](page, usual ?? { width: 1000, height: 720 });
  try {
    await work();
  } finally {
    await undo();
    await page.setViewport(usual);
  }
}

const TAKEN_ON: Record<Look, (page: Page, usual: Viewport) => Promise<() => Promise<void>>> = {
  async zoomed(page, usual) {
    const isPopup = usual.width === POPUP_WIDTH;
    const half = { width: Math.ceil(usual.width / 2), height: Math.ceil(usual.height / 2) };
    await page.setViewport({ ...usual, ...(isPopup ? { width: POPUP_WIDTH, height: 300 } : half) });
    return async () => {};
  },
  async narrow(page, usual) {
    await page.setViewport({ ...usual, width: 320 });
    return async () => {};
  },
  async rtl(page) {
    await turn(page, 'rtl');
    return () => turn(page, 'ltr');
  },
  async 'forced-colours'(page) {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    });
    return () => session.detach();
  },
};

const turn = (page: Page, dir: 'ltr' | 'rtl') =>
  page.evaluate((way) => {
    document.documentElement.dir = way;
  }, dir);
