import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { inFirefox } from './bidi.ts';
import { FIREFOX_ID } from './launch.ts';

/** Firefox: gives the extension a permission that it may only ask for, as a person does in the browser's own pages, or takes it back. */
export function permit(browser: Browser, pattern: string, given: boolean): Promise<void> {
  return inFirefox(browser, IN_FIREFOX, FIREFOX_ID, pattern, given);
}

/**
 * Chromium lets nobody but a person give a permission. So there the tests take a copy of the build that has the permission from the
 * start. Returns its folder.
 */
export function withHosts(build: string, patterns: string[]): Promise<string> {
  return withGiven(build, 'host_permissions', patterns);
}

/** The same for permissions that are no hosts. */
export function withPermissions(build: string, permissions: string[]): Promise<string> {
  return withGiven(build, 'permissions', permissions);
}

async function withGiven(
  build: string,
  kind: 'permissions' | 'host_permissions',
  given: string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'meshwarden-given-'));
  await cp(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest[kind].push(...given);
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

const IN_FIREFOX = `async (id, pattern, given) => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(id);
  const change = { permissions: [], origins: [pattern] };
  await (given ? ExtensionPermissions.add(id, change, extension) : ExtensionPermissions.remove(id, change, extension));
}`;
