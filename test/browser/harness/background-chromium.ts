import type { Browser, Page, Target } from 'puppeteer-core';
import type { Background } from './background.ts';
import { listenIn } from './recorder.ts';
import { until } from './until.ts';

/** The extension's side in Chromium. The build must have been through `withRecorder`. */
export async function chromiumBackground(browser: Browser): Promise<Background> {
  const id = await until(async () => [...(await browser.extensions()).keys()][0], { what: 'the extension' });
  const base = `chrome-extension://${id}`;
  const isWorker = (target: Target) => target.type() === 'service_worker' && target.url().startsWith(base);
  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`${base}${path}`);
    return page;
  };
  const lever = await open('/manifest.json');
  const worker = async (): Promise<Target> => {
    const running = browser.targets().find(isWorker);
    if (running) return running;
    await wake(lever, base);
    return await browser.waitForTarget(isWorker, { timeout: 10_000 });
  };
  return {
    base,
    lever,
    open,
    run: async (fn, ...args) => {
      const running = await (await worker()).worker();
      return (await running?.evaluate(fn as never, ...(args as unknown[] as never[]))) as never;
    },
    kill: async () => {
      const running = await browser.targets().find(isWorker)?.worker();
      await running?.close();
      await until(() => !browser.targets().some(isWorker), { what: 'the end of the worker' });
    },
    notifications: await listenIn(lever),
  };
}

/** Starts the worker the way the browser does, and without an event that its listeners would act on. */
async function wake(lever: Page, base: string): Promise<void> {
  const session = await lever.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL: `${base}/` });
  await session.detach();
}
