import type { Browser, Page } from 'puppeteer-core';
import type { Background, Notified } from './background.ts';
import { inFirefox } from './bidi.ts';
import { FIREFOX_ID, FIREFOX_UUID } from './launch.ts';
import { until } from './until.ts';

/** The extension's side in Firefox. Notifications are read where the system would show them: at the alerts service. */
export async function firefoxBackground(browser: Browser): Promise<Background> {
  const base = `moz-extension://${FIREFOX_UUID}`;
  await inFirefox(browser, RECORD_ALERTS);
  const open = (path: string) => openExtensionPage(browser, `${base}${path}`);
  const lever = await open('/manifest.json');
  return {
    base,
    lever,
    open,
    run: async (fn, ...args) =>
      (await lever.evaluate(fn as never, ...(args as unknown[] as never[]))) as never,
    kill: () => inFirefox<void, string[]>(browser, TERMINATE, FIREFOX_ID),
    notifications: () => inFirefox<Notified[], []>(browser, '() => window.meshwardenAlerts'),
  };
}

/** Firefox never reports that an extension's page has loaded; so: set out, and ask the page itself. */
async function openExtensionPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.goto(url).catch(() => {});
  await until(
    () => page.evaluate((there) => location.href === there && document.readyState === 'complete', url),
    {
      what: url,
    },
  );
  return page;
}

const TERMINATE = `async (id) => {
  const { extension } = WebExtensionPolicy.getByID(id);
  await extension.terminateBackground({ ignoreDevToolsAttached: true });
}`;

/** Puts a service of ours in the place of the one that shows notifications on the desktop. */
const RECORD_ALERTS = `() => {
  if (window.meshwardenAlerts) return;
  window.meshwardenAlerts = [];
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert: ({ title, text }) => void window.meshwardenAlerts.push({ title, message: text }),
    closeAlert() {},
    teardown() {},
    pbmTeardown() {},
  };
  const factory = { createInstance: (iid) => service.QueryInterface(iid), QueryInterface: ChromeUtils.generateQI(['nsIFactory']) };
  Components.manager
    .QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(Services.uuid.generateUUID(), '', '@mozilla.org/alerts-service;1', factory);
}`;
