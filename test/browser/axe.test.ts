import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { looksFor, withLook } from '../shots/looks.ts';
import { showState } from '../shots/show.ts';
import { openStage, type Stage } from '../shots/stage.ts';
import { STATES } from '../shots/states/index.ts';
import { openShadows } from './harness/shadow-chromium.ts';

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The standard (WCAG 2.2, A and AA) and what the makers of axe hold to be good practice besides. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** Runs in the page: what axe finds, as lines that name the rule and the place. */
async function findings(options: RunOptions): Promise<string[]> {
  const { violations } = await axe.run(options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

async function examine(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(findings, RULES);
}

/** Runs in the page: what a person would have to scroll sideways for, the page itself or something that lies outside of it. */
function sticksOut(): string[] {
  const { scrollWidth, clientWidth, dir } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const isOut = ({ left, right }: DOMRect) => (dir === 'rtl' ? left < -0.5 : right > clientWidth + 0.5);
  const out = [...document.body.querySelectorAll('*')].filter((each) => isOut(each.getBoundingClientRect()));
  return [
    `${scrollWidth} > ${clientWidth}`,
    ...out.map(({ tagName, className }) => `${tagName}.${className}`),
  ];
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

it.each(STATES.map((state) => [`${state.area}/${state.name}`, state] as const))(
  'axe finds nothing in %s, light and dark, and nothing is cut off in a narrow window or from right to left',
  async (_, state) => {
    await showState(state, stage, async (page, scheme) => {
      if (state.area === 'in-page') await openShadows(page);
      expect({ scheme, found: await examine(page) }).toEqual({ scheme, found: [] });
      if (scheme === 'light')
        for (const look of looksFor(page.viewport()))
          await withLook(page, look, async () => {
            expect({ look, sticksOut: await page.evaluate(sticksOut) }).toEqual({ look, sticksOut: [] });
          });
    });
  },
);

it('something that sticks out of a narrow window would be found', async () => {
  const page = await stage.show('/popup.html?tab=1');
  await page.evaluate(() => {
    const wide = document.createElement('p');
    wide.textContent = 'wide';
    wide.style.inlineSize = '9999px';
    document.body.append(wide);
  });
  expect(await page.evaluate(sticksOut)).toContain('P.');
  await page.close();
});

it('axe would find a word that cannot be read', async () => {
  const page = await stage.show('/popup.html?tab=1');
  await page.evaluate(() => {
    document.body.style.color = 'rgb(240 240 240)';
    document.body.insertAdjacentHTML('beforeend', '<p>faint</p>');
  });
  expect((await examine(page)).join()).toContain('color-contrast');
  await page.close();
});
