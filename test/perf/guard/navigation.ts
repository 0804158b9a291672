import type { Bench } from '../../browser/harness/index.ts';
import type { Row } from '../strip/speed.ts';
import { inWords, middle } from './sample.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const ROUNDS = 60;
/** Listeners for the end of loading, and what waits for an idle moment, have run by then. */
const SETTLED_MS = 400;

const PAGE = `<!doctype html><html lang="en"><title>studio</title><h1>Make a model</h1><input type="file">
  <p>Choose a picture.</p></html>`;

/** Milliseconds of script that one look at a page takes, with the guard and with an empty extension, turn by turn. */
export async function navigationCost(guarded: Bench, empty: Bench): Promise<Row[]> {
  const benches = { Meshwarden: guarded, 'an empty extension': empty };
  const taken = { Meshwarden: [] as Sample[], 'an empty extension': [] as Sample[] };
  for (const bench of Object.values(benches)) bench.world.route(STUDIO, () => PAGE);
  for (let round = 0; round < ROUNDS; round++)
    for (const name of Object.keys(benches) as (keyof typeof benches)[]) {
      const sample = await look(benches[name]);
      // The first looks fill the browser's caches of compiled code.
      if (round >= 5) taken[name].push(sample);
    }
  const rows = Object.entries(taken).map(([name, samples]) => ({
    extension: name,
    'script, ms': inWords(samples.map(({ script }) => script)),
    'all tasks, ms': inWords(samples.map(({ task }) => task)),
  }));
  const more = (key: keyof Sample) =>
    middle(taken.Meshwarden.map((each) => each[key])).median -
    middle(taken['an empty extension'].map((each) => each[key])).median;
  return [
    ...rows,
    { extension: 'more', 'script, ms': more('script').toFixed(2), 'all tasks, ms': more('task').toFixed(2) },
  ];
}

type Sample = { script: number; task: number };

async function look(bench: Bench): Promise<Sample> {
  const page = await bench.browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await page.goto(STUDIO);
  await new Promise((done) => setTimeout(done, SETTLED_MS));
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  await page.close();
  return { script: seconds('ScriptDuration') * 1000, task: seconds('TaskDuration') * 1000 };
}
