import { rm } from 'node:fs/promises';
import { buildBoth, hasBuilds } from './build.ts';

/** Before the browser tests: one fresh build for both browsers, unless the run brought its own. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (hasBuilds()) return undefined;
  const folder = await buildBoth();
  return () => rm(folder, { recursive: true, force: true });
}
