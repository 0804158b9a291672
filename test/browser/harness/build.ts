import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserKind } from '../../tools/browsers.ts';

export const ROOT = join(import.meta.dirname, '../../..');

/** Names the folder that holds `chrome-mv3` and `firefox-mv3` for this run. */
const BUILDS = 'MESHWARDEN_BUILDS';

/** The folder of the production build under test: of this run when one was made, else of the last `npm run build`. */
export function builtExtension(kind: BrowserKind): string {
  return join(
    process.env[BUILDS] ?? join(ROOT, '.output'),
    kind === 'chromium' ? 'chrome-mv3' : 'firefox-mv3',
  );
}

/** Has somebody built for this run already? */
export function hasBuilds(): boolean {
  return process.env[BUILDS] !== undefined;
}

/**
 * Builds the extension for both browsers into a folder of its own, which every later `builtExtension` of this process and
 * its children names. Two test runs at once do not pull the build from under each other. Returns the folder.
 */
export async function buildBoth(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'meshwarden-builds-'));
  const script = join(ROOT, 'test/tools/build-into.ts');
  // Without this a run under Vitest would build with NODE_ENV=test: not what people install.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [script, folder], { cwd: ROOT, env }).catch(async (error) => {
    await rm(folder, { recursive: true, force: true });
    throw error;
  });
  process.env[BUILDS] = folder;
  return folder;
}
