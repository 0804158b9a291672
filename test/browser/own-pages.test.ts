import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteReview } from '../../lib/store/types.ts';
import { leaks } from '../fixtures/canary.ts';
import { privateJpeg } from '../fixtures/jpeg.ts';
import { type Bench, BROWSERS, type ExtensionApi, open, until } from './harness/index.ts';
import { policyPage } from './policy-page.ts';

declare const chrome: ExtensionApi;

const shows = (page: Page, words: string) =>
  until(() => page.evaluate((wanted) => document.body.innerText.includes(wanted), words), {
    what: `"${words}" on the dashboard`,
  });

/**
 * A click by script: checkboxes of other sizes than their labels are not where the mouse looks for them, and in Firefox keys do not reach
 * an extension's page that was loaded anew.
 */
const press = async (page: Page, selector: string) => {
  await page.waitForSelector(selector);
  await page.evaluate((at) => document.querySelector<HTMLElement>(at)?.click(), selector);
};

const write = async (page: Page, selector: string, words: string) => {
  await page.waitForSelector(selector);
  await page.evaluate(
    (at, text) => {
      const input = document.querySelector<HTMLInputElement>(at);
      if (input) input.value = text;
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    },
    selector,
    words,
  );
};

const isTicked = async (page: Page, selector: string) => {
  await page.waitForSelector(selector);
  return page.evaluate((at) => document.querySelector<HTMLInputElement>(at)?.checked, selector);
};

/** Notes the bytes of whatever the page saves from now on. */
const noteSaved = (page: Page) =>
  page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (content: Blob) => {
      void content.arrayBuffer().then((bytes) => {
        document.documentElement.dataset.saved = Array.from(new Uint8Array(bytes)).join();
      });
      return make(content);
    };
  });

async function savedBytes(page: Page): Promise<Uint8Array> {
  const text = await until(() => page.evaluate(() => document.documentElement.dataset.saved), {
    what: 'a saved file',
  });
  return Uint8Array.from(text.split(','), Number);
}

