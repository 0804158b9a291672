import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Count, countOfReport, FAILED, PASSED } from './count.ts';

export const ROOT = join(import.meta.dirname, '../..');

/** The development tools as scripts of their packages: started by this very Node, on every system alike. */
const TOOLS = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
  webExt: 'web-ext/bin/web-ext.js',
  wxt: 'wxt/bin/wxt.mjs',
} as const;

type Tool = keyof typeof TOOLS;
type Outcome = { code: number | null; output: string };

/** Runs a tool in the project's folder. Its output streams to ours, or is collected when `quiet`. */
export function runTool(tool: Tool, args: string[], { quiet = false } = {}): Promise<Outcome> {
  const script = join(ROOT, 'node_modules', TOOLS[tool]);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, output }));
  });
}

/** One check: the tool ends well or it does not. */
export async function check(tool: Tool, ...args: string[]): Promise<Count> {
  const { code } = await runTool(tool, args);
  return code === 0 ? PASSED : FAILED;
}

/** Runs one of Vitest's projects, and counts its tests. */
export async function tests(project: 'unit' | 'packages' | 'browser'): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), 'meshwarden-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runTool('vitest', [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    project,
    ...reporters,
  ]);
  const count = countOfReport(await readFile(report, 'utf8').catch(() => null));
  await rm(folder, { recursive: true });
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** Preact writes `innerHTML` in one place; nothing of ours does, and nothing more may come. */
const KNOWN_WARNINGS = ['UNSAFE_VAR_ASSIGNMENT'];

type LintReport = { errors: Remark[]; notices: Remark[]; warnings: Remark[] };
type Remark = { code: string; message: string; file?: string };

/** Mozilla's own lint over the Firefox build in `folder`. */
export async function lintBuild(folder: string): Promise<Count> {
  const { output } = await runTool('webExt', ['lint', '--source-dir', folder, '--output', 'json'], {
    quiet: true,
  });
  const { errors, notices, warnings } = JSON.parse(output) as LintReport;
  const remarks = [...errors, ...notices, ...unknown(warnings)];
  for (const { code, message, file } of remarks) console.log(`${code} ${file ?? ''}: ${message}`);
  return remarks.length === 0 ? PASSED : FAILED;
}

function unknown(warnings: Remark[]): Remark[] {
  const known = [...KNOWN_WARNINGS];
  return warnings.filter(({ code }) => {
    const at = known.indexOf(code);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}
