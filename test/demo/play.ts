import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { type Bench, until } from '../browser/harness/index.ts';
import { FORGE, type Forge, readable, TRAP } from './forge/server.ts';
import { storedReview } from './review.ts';

const SCHEMES = ['light', 'dark'] as const;

/**
 * Plays the whole chain by itself, prints each step, and leaves screenshots in `folder`. Throws at the first step that does
 * not end as it should.
 */
export async function play(bench: Bench, forge: Forge, folder: string): Promise<void> {
  const own = await mkdtemp(join(tmpdir(), 'meshwarden-demo-'));
  try {
    const page = await bench.page(FORGE, { colourScheme: 'light' });
    await givePhoto(bench, forge, page, own, folder);
    await sendInClear(bench, page, folder);
    const popup = await showScore(bench, page, folder);
    await changePolicy(bench, page, popup, folder);
    console.log(`\nPictures of it all are in ${folder}`);
  } finally {
    await rm(own, { recursive: true });
  }
}

async function givePhoto(bench: Bench, forge: Forge, page: Page, own: string, folder: string): Promise<void> {
  const photo = join(own, 'sample-photo.jpg');
  await writeFile(photo, forge.photo);
  say(`1. A photo is given to ${FORGE}`, `sample-photo.jpg, ${forge.photo.length} bytes`);
  tell('in it', await readable(forge.photo));
  await bench.pick(page, '#input', [photo]);
  const notice = await until(() => bench.guardText(page), { what: 'the notice' });
  tell('Meshwarden says', lines(notice));
  const file = await until(() => bench.world.filesReceived()[0], { what: 'the upload' });
  tell('it went to', [`${file.scheme}://${file.host}${file.path}, ${file.bytes.length} bytes`]);
  const left = await readable(file.bytes);
  tell('the site can read in it', left.length > 0 ? left : ['nothing private']);
  const same = (await pixels(file.bytes)).equals(await pixels(forge.photo));
  tell('the picture', [same ? 'the same, pixel by pixel' : 'CHANGED']);
  if (left.length > 0 || !same) throw new Error('the photo did not arrive as it should');
  await page.waitForFunction(() => [...document.images].some(({ complete }) => complete));
  await shots(bench, page, folder, 'notice');
}

async function sendInClear(bench: Bench, page: Page, folder: string): Promise<void> {
  say('2. The page sends it to a server without encryption', `${TRAP}upload`);
  const before = lines(await bench.guardText(page));
  await page.click('#trap-fetch');
  const dialog = await until(async () => {
    const text = await bench.guardText(page);
    return text.includes(new URL(TRAP).host) && text;
  });
  tell(
    'Meshwarden asks',
    lines(dialog).filter((line) => !before.includes(line)),
  );
  await shots(bench, page, folder, 'hold');
  await bench.clickGuard(page, 'Do not send');
  await page.waitForFunction(() => document.body.textContent.includes('fetch: nothing was sent'));
  const arrived = bench.world.to('trap.meshwarden.test').length;
  tell('the answer is no', [arrived === 0 ? 'not one byte left' : `${arrived} REQUESTS ARRIVED`]);
  if (arrived > 0) throw new Error('the upload was not held');
}

async function showScore(bench: Bench, page: Page, folder: string): Promise<Page> {
  const { scorecard, documents } = await until(() => storedReview(bench), { what: 'the score' });
  say("3. Meshwarden has read the site's policy", documents.map(({ url }) => url).join(' and '));
  tell('score', [`${scorecard.score} of 100, grade ${scorecard.grade}`]);
  const topics = Object.entries(scorecard.topics);
  for (const [topic, { verdict, flags }] of topics) {
    tell(topic, [verdict === 'silent' ? 'not stated' : verdict, ...flags.map(({ quote }) => `"${quote}"`)]);
  }
  const popup = await bench.popup(page);
  await popup.waitForFunction((name) => document.body.textContent.includes(name), {}, 'Demo Forge');
  await shots(bench, popup, folder, 'popup');
  return popup;
}

async function changePolicy(bench: Bench, page: Page, popup: Page, folder: string): Promise<void> {
  say('4. The site publishes another policy', `${FORGE}privacy`);
  await page.bringToFront();
  await page.click('#switch');
  await popup.bringToFront();
  await popup.locator('::-p-text(Check now)').click();
  const [notification] = await until(
    async () => {
      const all = await bench.notifications();
      return all.length > 0 && all;
    },
    { what: 'the notification' },
  );
  tell('one notification', [`${notification?.title}: ${notification?.message}`]);
  await until(async () => (await bench.badge()) === '1', { what: 'the badge' });
  tell('the badge', ['1']);
  const after = await until(() => storedReview(bench));
  tell('the new score', [`${after.scorecard.score} of 100, grade ${after.scorecard.grade}`]);
  const fresh = await bench.popup(page);
  await fresh.waitForFunction(() => /what changed|changed/i.test(document.body.textContent));
  await shots(bench, fresh, folder, 'popup-after-change');
  const dashboard = await bench.ownPage('/dashboard.html#/changes/1');
  await dashboard.waitForFunction(() => document.querySelector('.change-page .moves') !== null);
  await shots(bench, dashboard, folder, 'dashboard-change');
}

async function shots(bench: Bench, page: Page, folder: string, name: string): Promise<void> {
  for (const scheme of SCHEMES) await bench.shot(page, join(folder, `${name}-${scheme}.png`), scheme);
  await bench.paint(page, 'light');
}

async function pixels(bytes: Uint8Array): Promise<Buffer> {
  return await sharp(bytes).raw().toBuffer();
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function say(step: string, detail: string): void {
  console.log(`\n${step}\n   ${detail}`);
}

function tell(what: string, all: string[]): void {
  const [first = '', ...rest] = all;
  console.log(`   ${what}: ${first}`);
  for (const line of rest) console.log(`      ${line}`);
}
