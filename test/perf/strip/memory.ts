import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { open } from '../../browser/harness/index.ts';
import { writeSparseMovie } from '../../fixtures/isobmff/large.ts';
import { SITE, stripperPage } from './chromium.ts';
import type { Row } from './speed.ts';

const MB = 1_048_576;
const STEP_MS = 20;

type Strip = (file: File) => Promise<{ status: string; file: File; removedBytes: number }>;

/** How much more memory all processes of Chromium take at most while it cleans a video of two gigabytes from the disk. */
export async function chromiumMemory(folder: string): Promise<Row[]> {
  const bench = await open('chromium', { extension: false });
  try {
    const pid = bench.browser.process()?.pid;
    if (pid === undefined || !existsSync('/proc/self/smaps_rollup')) return [{ video: 'needs Linux' }];
    bench.world.route(SITE, await stripperPage());
    const page = await bench.page(SITE);
    const path = join(folder, 'large.mp4');
    writeSparseMovie(path);
    await bench.pick(page, '#input', [path]);
    await page.evaluate(clean); // once, so that the code is compiled
    const before = memoryOf(pid);
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(pid));
    }, STEP_MS);
    const start = performance.now();
    const { status, removed } = await page.evaluate(clean);
    const took = performance.now() - start;
    clearInterval(watch);
    return [
      {
        video: `${(statSync(path).size / MB).toFixed(0)} MB`,
        status,
        'taken out': `${(removed / MB).toFixed(0)} MB`,
        ms: took.toFixed(0),
        'memory before': `${(before / MB).toFixed(0)} MB`,
        'at most more': `${((most - before) / MB).toFixed(0)} MB`,
      },
    ];
  } finally {
    await bench.close();
  }
}

/** Runs in the page. */
async function clean(): Promise<{ status: string; removed: number }> {
  const { strip } = window as never as { strip: Strip };
  const file = document.querySelector<HTMLInputElement>('#input')?.files?.[0] ?? new File([], '');
  const { status, removedBytes } = await strip(file);
  return { status, removed: removedBytes };
}

/** Bytes that a process and all it has started take, what they share counted once. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) parents.set(Number(name), parentOf(name));
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + shareOf(pid), 0);
}

function parentOf(pid: string): number {
  return Number(/\) \S (\d+)/.exec(textOf(`/proc/${pid}/stat`))?.[1] ?? 0);
}

/** Its share of memory in kilobytes stands there as "Pss". */
function shareOf(pid: number): number {
  return 1024 * Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** Processes come and go. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
