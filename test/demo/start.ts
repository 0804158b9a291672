// `npm start`: the pretend generator, a real browser with the extension, and a person or (with --headless) a script to try it.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { open } from '../browser/harness/index.ts';
import type { BrowserKind } from '../tools/browsers.ts';
import { ensureBrowsers } from '../tools/install-browsers.ts';
import { ROOT, runTool } from '../tools/tools.ts';
import { serveForge } from './forge/server.ts';
import { play } from './play.ts';
import { letTry } from './window.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
  },
});

const kind = browserNamed(values.browser);
await ensureBrowsers([kind], console.log);
const extension = await buildDemo(kind);
await (values.headless || !hasDisplay() ? playAlone() : letTry(kind, extension));

function browserNamed(name: string): BrowserKind {
  if (name === 'chromium' || name === 'firefox') return name;
  throw new Error(`--browser is chromium or firefox, not ${name}`);
}

/** The demo build: the real extension, with the pretend generator in its catalogue. Returns its folder. */
async function buildDemo(kind: BrowserKind): Promise<string> {
  const browser = kind === 'chromium' ? 'chrome' : 'firefox';
  const { code } = await runTool('wxt', ['build', '-b', browser, '-m', 'demo']);
  if (code !== 0) throw new Error('the extension could not be built');
  return join(ROOT, '.output', `${browser}-mv3-demo`);
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function playAlone(): Promise<void> {
  const bench = await open(kind, { extension, insecure: true });
  try {
    await play(bench, await serveForge(bench.world), join(ROOT, '.output/demo'));
  } finally {
    await bench.close();
  }
}
