import type { Page } from 'puppeteer-core';
import type { Stage } from './stage.ts';

export const AREAS = ['popup', 'dashboard', 'welcome', 'in-page'] as const;
export type Area = (typeof AREAS)[number];

/**
 * One thing a person can have before them. The screenshots (`npm run shots`) and the accessibility test (`test/browser/axe.test.ts`) are
 * both made from the same list of these: what can be seen is what is tested.
 */
export type State = {
  area: Area;
  /** What the picture's file is called: "after-change". */
  name: string;
  /** Brings the state about and gives the page that shows it. The page is closed by the caller. */
  open(stage: Stage): Promise<Page>;
  /** Width and height of the window; 380 by 600 for the popup and 1280 by 800 for other pages when left out. */
  size?: { width: number; height: number };
  /** Take what the window shows and not the whole length of the page: for what lies above a page. */
  windowOnly?: true;
};
