import type { Frame, Page } from 'puppeteer-core';
import type { BrowserKind } from '../../tools/browsers.ts';
import { shownInChromium } from './shadow-chromium.ts';
import { shownInFirefox } from './shadow-firefox.ts';
import type { Shown } from './shown.ts';
import { until } from './until.ts';

/** Everything the closed shadow roots of the page and its frames show, as text. Empty when they show nothing. */
export async function guardText(kind: BrowserKind, page: Page): Promise<string> {
  const shown = await Promise.all(page.frames().map((frame) => shownIn(kind, frame)));
  return shown
    .flat()
    .map(({ text }) => text)
    .join('\n')
    .trim();
}

/** Waits for a button of that label (the whole of it, or else a part) in a closed shadow root, and clicks it with the mouse. */
export async function clickGuard(kind: BrowserKind, page: Page, label: string): Promise<void> {
  const { x, y } = await until(() => findButton(kind, page, label), { what: `a button "${label}"` });
  await page.mouse.click(x, y);
}

async function findButton(kind: BrowserKind, page: Page, label: string) {
  for (const frame of page.frames()) {
    const buttons = (await shownIn(kind, frame)).flatMap((each) => each.buttons);
    const button = buttons.find((it) => it.label === label) ?? buttons.find((it) => it.label.includes(label));
    if (!button) continue;
    const offset = await offsetOf(frame);
    return { x: button.x + offset.x, y: button.y + offset.y };
  }
  return null;
}

/** A frame that goes away while it is looked at shows nothing. */
async function shownIn(kind: BrowserKind, frame: Frame): Promise<Shown[]> {
  return await (kind === 'chromium' ? shownInChromium(frame) : shownInFirefox(frame)).catch(
    (error: unknown) => {
      if (frame === frame.page().mainFrame()) throw error;
      return [];
    },
  );
}

async function offsetOf(frame: Frame): Promise<{ x: number; y: number }> {
  await using element = await frame.frameElement();
  const box = await element?.boundingBox();
  const border = await element?.evaluate(({ clientLeft, clientTop }) => ({ x: clientLeft, y: clientTop }));
  return { x: (box?.x ?? 0) + (border?.x ?? 0), y: (box?.y ?? 0) + (border?.y ?? 0) };
}
