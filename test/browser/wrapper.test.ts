import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behindWrapper } from '../../lib/strip/wrapper.ts';
import { privatePng } from '../fixtures/png.ts';
import { type Bench, BROWSERS, type ExtensionApi, open } from './harness/index.ts';

declare const chrome: ExtensionApi;

const STUDIO = 'https://studio.tripo3d.ai/';
const PAGE = '<!doctype html><html lang="en"><title>studio</title><input type="file" id="input"></html>';

/** What the code asks about, each in its place: the world itself, a file that the script made, one that was chosen, an event, the page's window. */
const ASKED = `[globalThis, new File([], 'made'), document.querySelector('input')?.files?.[0] ?? new File([], 'none'), new Event('made'), window]`;
/** Handed over as text, with the function that is asked. */
const ASK = `${ASKED}.map(${String(behindWrapper)}).map(Boolean)`;

type World = 'MAIN' | 'ISOLATED';
const inTab = new Function(
  'world',
  `return chrome.tabs.query({ url: '${STUDIO}*' }).then(([tab]) => chrome.scripting.executeScript({ world, target: { tabId: tab.id }, func: () => ${ASK} }))
    .then(([answer]) => answer.result);`,
) as (world: World) => Promise<boolean[]>;
const inOwnPage = new Function(`return ${ASK};`) as () => boolean[];

describe.each(BROWSERS)('what stands between a script of ours and the page’s objects, in %s', (kind) => {
  let bench: Bench;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'meshwarden-wrapper-'));
    const picture = join(folder, 'picture.png');
    await writeFile(picture, await privatePng());
    bench = await open(kind);
    bench.world.route(STUDIO, () => PAGE);
    const page = await bench.page(STUDIO);
    await bench.pick(page, '#input', [picture]);
    await page.waitForFunction(() => document.querySelector('input')?.files?.length === 1);
  });
  afterAll(async () => {
    await bench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const none = [false, false, false, false, false];

  it('is a wrapper where the guard and the stripper run, in Firefox alone', async () => {
    const all = none.map(() => kind === 'firefox');
    expect(await bench.background(inTab, 'ISOLATED')).toEqual(all);
  });

  it('is nothing for the page hooks', async () => {
    expect(await bench.background(inTab, 'MAIN')).toEqual(none);
  });

  it('is nothing in pages of ours, where files are cleaned as well', async () => {
    const own = await bench.ownPage('/dashboard.html');
    expect(await own.evaluate(inOwnPage)).toEqual(none);
    await own.close();
  });
});
