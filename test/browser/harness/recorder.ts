import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Notified } from './background.ts';

const CHANNEL = 'meshwarden-test';
const ENTRY = 'meshwarden-test-entry.js';

type Manifest = { background?: { service_worker?: string } };

/**
 * Copies a Chromium build into a folder of its own whose worker is entered through a recorder of notifications. A headless
 * Chromium shows none and tells nobody their text, and a listener put in from outside comes too late for one that is sent at
 * the very start of the worker. All files of the build stay as they are, but the one line of the manifest.
 */
export async function withRecorder(build: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'meshwarden-extension-'));
  await cp(build, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  const worker = manifest.background?.service_worker;
  if (!worker) throw new Error(`${build} is no Chromium build with a worker`);
  const entry = `(${record.toString()})('${CHANNEL}');\nimportScripts('${worker}');\n`;
  await writeFile(join(folder, ENTRY), entry);
  await writeFile(path, JSON.stringify({ ...manifest, background: { service_worker: ENTRY } }));
  return folder;
}

export function removeRecorder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Collects in `lever`, a page of the extension, what the recorder tells. Gives back the question what came so far. */
export async function listenIn(lever: Page): Promise<() => Promise<Notified[]>> {
  await lever.evaluate((name) => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    new BroadcastChannel(name).onmessage = ({ data }) => heard.push(data);
  }, CHANNEL);
  return () => lever.evaluate(() => (globalThis as unknown as { heard: Notified[] }).heard);
}

type Api = { notifications?: { create(...args: unknown[]): unknown } };

/** Runs in the worker before anything of the extension, handed over as text. */
function record(channel: string): void {
  const { notifications } = (globalThis as unknown as { chrome: Api }).chrome;
  if (!notifications) return;
  const line = new BroadcastChannel(channel);
  const create = notifications.create;
  notifications.create = (...args) => {
    const options = args.find((each): each is Notified => typeof each === 'object' && each !== null);
    if (options) line.postMessage({ title: options.title, message: options.message });
    return create.apply(notifications, args);
  };
}
