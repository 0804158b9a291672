import { statSync } from 'node:fs';
import { build, type Rolldown } from 'vite';
import { type Handler, open } from '../../browser/harness/index.ts';
import { INPUTS, writeInput } from './inputs.ts';
import type { Row } from './speed.ts';

export const SITE = 'https://bench.example/';
const MEGABYTES = [1, 50, 200];

type Strip = (file: File) => Promise<{ usable: boolean; file: File }>;

/** Milliseconds in Chromium, with files from the disk: one read, and our cleaning. */
export async function chromiumSpeed(folder: string): Promise<Row[]> {
  const bench = await open('chromium', { extension: false });
  try {
    bench.world.route(SITE, await stripperPage());
    const page = await bench.page(SITE);
    const rows: Row[] = [];
    for (const format of Object.keys(INPUTS)) {
      for (const megabytes of MEGABYTES) {
        const path = await writeInput(folder, format, megabytes * 1_000_000);
        await bench.pick(page, '#input', [path]);
        const { read, ours, usable } = await page.evaluate(measure);
        rows.push({
          format,
          MB: (statSync(path).size / 1_000_000).toFixed(0),
          'one read, ms': read.toFixed(1),
          'Meshwarden, ms': usable ? ours.toFixed(1) : 'held',
          'of one read': `${(ours / read).toFixed(2)}x`,
        });
      }
    }
    return rows;
  } finally {
    await bench.close();
  }
}

/** A page with an input for files, and with `strip`. */
export async function stripperPage(): Promise<Handler> {
  const script = await bundle();
  return ({ path }) =>
    path === '/strip.js'
      ? { headers: { 'content-type': 'text/javascript' }, body: script }
      : '<!doctype html><input type="file" id="input"><script src="/strip.js"></script>';
}

/** Runs in the page. */
async function measure(): Promise<{ read: number; ours: number; usable: boolean }> {
  const { strip } = window as never as { strip: Strip };
  const file = document.querySelector<HTMLInputElement>('#input')?.files?.[0] ?? new File([], '');
  const best = async (work: () => Promise<unknown>) => {
    let shortest = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      await work();
      shortest = Math.min(shortest, performance.now() - start);
    }
    return shortest;
  };
  const read = await best(() => file.arrayBuffer());
  return { read, ours: await best(() => strip(file)), usable: (await strip(file)).usable };
}

/** `lib/strip` as one script that puts `strip` into the page. */
async function bundle(): Promise<string> {
  const id = '\0strip';
  const entry = `import { strip } from ${JSON.stringify(new URL('../../../lib/strip/index.ts', import.meta.url).pathname)}; window.strip = strip;`;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'strip',
        resolveId: (source) => (source === 'strip' ? id : undefined),
        load: (source) => (source === id ? entry : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: 'strip', output: { format: 'iife' } } },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return output?.output[0].code ?? '';
}
