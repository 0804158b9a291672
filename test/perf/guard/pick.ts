import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import type { Bench } from '../../browser/harness/index.ts';
import type { Row } from '../strip/speed.ts';
import { inWords, middle } from './sample.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const COUNTS = [1, 10, 100];
const ROUNDS = 15;
const PAGE =
  `<!doctype html><html lang="en"><title>studio</title><input type="file" id="input" multiple><script>
  window.arrivals = [];
  input.onchange = () => arrivals.push(Date.now());
</` + `script></html>`;

/** Milliseconds from the moment the photos are chosen until the page hears of it, with the guard and without, turn by turn. */
export async function pickDelay(guarded: Bench, plain: Bench, folder: string): Promise<Row[]> {
  const photo = await phonePhoto(folder);
  const [withGuard, without] = await Promise.all([guarded, plain].map(opened));
  if (!withGuard || !without) throw new Error('no pages');
  const rows: Row[] = [];
  for (const count of COUNTS) {
    const paths = Array.from({ length: count }, () => photo);
    const taken = { guarded: [] as number[], plain: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      taken.guarded.push(await chosen(guarded, withGuard, paths));
      taken.plain.push(await chosen(plain, without, paths));
    }
    const more = middle(taken.guarded).median - middle(taken.plain).median;
    rows.push({
      photos: String(count),
      'with Meshwarden, ms': inWords(taken.guarded, 0),
      'without, ms': inWords(taken.plain, 0),
      'more, ms': more.toFixed(0),
    });
  }
  return rows;
}

async function opened(bench: Bench): Promise<Page> {
  bench.world.route(STUDIO, () => PAGE);
  const page = await bench.page(STUDIO);
  // As a person does: the click that opens the chooser comes before the choice.
  await page.evaluate(() => document.querySelector<HTMLInputElement>('#input')?.focus());
  return page;
}

/** From the command to the page's own event; both clocks are this machine's. */
async function chosen(bench: Bench, page: Page, paths: string[]): Promise<number> {
  await page.bringToFront();
  // Browsers say nothing when the same files are chosen again.
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#input');
    if (input) input.value = '';
  });
  const before = await arrivals(page);
  const start = Date.now();
  await bench.pick(page, '#input', paths);
  for (;;) {
    const now = await arrivals(page);
    const last = now.at(-1);
    if (now.length > before.length && last !== undefined) return last - start;
    if (Date.now() - start > 60_000) throw new Error(await silence(page, paths.length));
  }
}

/** What can be seen of a page that heard nothing of what was chosen. */
async function silence(page: Page, count: number): Promise<string> {
  const picture = join(tmpdir(), `meshwarden-silence-${Date.now()}.png`);
  await page.screenshot({ path: picture as `${string}.png` });
  const held = await page.evaluate(() => document.querySelector<HTMLInputElement>('#input')?.files?.length);
  return `the page heard nothing of ${count} photos; its input has ${held} files, and the page looks like ${picture}`;
}

function arrivals(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as never as { arrivals: number[] }).arrivals);
}

/** A photo of 4000 by 3000 pixels, as heavy as a phone's, that says who took it and with what. */
async function phonePhoto(folder: string): Promise<string> {
  const coarse = { width: 1000, height: 750, channels: 3 as const };
  const noise = sharp(randomBytes(coarse.width * coarse.height * 3), { raw: coarse });
  const path = join(folder, 'photo.jpg');
  await noise
    .resize(4000, 3000)
    .withExif({ IFD0: { Artist: 'A person', Make: 'A maker', Model: 'A phone' } })
    .jpeg({ quality: 88 })
    .toFile(path);
  return path;
}
