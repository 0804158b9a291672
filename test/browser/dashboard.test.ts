import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../../lib/policy/index.ts';
import type { LedgerEntry, SiteReview } from '../../lib/store/types.ts';
import { change, DAY, FULL_CARD, LEDGER, review } from '../unit/ui/views.ts';
import { type Bench, BROWSERS, type ExtensionApi, open, until } from './harness/index.ts';
import { policyPage } from './policy-page.ts';

declare const chrome: ExtensionApi;

const now = Date.now();

type Rows = Record<string, readonly unknown[]>;

/** Puts rows into the extension's database (one of its pages must have made it before), in the place of all that was there. */
function seed(bench: Bench, rows: Rows): Promise<void> {
  return bench.background(async (rows: Rows) => {
    const opening = indexedDB.open('meshwarden');
    await new Promise((done) => {
      opening.onsuccess = done;
    });
    const names = Array.from(opening.result.objectStoreNames).filter((name) => name !== 'settings');
    const writing = opening.result.transaction(names, 'readwrite');
    for (const name of names) {
      writing.objectStore(name).clear();
      for (const row of rows[name] ?? []) writing.objectStore(name).put(row);
    }
    await new Promise((done) => {
      writing.oncomplete = done;
    });
    opening.result.close();
  }, rows);
}

/** Tripo's review, read today and not due. */
function readToday(): SiteReview {
  const { documents, ...rest } = review();
  const today = documents.map((each) => ({ ...each, readAt: now, triedAt: now }));
  return { ...rest, scorecard: { ...FULL_CARD, engine: ENGINE }, dueAt: now + 90 * DAY, documents: today };
}

const LEDGER_ROWS = LEDGER.map((entry, nth): LedgerEntry => ({ ...entry, at: now - nth * 1_000 }));
const ROWS: Rows = { reviews: [readToday()], changes: [change({ foundAt: now - DAY })], ledger: LEDGER_ROWS };

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);
const shows = (page: Page, words: string) =>
  until(async () => (await textOf(page)).includes(words), { what: `"${words}" on the dashboard` });

async function press(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.focus(selector);
  await page.keyboard.press('Enter');
}

describe.each(BROWSERS)('the dashboard in %s', (kind) => {
  let bench: Bench;
  let page: Page;

  /** Goes to a page of the dashboard, in the one tab that is open on it. */
  const goTo = async (address: string, title: string) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await until(() => page.evaluate((words) => document.querySelector('h1')?.textContent === words, title), {
      what: `the page "${title}"`,
    });
  };

  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route('https://www.meshy.ai/', () =>
      policyPage('Privacy Policy', 'June 4, 2026', ['We never use your uploads to train our models.']),
    );
    page = await bench.ownPage('/dashboard.html');
    await shows(page, 'No site read yet');
    await seed(bench, ROWS);
    await page.reload().catch(() => {});
    await shows(page, 'In use');
  });
  afterAll(() => bench?.close());

  it('is the options page', async () => {
    const { page: named } = await bench.background(
      () => chrome.runtime.getManifest().options_ui ?? { page: '' },
    );
    expect(named).toContain('dashboard.html');
  });

  it('names the page one is on, in the navigation, the title and under the keyboard', async () => {
    await goTo('#/changes', 'Changes');
    const place = await page.evaluate(() => ({
      current: document.querySelector('[aria-current=page]')?.textContent,
      title: document.title,
      focus: document.activeElement?.tagName,
    }));
    expect(place.current).toContain('Changes');
    expect(place).toMatchObject({ title: 'Changes · Meshwarden', focus: 'H1' });
  });

  it('sorts its table by a click on a head, and says so', async () => {
    await goTo('#/platforms', 'Platforms');
    await press(page, 'thead th:nth-child(1) .sort');
    await until(() => page.evaluate(() => document.querySelector('th')?.ariaSort === 'ascending'));
    await press(page, 'thead th:nth-child(1) .sort');
    await until(() => page.evaluate(() => document.querySelector('th')?.ariaSort === 'descending'));
  });

  it('opens a site down to its sentences, and keeps that in the address', async () => {
    await goTo('#/platforms', 'Platforms');
    await press(page, '.opener');
    await shows(page, 'What the terms say');
    expect(await page.evaluate(() => location.hash)).toBe('#/platforms/tripo');
  });

  it('watches a site that is not used: reads it now, and lets go of it again', async () => {
    await goTo('#/platforms', 'Platforms');
    await page.evaluate(() => document.querySelector<HTMLInputElement>('.chips input[value=all]')?.click());
    await page.locator('[aria-label="Watch Meshy"]').click();
    await shows(page, 'Meshy is watched from now on.');
    expect(bench.world.to('www.meshy.ai').length).toBeGreaterThan(0);
    await page.locator('[aria-label="Stop watching Meshy"]').click();
    await shows(page, 'Meshy is no longer watched.');
  });

  it('shows a change with its words marked, and remembers what the person decides', async () => {
    await goTo('#/changes', 'Changes');
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('.happened a')?.click());
    await shows(page, '3 passages changed');
    expect(await page.evaluate(() => document.querySelectorAll('.side-words ins').length)).toBeGreaterThan(0);
    await page.evaluate(() =>
      document.querySelector<HTMLButtonElement>('.change-deeds button.main')?.click(),
    );
    await until(async () => !(await textOf(page)).includes('Mark as read'), {
      what: 'the change to be read',
    });
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('.change-deeds button')?.click());
    await shows(page, 'not for client work');
  });

  it('makes a reminder, and settles it', async () => {
    await goTo('#/uploads', 'Uploads');
    await press(page, '.reminder-box .main');
    await page.waitForSelector('dialog[open] input[name=project]');
    await page.type('dialog input[name=project]', 'Dragon');
    await page.evaluate(() => document.querySelector<HTMLInputElement>('dialog [type=checkbox]')?.click());
    await until(() =>
      page.evaluate(() => document.querySelector('dialog [type=submit][aria-disabled=false]') !== null),
    );
    await press(page, 'dialog [type=submit]');
    await shows(page, 'Delete “Dragon” from Tripo');
    await press(page, '.reminder button');
    await shows(page, '1 deleted');
  });

  it('finds entries by what is typed, and erases them only when told twice', async () => {
    await goTo('#/uploads', 'Uploads');
    await page.type('input[type=search]', 'IMG_2041');
    await shows(page, '1 entry');
    await press(page, '.tools button.danger');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await until(() => page.evaluate(() => document.querySelector('dialog') === null));
    await shows(page, '1 entry');
    await press(page, '.tools button.danger');
    await press(page, 'dialog button.danger');
    await shows(page, 'Nothing given to any site yet');
  });

  it('fits a small window, and reaches every page from there', async () => {
    await page.setViewport({ width: 360, height: 700 });
    for (const [address, title] of [
      ['#/platforms/tripo', 'Platforms'],
      ['#/sites/tripo', 'Sites'],
      ['#/uploads', 'Uploads'],
    ] as const) {
      await goTo(address, title);
      const hidden = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect({ address, hidden }).toEqual({ address, hidden: 0 });
    }
    await press(page, '.menu');
    await until(() => page.evaluate(() => document.querySelector('nav a')?.checkVisibility()));
    await page.setViewport({ width: 1280, height: 900 });
  });

  it('fetches nothing from outside to be drawn', async () => {
    bench.world.clear();
    await page.reload().catch(() => {});
    await goTo('#/sites', 'Sites');
    await shows(page, '95 sites');
    expect(bench.world.requests).toEqual([]);
  });
});
