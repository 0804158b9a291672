// `npm test`: everything, one step after the other; the last line counts over all of them.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildBoth } from './browser/harness/build.ts';
import { type Count, FAILED, inWords, PASSED, sum } from './tools/count.ts';
import { ensureBrowsers, ensurePerl } from './tools/install-browsers.ts';
import { check, lintBuild, ROOT, tests } from './tools/tools.ts';

type Step = { name: string; run: () => Promise<Count> };

let builds = '';

const STEPS: Step[] = [
  { name: 'both browsers are there', run: browsers },
  { name: 'types', run: () => check('tsc', '--noEmit') },
  { name: 'lint and format', run: () => check('biome', 'check', '--error-on-warnings', '.') },
  { name: 'unit tests', run: () => tests('unit') },
  { name: 'builds for both browsers', run: build },
  { name: 'lint of the Firefox build', run: () => lintBuild(join(builds, 'firefox-mv3')) },
  { name: 'packages for the stores', run: () => tests('packages') },
  { name: 'browser tests', run: () => tests('browser') },
];

async function build(): Promise<Count> {
  builds = await buildBoth();
  return PASSED;
}

async function browsers(): Promise<Count> {
  if (!(await ensurePerl(console.log))) {
    console.log('!! There is no full Perl on this machine: the tests that ask ExifTool skip.');
  }
  console.log((await ensureBrowsers(['chromium', 'firefox'], console.log)).join('\n'));
  return PASSED;
}

/** A step that throws has failed; the others still run, so that one run shows all there is to mend. */
async function walk({ name, run }: Step): Promise<Count> {
  console.log(`\n== ${name}`);
  const count = await run().catch((error: unknown) => {
    console.error(`\n!! ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return FAILED;
  });
  console.log(`== ${name}: ${inWords(count)}`);
  return count;
}

if (!existsSync(join(ROOT, '../shared'))) {
  console.log(
    '!! The folder ../shared is not beside the project: the tests over its real photos and policies skip.',
  );
}
const counts: Count[] = [];
for (const step of STEPS) counts.push(await walk(step));
if (builds) await rm(builds, { recursive: true, force: true });
const total = sum(counts);
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
