/**
 * What the guard costs, in real browsers: `npm run bench:guard`. Every number is taken beside a browser with an empty extension or with
 * none, turn by turn, so that a busy machine is as busy for both. Medians, with the middle half in brackets.
 */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBoth, builtExtension } from '../browser/harness/build.ts';
import { type Bench, BROWSERS, open } from '../browser/harness/index.ts';
import { navigationCost } from './guard/navigation.ts';
import { pickDelay } from './guard/pick.ts';
import { table } from './strip/table.ts';

const SCRIPTS = ['page-hooks.js', 'guard.js', 'stripper.js'];

/** An extension of the same kind that does nothing. */
async function emptyExtension(folder: string): Promise<string> {
  const manifest = {
    manifest_version: 3,
    name: 'empty',
    version: '1',
    background: { service_worker: 'empty.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'empty.js'), '');
  return folder;
}

async function weigh(): Promise<void> {
  const sizes = await Promise.all(
    SCRIPTS.map(async (name) => [name, (await stat(join(builtExtension('chromium'), name))).size] as const),
  );
  for (const [name, bytes] of sizes) console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB`);
}

async function both<T>(
  left: Promise<Bench>,
  right: Promise<Bench>,
  work: (a: Bench, b: Bench) => Promise<T>,
) {
  const benches = await Promise.all([left, right]);
  try {
    return await work(...benches);
  } finally {
    await Promise.all(benches.map((bench) => bench.close()));
  }
}

const folder = await mkdtemp(join(tmpdir(), 'meshwarden-guard-'));
try {
  await buildBoth();
  await weigh();
  const empty = await emptyExtension(folder);
  console.log('\nScript on a page of a guarded site, Chromium (Firefox does not tell):');
  const cost = await both(
    open('chromium'),
    open('chromium', { extension: empty, welcomes: false }),
    navigationCost,
  );
  console.log(table(cost));
  for (const kind of BROWSERS) {
    console.log(`\nFrom the choice of photos of 12 megapixels to the page’s event, ${kind}:`);
    const delay = await both(open(kind), open(kind, { extension: false }), (guarded, plain) =>
      pickDelay(guarded, plain, folder),
    );
    console.log(table(delay));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
