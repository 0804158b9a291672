import { browser } from '../browser.ts';
import type { GuardedPage } from './trust.ts';

/** Puts the stripper into a guard's frame, in the extension's own world. Rejects when the frame has gone or the browser does not let us. */
export async function bringStripper({ tab, frame }: GuardedPage): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    files: ['stripper.js'],
    injectImmediately: true,
  });
}
