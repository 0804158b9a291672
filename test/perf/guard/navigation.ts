import type { CDPSession } from 'puppeteer-core';
import type { Bench } from '../../browser/harness/index.ts';
import type { Row } from '../strip/speed.ts';
import { inWords, middle } from './sample.ts';

const STUDIO = 'https://studio.tripo3d.ai/';
const ROUNDS = 60;
/** Listeners for the end of loading, and what waits for an idle moment, have run by then. */
const SETTLED_MS = 400;

const PAGE = `<!doctype html><html lang="en"><title>studio</title><h1>Make a model</h1><input type="file">
  <p>Choose a picture.</p></html>`;

const TITLES = {
  script: 'script, ms',
  compile: 'reading it, ms',
  task: 'all tasks, ms',
  scriptAgain: 'loaded again: script, ms',
  taskAgain: 'loaded again: all tasks, ms',
};
type Sample = Record<keyof typeof TITLES, number>;
const KEYS = Object.keys(TITLES) as (keyof Sample)[];

/**
 * What one look at a page takes of its thread, with the guard and with an empty extension, turn by turn: in a process that is new, and
 * when the page is loaded again in it. The thread's own time: a busy machine makes it longer only by cold caches.
 */
export async function navigationCost(guarded: Bench, empty: Bench): Promise<Row[]> {
  const benches = { Meshwarden: guarded, 'an empty extension': empty };
  const taken = { Meshwarden: [] as Sample[], 'an empty extension': [] as Sample[] };
  for (const bench of Object.values(benches)) bench.world.route(STUDIO, () => PAGE);
  for (let round = 0; round < ROUNDS; round++)
    for (const name of Object.keys(benches) as (keyof typeof benches)[]) {
      const sample = await look(benches[name]);
      // The first looks fill the browser's caches.
      if (round >= 5) taken[name].push(sample);
    }
  const rows = Object.entries(taken).map(([name, samples]) =>
    row(name, (key) => inWords(samples.map((each) => each[key]))),
  );
  const more = (key: keyof Sample) =>
    middle(
      taken.Meshwarden.map((each, i) => each[key] - (taken['an empty extension'][i]?.[key] ?? Number.NaN)),
    ).median;
  return [...rows, row('more', (key) => more(key).toFixed(2))];
}

function row(extension: string, cell: (key: keyof Sample) => string): Row {
  return { extension, ...Object.fromEntries(KEYS.map((key) => [TITLES[key], cell(key)])) };
}

async function look(bench: Bench): Promise<Sample> {
  const page = await bench.browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(STUDIO);
  const first = await settled(session);
  await page.reload();
  const second = await settled(session);
  await page.close();
  return {
    script: first('ScriptDuration'),
    compile: first('V8CompileDuration'),
    task: first('TaskDuration'),
    scriptAgain: second('ScriptDuration'),
    taskAgain: second('TaskDuration'),
  };
}

/** What the thread has done for this load of the page, in ms by name. */
async function settled(session: CDPSession): Promise<(name: string) => number> {
  await new Promise((done) => setTimeout(done, SETTLED_MS));
  const { metrics } = await session.send('Performance.getMetrics');
  return (name) => (metrics.find((each) => each.name === name)?.value ?? Number.NaN) * 1000;
}
