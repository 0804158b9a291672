import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../../lib/policy/index.ts';
import type { LedgerEntry, SiteReview, StoredChange } from '../../lib/store/types.ts';
import { change, DAY, FULL_CARD, LEDGER, review, TRAINS } from '../unit/ui/views.ts';
import { type Bench, BROWSERS, type ExtensionApi, open, until } from './harness/index.ts';
import { policyPage } from './policy-page.ts';

declare const chrome: ExtensionApi;

const STUDIO = 'https://studio.tripo3d.ai/';
const ELSEWHERE = 'https://elsewhere.example/';
/** Set so wide that the quote is out of sight until the page is scrolled. */
const POLICY = policyPage('Privacy Policy', 'June 4, 2026', [TRAINS.quote]).replace(
  '<main>',
  '<main><style>p { margin-block: 500px }</style>',
);

type Rows = { reviews: SiteReview[]; changes?: StoredChange[]; ledger?: LedgerEntry[] };

/** The stored review of a site that was read today and is not due. */
function readToday(): SiteReview {
  const now = Date.now();
  const { documents, ...rest } = review();
  const read = documents.map((each) => ({ ...each, readAt: now, triedAt: now }));
  // A card of an older engine would be scored anew from texts that are not there.
  const scorecard = { ...FULL_CARD, engine: ENGINE };
  return { ...rest, scorecard, dueAt: now + 90 * DAY, documents: read };
}

/** Puts rows into the extension's database (one of its pages must have made it before). All that was there goes. */
function seed(bench: Bench, rows: Rows): Promise<void> {
  return bench.background(async (rows: Rows) => {
    const opening = indexedDB.open('meshwarden');
    await new Promise((done) => {
      opening.onsuccess = done;
    });
    const db = opening.result;
    const writing = db.transaction(['reviews', 'changes', 'ledger'], 'readwrite');
    for (const name of ['reviews', 'changes', 'ledger'] as const) {
      writing.objectStore(name).clear();
      for (const row of rows[name] ?? []) writing.objectStore(name).put(row);
    }
    await new Promise((done, fail) => {
      writing.oncomplete = done;
      writing.onerror = fail;
    });
    db.close();
  }, rows);
}

/** Runs in the extension: the address of the policy's tab once it is there. */
async function policyTab(): Promise<string | undefined> {
  const tabs = await chrome.tabs.query({ url: 'https://www.tripo3d.ai/*' });
  return tabs[0]?.url;
}

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);
const shows = (page: Page, words: string) =>
  until(async () => (await textOf(page)).includes(words), { what: `"${words}" in the popup` });

/** By keyboard: the mouse of the test would click on the bar at the foot where that covers the button. */
async function press(page: Page, selector: string): Promise<void> {
  await page.focus(selector);
  await page.keyboard.press('Enter');
}

