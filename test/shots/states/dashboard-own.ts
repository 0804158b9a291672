import type { Page } from 'puppeteer-core';
import { USUAL_SETTINGS } from '../../../lib/store/usual.ts';
import type { State } from '../state.ts';
import { dashboard, FULL, NARROW, withTexts } from './dashboard.ts';

const NEUTRAL_NAMES = { ...USUAL_SETTINGS.files, neutralName: true };
const marks = { muted: ['sloyd'], notForClients: ['tripo', 'hyper3d-rodin'] };
const phrases = [{ flag: 'trains-on-content', phrase: 'learn from what you upload' }];
const rules = { off: ['no-training'], weights: { 'trains-on-content': 5 }, phrases };
const settings = {
  ...USUAL_SETTINGS,
  ...marks,
  rules,
  files: NEUTRAL_NAMES,
  quiet: { from: 22, to: 7 },
};
const CHOSEN = { ...FULL, settings: [['settings', settings]] };

/** What a studio may have decided, with one slip in it. */
const ORGANISATION = {
  'storage.managed.get': {
    cadence: 'month',
    files: { keepCopyright: true, neutralName: true },
    sites: ['https://ai.northlight.example'],
    notForClientWork: ['meshy'],
    rules: { off: ['no-training'], weights: { 'trains-on-content': 4 } },
    cadance: 'month',
  },
};

/** Opens the rule about training and types a wording that stands in a stored policy. */
async function openRule(page: Page): Promise<void> {
  await withTexts(page);
  const rule = '#rule-trains-on-content';
  await page.waitForSelector(rule);
  await page.focus(`${rule} summary`);
  await page.keyboard.press('Enter');
  await page.type(`${rule} form input`, 'what you upload to train our AI models');
  await page.waitForSelector(`${rule} .trial-hits blockquote`);
}

/** Gives the page a photo, half of it, and a file of a kind that cannot be cleaned; waits until all were looked into. */
async function giveFiles(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const photo = await (await fetch('/welcome/photo.jpg')).blob();
    const chosen = new DataTransfer();
    chosen.items.add(new File([photo], 'IMG_2041.jpg'));
    chosen.items.add(new File([photo.slice(0, photo.size >> 1)], 'turnaround_front.jpg'));
    chosen.items.add(new File(['8BPS, and layers'], 'hero_paintover.psd'));
    const input = document.querySelector<HTMLInputElement>('.drop-zone input');
    if (input) input.files = chosen.files;
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.waitForFunction(
    () => document.querySelectorAll('.clean-file:not(.clean-file-waiting)').length === 3,
  );
}

/** The states of the pages Rules, Clean files, Settings, Import and export, and About. */
export const DASHBOARD_OWN: readonly State[] = [
  dashboard('rules', 'rules', { rows: CHOSEN, windowOnly: true }),
  dashboard('rules-opened', 'rules', { rows: CHOSEN, after: openRule, windowOnly: true }),
  dashboard('rules-narrow', 'rules', { rows: CHOSEN, after: openRule, size: NARROW, windowOnly: true }),
  dashboard('rules-managed', 'rules', { rows: CHOSEN, answers: ORGANISATION, windowOnly: true }),
  dashboard('clean-none', 'clean'),
  dashboard('clean', 'clean', { after: giveFiles }),
  dashboard('clean-narrow', 'clean', { after: giveFiles, size: NARROW }),
  dashboard('settings', 'settings', { rows: CHOSEN }),
  dashboard('settings-managed', 'settings', { rows: CHOSEN, answers: ORGANISATION }),
  dashboard('settings-narrow', 'settings', { rows: CHOSEN, size: NARROW }),
  dashboard('data', 'data'),
  dashboard('about', 'about'),
];
