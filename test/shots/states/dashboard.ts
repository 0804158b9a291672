import type { Page } from 'puppeteer-core';
import { comparePolicies, ENGINE, policyFromMarkdown, scorePolicy } from '../../../lib/policy/index.ts';
import { siteById } from '../../../lib/sites/index.ts';
import type { LedgerEntry, Reminder, SiteReview, StoredChange } from '../../../lib/store/types.ts';
import { DAY, LEDGER } from '../../unit/ui/views.ts';
import type { Answers, Rows, Stage } from '../stage.ts';
import type { State } from '../state.ts';

const now = Date.now();

const KIND = `We never use your uploads to train our AI models. You own all outputs you generate. Your assets are private by default.
We delete uploads within 30 days after you delete them. Data is encrypted at rest with AES-256. We do not sell your personal information.`;
const GREEDY = `We may use the images and models you upload to train and enhance our AI models. We keep your personal data for as long as
we have a business need. You grant us a worldwide, perpetual, irrevocable, royalty-free licence to use your content. Your generations are
public by default on the free plan. Disputes shall be settled by binding arbitration.`;
const WORDLESS =
  'We may share your information with partners for advertising. Our staff may review your uploads.';

const BEFORE = policyFromMarkdown(
  `# Privacy Policy\n\nLast updated: 14 May 2026\n\n${KIND}\n\n## Contact\n\nWrite to us.`,
);
const AFTER = policyFromMarkdown(
  `# Privacy Policy\n\nLast updated: 14 May 2026\n\n${KIND.replace('within 30 days after you delete them', 'when we no longer need them')}\n\n## Training\n\nWe may use what you upload to train our AI models.\n\n## Contact\n\nWrite to us.`,
);
const FOUND = now - 5 * DAY;

/** The review of a site of which this was read three days ago. */
function read(id: string, words: string, more: Partial<SiteReview> = {}): SiteReview {
  const at = now - 3 * DAY;
  const documents = (siteById(id)?.policies ?? []).map(({ kind, url }) => ({
    kind,
    url,
    readAt: at,
    triedAt: at,
  }));
  const scorecard = scorePolicy([{ kind: 'privacy', text: policyFromMarkdown(words) }]);
  return { site: id, dueAt: now + 60 * DAY, usedSince: now - 40 * DAY, documents, scorecard, ...more };
}

const unread = read('3dgpt', '', { scorecard: undefined });
const reviews: SiteReview[] = [
  read('tripo', GREEDY),
  read('meshy', KIND, { usedSince: undefined, pinned: true }),
  read('hyper3d-rodin', WORDLESS),
  {
    ...unread,
    documents: unread.documents.map(({ kind, url }) => ({
      kind,
      url,
      triedAt: now - DAY,
      failure: 'needs-visit',
      failures: 2,
    })),
  },
];

const worse = comparePolicies(BEFORE, AFTER, 'privacy');
const better = comparePolicies(AFTER, BEFORE, 'privacy');
const changes: StoredChange[] = [
  { id: 1, site: 'tripo', kind: 'privacy', foundAt: FOUND, headline: '', read: false, change: worse },
  { id: 2, site: 'meshy', kind: 'terms', foundAt: now - 60 * DAY, headline: '', read: true, change: better },
  {
    id: 3,
    site: 'hyper3d-rodin',
    kind: 'privacy',
    foundAt: now - 100 * DAY,
    headline: '',
    backTo: '2026-01-14',
    read: true,
    change: { ...worse, flagsGained: [], flagsLost: [], announced: true },
  },
];

const NAMES = ['IMG_2041.jpg', 'turnaround_front.png', 'hero_bust_scan.glb', 'moodboard.webp'];
const ledger = Array.from({ length: 240 }, (_, nth): LedgerEntry => {
  const entry = LEDGER[nth % LEDGER.length] as LedgerEntry;
  const site = ['tripo', 'meshy', 'hyper3d-rodin'][nth % 3] ?? 'tripo';
  const named = entry.type === 'file' ? { ...entry, name: NAMES[nth % NAMES.length] ?? entry.name } : entry;
  return { ...named, id: nth + 1, at: now - (240 - nth) * 3_600_000, site };
});