describe.each(BROWSERS)('the popup in %s', (kind) => {
  let bench: Bench;
  let studio: Page;

  const popupOn = async (rows: Omit<Rows, 'reviews'> = {}) => {
    await seed(bench, { reviews: [readToday()], ...rows });
    const popup = await bench.popup(studio);
    await shows(popup, 'Tripo');
    return popup;
  };

  beforeAll(async () => {
    bench = await open(kind);
    bench.world.route(STUDIO, () => '<!doctype html><title>studio</title>');
    bench.world.route(ELSEWHERE, () => '<!doctype html><title>elsewhere</title>');
    bench.world.route('https://www.tripo3d.ai/', () => POLICY);
  });
  afterAll(() => bench?.close());

  it('says of a page outside the catalogue that it is not guarded', async () => {
    const popup = await bench.popup(await bench.page(ELSEWHERE));
    await shows(popup, 'Meshwarden does not guard this page');
    expect(await textOf(popup)).toContain('Sites that Meshwarden knows');
    await popup.close();
    await seed(bench, { reviews: [readToday()] });
    studio = await bench.page(STUDIO);
  });

  it('names the boxes in a guarded page that nobody guards', async () => {
    const frame = (src: string, size: number) =>
      `<iframe src="${src}" width="${size}" height="${size}"></iframe>`;
    const boxes = ['https://boxes.example/pick', 'https://a-space.hf.space/', `${STUDIO}own`].map((src) =>
      frame(src, 200),
    );
    bench.world.route(
      `${STUDIO}boxes`,
      () => `<!doctype html><title>boxes</title>${boxes.join('')}${frame('https://counter.example/', 1)}`,
    );
    for (const url of ['https://boxes.example/', 'https://a-space.hf.space/', 'https://counter.example/'])
      bench.world.route(url, () => '<input type="file">');
    const page = await bench.page(`${STUDIO}boxes`);
    const popup = await bench.popup(page);
    await shows(popup, 'It holds boxes of boxes.example.');
    await popup.close();
    await page.close();
  });

  it('draws a read site from what is stored, and fetches nothing for it', async () => {
    bench.world.clear();
    const popup = await popupOn();
    const text = await textOf(popup);
    for (const words of ['Not for unreleased work', '41 of 100', '2 bad', '6 not stated', 'Check now'])
      expect(text).toContain(words);
    expect(text).not.toContain('switched off');
    expect(bench.world.to('www.tripo3d.ai')).toEqual([]);
    await popup.close();
  });

  it('claims nothing of a page that has no guard, and is right again after a reload', async () => {
    bench.world.offline('studio.tripo3d.ai');
    const page = await bench.browser.newPage();
    await page.goto(STUDIO).catch(() => {});
    await seed(bench, { reviews: [readToday()] });
    const popup = await bench.popup(page);
    await shows(popup, 'This page is not guarded yet');
    expect(await textOf(popup)).not.toContain('Files are cleaned before');
    bench.world.online();
    await press(popup, '.notice button');
    await shows(popup, 'Files are cleaned before');
    expect(await textOf(popup)).not.toContain('not guarded');
    await page.close();
  });

  it('fits its width, and the width of a small window', async () => {
    const popup = await popupOn({ changes: [change()], ledger: LEDGER });
    for (const width of [380, 320]) {
      await popup.setViewport({ width, height: 600 });
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await popup.close();
  });

  it('opens a topic by keyboard, down to the quote', async () => {
    const popup = await popupOn();
    await until(async () => {
      await popup.keyboard.press('Tab');
      return popup.evaluate(() => document.activeElement?.matches('.topic > summary'));
    });
    await popup.keyboard.press('Enter');
    await until(() => popup.evaluate(() => document.querySelector('.topic')?.hasAttribute('open')));
    expect(await textOf(popup)).toContain(TRAINS.quote);
    await popup.close();
  });

  it('links a quote to its place in the live policy', async () => {
    const popup = await popupOn();
    await press(popup, '.topic > summary');
    await press(popup, '.topic .flag-red a');
    const opened = await until(() => bench.background(policyTab), { what: 'a tab with the policy' });
    expect(opened).toContain('#:~:text=');
    await popup.close();
    const policy = await bench.page(opened);
    await until(() => policy.evaluate(() => window.scrollY > 0), {
      what: 'the policy to scroll to the quote',
    });
    await policy.close();
  });

  it('lets a change be read and keeps it read', async () => {
    const popup = await popupOn({ changes: [change()] });
    await shows(popup, 'Tripo: now may train AI on your content');
    await press(popup, '.change > button');
    await until(async () => !(await textOf(popup)).includes('now may train AI on your content'));
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await popup.close();
  });

  it('reads the policies anew when asked, and says how it went', async () => {
    const popup = await popupOn();
    await press(popup, '.check button');
    await shows(popup, 'Checked just now.');
    expect(bench.world.to('www.tripo3d.ai').map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/privacy', '/terms']),
    );
    expect(await textOf(popup)).toContain('May train AI on your content');
    bench.world.offline('www.tripo3d.ai');
    await press(popup, '.check button');
    await shows(popup, 'Not everything could be read.');
    expect(await textOf(popup)).toContain('An older reading: last read today');
    await popup.close();
  });

  // Only Firefox lets an extension give back a host that its manifest asks for.
  if (kind === 'firefox') {
    it('says when the permission for a site is gone, and claims nothing', async () => {
      await bench.background(
        async (origins: string[]) => {
          await chrome.permissions.remove({ origins });
        },
        ['https://www.tripo3d.ai/*'],
      );
      const popup = await popupOn();
      await shows(popup, 'Meshwarden is switched off on Tripo');
      const text = await textOf(popup);
      expect(text).toContain('Allow on Tripo');
      expect(text).not.toContain('cleaned before the page sees them');
      await popup.close();
    });
  }
});
