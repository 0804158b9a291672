import type { Page } from 'puppeteer-core';
import { ENGINE } from '../../../lib/policy/index.ts';
import type { LedgerEntry, Reminder, SiteReview } from '../../../lib/store/types.ts';
import { change, DAY, documents, FULL_CARD, LEDGER, review } from '../../unit/ui/views.ts';
import type { Answers, Rows, Stage } from '../stage.ts';
import type { State } from '../state.ts';

const STUDIO = 'https://studio.tripo3d.ai/workspace';
const now = Date.now();

/** What the browser answers about a tab with a guarded page. */
const GUARDED: Answers = {
  'tabs.get': { id: 1, url: STUDIO, incognito: false },
  'tabs.sendMessage': { type: 'guard-status', limited: false },
};

const tabAt = (url: string): Answers => ({ 'tabs.get': { id: 1, url, incognito: false } });

/** A review as if it had been read three days before the picture is taken. */
function readLately(more: Partial<SiteReview> = {}): SiteReview {
  const { documents, ...rest } = review(more);
  const lately = documents.map((each) => ({
    ...each,
    ...(each.readAt === undefined ? {} : { readAt: now - 3 * DAY }),
    triedAt: now - 3 * DAY,
  }));
  const scorecard = rest.scorecard && { ...FULL_CARD, engine: ENGINE };
  return { ...rest, ...(scorecard ? { scorecard } : {}), dueAt: now + 80 * DAY, documents: lately };
}

const ledger = LEDGER.map((entry, at) => ({ ...entry, at: now - at }));
const upload = {
  ...ledger[0],
  type: 'upload',
  encrypted: true,
  outcome: 'sent',
  party: 'third',
} as LedgerEntry;
/** Where files went, with all that can be said of it. */
const destinations: LedgerEntry[] = [
  {
    ...upload,
    id: 1,
    host: 'cdn.kaidim.com',
    odd: [
      { id: 'port', about: '8443' },
      { id: 'bears_name', about: 'Kaedim' },
    ],
  },
  { ...upload, id: 2, host: 'bucket.s3.us-west-2.amazonaws.com', provider: 'Amazon S3', region: 'us-west-2' },
  { ...upload, id: 3, host: 'www.meshy.ai', by: 'worker' },
  { ...upload, id: 4, host: '127.0.0.1', encrypted: false, local: true },
] as LedgerEntry[];
const changes = [change({ foundAt: now - DAY })];

const reminders: Reminder[] = [
  { site: 'tripo', project: 'Dragon', madeAt: now - 40 * DAY, dueAt: now - 2 * DAY },
  { site: 'meshy', project: 'Dragon', madeAt: now - 40 * DAY, dueAt: now - DAY },
];

type Made = { rows?: Rows; answers?: Answers; after?(page: Page): Promise<void> };

function popup(name: string, { rows, answers, after }: Made = {}): State {
  const open = async (stage: Stage) => {
    const page = await stage.show(
      '/popup.html?tab=1',
      { reviews: [readLately()], ...rows },
      { ...GUARDED, ...answers },
    );
    await page.waitForSelector('h1');
    await after?.(page);
    return page;
  };
  return { area: 'popup', name, open };
}

/** By keyboard: the mouse would click on the bar at the foot where that covers the button. */
const press = (selector: string) => async (page: Page) => {
  await page.focus(selector);
  await page.keyboard.press('Enter');
};

const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

/** Every state of the popup. */
export const POPUP: readonly State[] = [
  popup('reminders-due', { rows: { reminders } }),
  popup('read'),
  popup('read-files', { rows: { ledger } }),
  popup('read-opened', { rows: { ledger }, after: openAll }),
  popup('after-change', { rows: { changes, ledger: ledger.slice(1, 2) } }),
  popup('changed-elsewhere', {
    rows: { changes: [change({ site: 'meshy', headline: 'Meshy: no longer deletes on request' })] },
  }),
  popup('never-read', { rows: { reviews: [] } }),
  popup('first-reading', {
    rows: {
      reviews: [
        readLately({
          scorecard: undefined,
          documents: documents({ readAt: undefined }, { readAt: undefined }),
        }),
      ],
    },
  }),
  popup('unreadable', {
    rows: {
      reviews: [
        readLately({
          scorecard: undefined,
          documents: documents(
            { readAt: undefined, failure: 'needs-visit' },
            { readAt: undefined, failure: 'language' },
          ),
        }),
      ],
    },
  }),
  popup('offline', {
    rows: {
      reviews: [
        readLately({
          documents: documents({ failure: 'offline', failures: 2 }, { failure: 'offline', failures: 2 }),
        }),
      ],
    },
  }),
  popup('one-document', {
    rows: {
      reviews: [
        readLately({
          scorecard: { ...FULL_CARD, documents: ['privacy'] },
          documents: documents({}, { readAt: undefined, failure: 'error-page' }),
        }),
      ],
    },
  }),
  popup('checking', { answers: { 'runtime.sendMessage': 'never' }, after: press('.check button') }),
  popup('check-failed', { answers: { 'runtime.sendMessage': 'fails' }, after: press('.check button') }),
  popup('no-permission', { answers: { 'permissions.contains': false, 'tabs.sendMessage': 'fails' } }),
  popup('no-guard', { answers: { 'tabs.sendMessage': 'fails' } }),
  popup('half-guard', { answers: { 'tabs.sendMessage': { type: 'guard-status', limited: true } } }),
  popup('destinations', {
    rows: { ledger: destinations },
    answers: {
      'scripting.executeScript': [{ result: ['https://upload.example/pick', 'https://files.example/'] }],
    },
    after: press('#activity ~ details > summary'),
  }),
  popup('private-window', { answers: { 'tabs.get': { id: 1, url: STUDIO, incognito: true } } }),
  popup('checklist', {
    rows: {
      projects: [{ name: 'Dragon', work: 'client', chosenAt: 1, ticks: { tripo: ['own', 'likeness'] } }],
    },
    after: press('.checks > summary'),
  }),
  popup('lookalike', { answers: tabAt('https://kaidim.com/') }),
  popup('retired', { answers: tabAt('https://csm.ai/') }),
  popup('text-only', { answers: tabAt('https://withpoly.com/browse/textures') }),
  popup('added', {
    rows: { added: [{ origin: 'http://127.0.0.1', addedAt: now }] },
    answers: { ...tabAt('http://127.0.0.1:7860/'), 'permissions.contains': true },
  }),
  popup('unknown-not-let-in', {
    answers: tabAt('https://www.example.org/make'),
    after: press('#look ~ button'),
  }),
  popup('unknown', { answers: tabAt('https://www.example.org/make') }),
  popup('no-page', { answers: tabAt('chrome://newtab/') }),
];
