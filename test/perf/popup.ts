/**
 * The popup beside an empty one made with Preact, in one Chromium, turn by turn: how much script it needs, and when it is seen.
 *
 *   npm run bench:popup [-- rounds]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINE } from '../../lib/policy/index.ts';
import { buildBoth, builtExtension } from '../browser/harness/build.ts';
import { openStage, type Stage } from '../shots/stage.ts';
import { FULL_CARD, LEDGER, review } from '../unit/ui/views.ts';
import { buildEmpty } from './popup/empty.ts';
import { type Opening, openingOf } from './popup/paint.ts';
import { scriptsOf } from './popup/scripts.ts';

const ROUNDS = Number(process.argv[2] ?? 20);
const LIMIT = { kB: 60, ms: 40 };

const folder = await mkdtemp(join(tmpdir(), 'meshwarden-empty-'));
const builds = await buildBoth();
await buildEmpty(folder);
const bytes = scriptsOf(builtExtension('chromium'), 'popup.html').reduce((sum, each) => sum + each.bytes, 0);
const floor = scriptsOf(folder, 'popup.html').reduce((sum, each) => sum + each.bytes, 0);
console.log(`script to start with: ${kB(bytes)} kB (limit ${LIMIT.kB}); the empty popup: ${kB(floor)} kB`);

const stage = await openStage();
try {
  const id = await stage.bench.browser.installExtension(folder);
  await measure(stage, `chrome-extension://${id}/popup.html`);
} finally {
  await stage.close();
  await Promise.all([rm(folder, { recursive: true }), rm(builds, { recursive: true })]);
}

async function measure(stage: Stage, emptyAddress: string): Promise<void> {
  const openings: Record<'ours' | 'empty', Opening[]> = { ours: [], empty: [] };
  for (let round = -2; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? (['ours', 'empty'] as const) : (['empty', 'ours'] as const);
    for (const which of order) {
      const opening = await (which === 'ours' ? openOurs(stage) : openEmpty(stage, emptyAddress));
      // The first two warm the browser up.
      if (round >= 0) openings[which].push(opening);
    }
  }
  const rows = Object.entries(openings).map(([popup, all]) => ({
    popup,
    'first paint, ms': spread(all.map(({ first }) => first)),
    'answer painted, ms': spread(all.map(({ answer }) => answer)),
  }));
  console.table(rows);
  const later = (of: 'first' | 'answer') =>
    (middle(openings.ours.map((each) => each[of])) - middle(openings.empty.map((each) => each[of]))).toFixed(
      0,
    );
  console.log(
    `later than the empty popup: first paint ${later('first')} ms, the answer ${later('answer')} ms (limit ${LIMIT.ms})`,
  );
}

/** The popup on a page of a site that was read lately, with files in the ledger. */
async function openOurs(stage: Stage): Promise<Opening> {
  const { documents, ...rest } = review();
  const read = documents.map((each) => ({ ...each, readAt: Date.now(), triedAt: Date.now() }));
  const scorecard = { ...FULL_CARD, engine: ENGINE };
  const page = await stage.show(
    '/popup.html?tab=1',
    { reviews: [{ ...rest, documents: read, scorecard, dueAt: Date.now() + 7e9 }], ledger: LEDGER },
    {
      'tabs.get': { id: 1, url: 'https://studio.tripo3d.ai/', incognito: false },
      'tabs.sendMessage': { type: 'guard-status', limited: false },
    },
  );
  await page.waitForSelector('h1');
  const opening = await openingOf(page);
  await page.close();
  return opening;
}

async function openEmpty(stage: Stage, address: string): Promise<Opening> {
  const page = await stage.bench.browser.newPage();
  await page.goto(address);
  await page.waitForSelector('h1');
  const opening = await openingOf(page);
  await page.close();
  return opening;
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** "median (first to third quartile)" */
function spread(values: number[]): string {
  const at = (part: number) => sorted(values)[Math.floor((values.length - 1) * part)]?.toFixed(0);
  return `${at(0.5)} (${at(0.25)} to ${at(0.75)})`;
}

function middle(values: number[]): number {
  return sorted(values)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

function sorted(values: number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
