// `npm run fuzz -- --runs 10000`: hostile files without end. `--from` starts at another run, `--only` takes the seeds with that in their name.
// `npm run fuzz -- --sweep 1`: every byte of the project's own files is changed in turn; with 100, every hundredth.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Failure, fuzz, isFixture } from './fuzz.ts';
import { seeds } from './seeds.ts';
import { sweep } from './sweep.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    sweep: { type: 'string', default: '0' },
  },
});
const [from, most, step] = [Number(values.from), Number(values.runs), Number(values.sweep)];
const folder = join(tmpdir(), 'meshwarden-fuzz');
const all = await seeds(values.only.toLowerCase());
const start = performance.now();
const PROGRESS = 10_000;
let failures = 0;
const runs =
  step > 0 ? await sweep(all.filter(isFixture), step, report) : await fuzz(all, from, isEnd, report);
const seconds = (performance.now() - start) / 1000;
console.log(`${runs} runs over ${all.length} seeds in ${seconds.toFixed(0)} s: ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

function isEnd(run: number): boolean {
  if (run > from && run % PROGRESS === 0) console.log(`${run - from} runs: ${failures} failed`);
  return run >= from + most;
}

function report({ run, seed, done, wrong, bytes }: Failure): void {
  failures++;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${run}.bin`), bytes);
  console.log(
    `run ${run}: ${wrong}\n  ${seed}, ${done.join(', ')}, ${bytes.length} bytes, kept in ${folder}`,
  );
}