const project = 'Dragon for Northlight';
const reminders: Reminder[] = [
  { id: 1, site: 'tripo', project, madeAt: now - 40 * DAY, dueAt: now - 2 * DAY },
  { id: 2, site: 'meshy', project, madeAt: now - 40 * DAY, dueAt: now + 12 * DAY },
  {
    id: 3,
    site: 'meshy',
    project: '',
    madeAt: now - 80 * DAY,
    dueAt: now - 30 * DAY,
    doneAt: now - 31 * DAY,
  },
];

const added = [{ origin: 'https://render.northlight.example', addedAt: now - 10 * DAY }];
export const FULL: Rows = { reviews, changes, ledger, reminders, added };

export type Made = {
  rows?: Rows;
  answers?: Answers;
  size?: State['size'];
  windowOnly?: true;
  after?(page: Page): Promise<void>;
};

/** A state of the dashboard at an address of it, with much stored when no rows are named. */
export function dashboard(
  name: string,
  address: string,
  { rows = FULL, answers, after, ...how }: Made = {},
): State {
  const open = async (stage: Stage) => {
    const page = await stage.show(`/dashboard.html#/${address}`, rows, answers);
    await page.waitForSelector('h1');
    await page.waitForFunction(() => document.querySelector('.reading') === null);
    await after?.(page);
    return page;
  };
  return { area: 'dashboard', name, open, ...how };
}

export const NARROW = { width: 360, height: 800 };
/** By keyboard. */
export const press = (selector: string) => async (page: Page) => {
  await page.focus(selector);
  await page.keyboard.press('Enter');
};

/** Puts the two versions of the first change into the store, packed as the extension itself packs them, and shows the page anew. */
export const withTexts = async (page: Page) => {
  const versions = [
    { id: 1, text: BEFORE, firstSeen: now - 90 * DAY },
    { id: 2, text: AFTER, firstSeen: FOUND },
  ];
  await page.evaluate(storeVersions, versions, ENGINE);
  await page.reload();
};

const withVersions = async (page: Page) => {
  await withTexts(page);
  await page.waitForSelector('.whole summary');
  await press('.whole summary')(page);
  await page.waitForSelector('.whole .versions');
};

/** Runs in the page. */
async function storeVersions(
  versions: { id: number; text: unknown; firstSeen: number }[],
  engine: string,
): Promise<void> {
  const document = { site: 'tripo', kind: 'privacy', url: 'https://www.tripo3d.ai/privacy' };
  const rows = await Promise.all(
    versions.map(async ({ id, text, firstSeen }) => {
      const packing = new Blob([JSON.stringify(text)]).stream().pipeThrough(new CompressionStream('gzip'));
      const packed = new Uint8Array(await new Response(packing).arrayBuffer());
      return { ...document, id, hash: String(id), engine, firstSeen, lastSeen: firstSeen, packed };
    }),
  );
  const opening = indexedDB.open('meshwarden');
  await new Promise((done) => {
    opening.onsuccess = done;
  });
  const writing = opening.result.transaction('snapshots', 'readwrite');
  for (const row of rows) writing.objectStore('snapshots').put(row);
  await new Promise((done) => {
    writing.oncomplete = done;
  });
  opening.result.close();
}

/** The states of the pages Platforms, Changes, Sites and Uploads. */
export const DASHBOARD: readonly State[] = [
  dashboard('platforms', 'platforms'),
  dashboard('platforms-opened', 'platforms/tripo'),
  dashboard('platforms-narrow', 'platforms/tripo', { size: NARROW }),
  dashboard('platforms-none', 'platforms', { rows: {} }),
  dashboard('changes', 'changes'),
  dashboard('changes-none', 'changes', { rows: {} }),
  dashboard('change', 'changes/1', { after: withVersions }),
  dashboard('change-narrow', 'changes/1', { after: withVersions, size: NARROW }),
  dashboard('change-gone', 'changes/99'),
  dashboard('sites', 'sites', { windowOnly: true }),
  dashboard('sites-opened', 'sites/tripo', { windowOnly: true }),
  dashboard('sites-lookalike', 'sites/hunyuan3d-net', { windowOnly: true }),
  dashboard('sites-barred', 'sites', { answers: { 'permissions.contains': false }, windowOnly: true }),
  dashboard('uploads', 'uploads'),
  dashboard('uploads-narrow', 'uploads', { size: NARROW, windowOnly: true }),
  dashboard('uploads-none', 'uploads', { rows: {} }),
  dashboard('uploads-remind', 'uploads', { after: press('.reminder-box .main'), windowOnly: true }),
  dashboard('uploads-erase', 'uploads', { after: press('button.danger'), windowOnly: true }),
];
