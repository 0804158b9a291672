import type { Browser, CDPSession, Page, Target } from 'puppeteer-core';
import type { Background, Notified } from './background.ts';
import { until } from './until.ts';

/**
 * The extension's side in Chromium. A headless Chromium shows no notifications and tells nobody their text, so each worker's
 * `chrome.notifications.create` is listened to from the moment the worker starts.
 */
export async function chromiumBackground(browser: Browser): Promise<Background> {
  const id = await until(async () => [...(await browser.extensions()).keys()][0], { what: 'the extension' });
  const base = `chrome-extension://${id}`;
  const isOurs = (target: Target) => target.type() === 'service_worker' && target.url().startsWith(base);
  const seen: Notified[] = [];
  const listening = new WeakMap<Target, Promise<CDPSession>>();
  const listen = (target: Target) => {
    const session = listening.get(target) ?? recordNotifications(target, seen);
    listening.set(target, session);
    return session;
  };
  browser.on('targetcreated', (target) => {
    // A worker that is gone again before we could listen has notified nobody.
    if (isOurs(target)) listen(target).catch(() => {});
  });
  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`${base}${path}`);
    return page;
  };
  const lever = await open('/manifest.json');
  const worker = async (): Promise<Target> => {
    const running = browser.targets().find(isOurs);
    if (running) return running;
    await wake(lever, base);
    return await browser.waitForTarget(isOurs, { timeout: 10_000 });
  };
  await listen(await worker());
  return {
    base,
    lever,
    open,
    run: async (fn, ...args) => {
      const target = await worker();
      await listen(target);
      return (await (
        await target.worker()
      )?.evaluate(fn as never, ...(args as unknown[] as never[]))) as never;
    },
    kill: async () => {
      const target = browser.targets().find(isOurs);
      if (!target) return;
      // A worker that somebody listens to does not count as gone.
      await (await listening.get(target))?.detach();
      await (await target.worker())?.close();
      await until(() => !browser.targets().some(isOurs), { what: 'the end of the worker' });
    },
    notifications: async () => [...seen],
  };
}

/** Starts the worker the way the browser does, and without an event that its listeners would act on. */
async function wake(lever: Page, base: string): Promise<void> {
  const session = await lever.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.startWorker', { scopeURL: `${base}/` });
  await session.detach();
}

const BINDING = 'meshwardenNotified';

async function recordNotifications(target: Target, seen: Notified[]): Promise<CDPSession> {
  const session = await target.createCDPSession();
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === BINDING) seen.push(JSON.parse(payload) as Notified);
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: BINDING });
  await session.send('Runtime.evaluate', { expression: `(${listenIn.toString()})('${BINDING}')` });
  return session;
}

/** Runs in the worker. */
function listenIn(binding: string): void {
  const api = (
    globalThis as unknown as { chrome: { notifications: { create(...args: unknown[]): unknown } } }
  ).chrome;
  const tell = (globalThis as unknown as Record<string, (payload: string) => void>)[binding];
  const create = api.notifications.create;
  api.notifications.create = (...args) => {
    const options = args.find((each): each is Notified => typeof each === 'object' && each !== null);
    if (options) tell?.(JSON.stringify({ title: options.title, message: options.message }));
    return create.apply(api.notifications, args);
  };
}