describe.each(BROWSERS)('the pages of a person’s own in %s', (kind) => {
  let bench: Bench;
  let page: Page;
  let folder: string;

  /** The page is loaded anew: nothing of it may stand by chance. Firefox never tells that an extension's page has loaded, so the page is asked. */
  const goTo = async (address: string, title: string) => {
    await page.evaluate((hash) => {
      document.documentElement.dataset.former = 'yes';
      location.hash = hash;
      setTimeout(() => location.reload());
    }, address);
    const isThere = (words: string) =>
      document.documentElement.dataset.former === undefined &&
      document.querySelector('h1')?.textContent === words;
    await until(() => page.evaluate(isThere, title), { what: `the page "${title}"` });
  };

  const flagsOf = async (site: string) => {
    const review = (await bench.background(async (id: string) => {
      const opening = indexedDB.open('meshwarden');
      await new Promise((done) => {
        opening.onsuccess = done;
      });
      const asking = opening.result.transaction('reviews').objectStore('reviews').get(id);
      await new Promise((done) => {
        asking.onsuccess = done;
      });
      opening.result.close();
      return asking.result;
    }, site)) as SiteReview | undefined;
    const topics = Object.values(review?.scorecard?.topics ?? {});
    return topics.flatMap(({ flags }) => flags.map(({ flag }) => flag));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meshwarden-own-'));
    bench = await open(kind);
    bench.world.route('https://www.meshy.ai/', () =>
      policyPage('Privacy Policy', 'June 4, 2026', ['We never use your uploads to train our models.']),
    );
    page = await bench.ownPage('/dashboard.html');
    await goTo('#/settings', 'Settings');
    await page.evaluate(async () => {
      await chrome.runtime.sendMessage({ type: 'pin-site', site: 'meshy', pinned: true });
      await chrome.runtime.sendMessage({ type: 'check-now', site: 'meshy' });
    });
    await until(async () => (await flagsOf('meshy')).includes('no-training'), { what: 'a first score' });
  });
  afterAll(async () => {
    await bench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are reached from the menus of the button and of guarded pages', async () => {
    const isThere = () =>
      Promise.all(
        ['clean-files', 'clean-files-page'].map((id) => chrome.contextMenus.update(id, {}).then(() => true)),
      );
    // What is not there cannot be changed.
    expect(await bench.background(isThere)).toEqual([true, true]);
    if (kind === 'firefox') return;
    await bench.background(() => {
      const clicked = chrome.contextMenus.onClicked as unknown as { dispatch(info: object): void };
      clicked.dispatch({ menuItemId: 'clean-files' });
    });
    const opened = await until(
      async () => (await bench.browser.pages()).find((each) => each.url().endsWith('/dashboard.html#/clean')),
      { what: 'the page for cleaning' },
    );
    await opened.close();
  });

  it('clean a file, tell what was in it, and give a copy without', async () => {
    const photo = await privateJpeg();
    await writeFile(join(folder, 'figure.jpg'), photo);
    expect(leaks(photo)).not.toEqual([]);
    await goTo('#/clean', 'Clean files');
    await noteSaved(page);
    bench.world.clear();
    await bench.pick(page, '.drop-zone input', [join(folder, 'figure.jpg')]);
    await shows(page, 'Taken out of the copy:');
    await shows(page, 'Location');
    await press(page, '.clean-deeds button');
    const copy = await savedBytes(page);
    expect(copy.length).toBeGreaterThan(1_000);
    expect(leaks(copy)).toEqual([]);
    expect(bench.world.requests).toEqual([]);
  });

  it('score stored policies anew when a rule is switched off, and again when it is switched on', async () => {
    expect(await flagsOf('meshy')).toContain('no-training');
    await goTo('#/rules', 'Rules');
    await press(page, '#rule-no-training .rule-switch input');
    await until(async () => !(await flagsOf('meshy')).includes('no-training'), {
      what: 'a score without the rule',
    });
    await goTo('#/rules', 'Rules');
    expect(await isTicked(page, '#rule-no-training .rule-switch input')).toBe(false);
    await press(page, '#rule-no-training .rule-switch input');
    await until(async () => (await flagsOf('meshy')).includes('no-training'), {
      what: 'a score with the rule',
    });
  });

  it('show what a wording finds in a stored policy before it is added', async () => {
    await goTo('#/rules', 'Rules');
    await press(page, '#rule-no-training summary');
    await write(page, '#rule-no-training form input', 'never use your uploads');
    await page.waitForSelector('#rule-no-training .trial-hits blockquote');
    const quote = await page.evaluate(() => document.querySelector('.trial-hits blockquote')?.textContent);
    expect(quote).toContain('We never use your uploads to train our models.');
  });

  it('keep a setting past a reload, and take it along in a file', async () => {
    await goTo('#/settings', 'Settings');
    expect(await isTicked(page, '[name=neutralName]')).toBe(false);
    await press(page, '[name=neutralName]');
    await shows(page, 'Saved.');
    await goTo('#/settings', 'Settings');
    expect(await isTicked(page, '[name=neutralName]')).toBe(true);

    await goTo('#/data', 'Import and export');
    await noteSaved(page);
    await press(page, '.settings button.main');
    const backup = join(folder, 'backup.json');
    await writeFile(backup, await savedBytes(page));

    await goTo('#/settings', 'Settings');
    await press(page, '[name=neutralName]');
    await shows(page, 'Saved.');
    await goTo('#/data', 'Import and export');
    await bench.pick(page, '.settings input[type=file]', [backup]);
    await shows(page, 'Taken over: your settings');
    await goTo('#/settings', 'Settings');
    expect(await isTicked(page, '[name=neutralName]')).toBe(true);
  });

  it('list the sites that were set aside, and take one off that list', async () => {
    await bench.background(async () => {
      const opening = indexedDB.open('meshwarden');
      await new Promise((done) => {
        opening.onsuccess = done;
      });
      const writing = opening.result.transaction('settings', 'readwrite');
      const asking = writing.objectStore('settings').get('settings');
      await new Promise((done) => {
        asking.onsuccess = done;
      });
      writing.objectStore('settings').put({ ...asking.result, notForClients: ['tripo'] }, 'settings');
      await new Promise((done) => {
        writing.oncomplete = done;
      });
      opening.result.close();
    });
    await goTo('#/settings', 'Settings');
    await press(page, '.marked-sites button');
    await until(() => page.evaluate(() => document.querySelector('.marked-sites') === null), {
      what: 'the list to be empty',
    });
    await goTo('#/settings', 'Settings');
    await shows(page, 'No site is set aside for client work.');
  });
});
