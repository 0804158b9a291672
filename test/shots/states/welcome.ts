import type { Page } from 'puppeteer-core';
import type { Stage } from '../stage.ts';
import type { State } from '../state.ts';

const BROKEN = 'cut off in the middle of nowhere';

/** Goes to the n-th screen, and waits until the photo that comes with the extension was looked into. */
async function screen(stage: Stage, step: number): Promise<Page> {
  const page = await stage.show('/welcome.html');
  await page.waitForSelector('h1');
  await page.click(`.welcome-steps li:nth-child(${step}) button`);
  if (step === 2) await page.waitForSelector('.trial img');
  return page;
}

const state = (name: string, open: State['open'], size?: State['size']): State => ({
  area: 'welcome',
  name,
  open,
  size,
});

export const WELCOME: readonly State[] = [
  state('promise', (stage) => screen(stage, 1)),
  state('try', (stage) => screen(stage, 2)),
  state('try-cleaned', async (stage) => {
    const page = await screen(stage, 2);
    await page.click('.trial .main');
    await page.waitForSelector('.findings-gone');
    return page;
  }),
  state('try-own-unreadable', async (stage) => {
    const page = await screen(stage, 2);
    await page.evaluate((text) => {
      const input = document.querySelector<HTMLInputElement>('.file-button input');
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], 'notes.psd'));
      if (input) input.files = chosen.files;
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    }, BROKEN);
    await page.waitForFunction(() => document.querySelector('figcaption')?.textContent === 'notes.psd');
    return page;
  }),
  state('where', (stage) => screen(stage, 3)),
  state('narrow', (stage) => screen(stage, 2), { width: 360, height: 740 }),
];
