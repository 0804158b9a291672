// `npm run fuzz -- --runs 10000`: hostile files without end. `--from` starts at another run, `--only` takes the seeds with that in their name.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';
import { seeds } from './seeds.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    from: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
  },
});
const [from, runs] = [Number(values.from), Number(values.runs)];
const folder = join(tmpdir(), 'meshwarden-fuzz');
const all = await seeds(values.only.toLowerCase());
const start = performance.now();
const PROGRESS = 10_000;
let failures = 0;
await fuzz(
  all,
  from,
  (run) => {
    if (run > from && run % PROGRESS === 0) console.log(`${run - from} runs: ${failures} failed`);
    return run >= from + runs;
  },
  ({ run, seed, done, wrong, bytes }) => {
    failures++;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${run}.bin`), bytes);
    console.log(
      `run ${run}: ${wrong}\n  ${seed}, ${done.join(', ')}, ${bytes.length} bytes, kept in ${folder}`,
    );
  },
);
const seconds = (performance.now() - start) / 1000;
console.log(`${runs} runs over ${all.length} seeds in ${seconds.toFixed(0)} s: ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;
