import type { Page } from 'puppeteer-core';
import type { ExtensionApi } from './background.ts';

declare const chrome: ExtensionApi;

/**
 * Makes the alarm `name` ring now, and waits for it. It is a real alarm of the browser, set to the present moment, so that it
 * also wakes a killed worker. Afterwards the times it had before are set again. The alarm need not exist.
 */
export async function ring(lever: Page, name: string): Promise<void> {
  await lever.evaluate(async (name) => {
    const before = await chrome.alarms.get(name);
    const rung = new Promise<void>((done) => {
      chrome.alarms.onAlarm.addListener(function heard(alarm) {
        if (alarm.name !== name) return;
        chrome.alarms.onAlarm.removeListener(heard);
        done();
      });
    });
    await chrome.alarms.create(name, { when: Date.now() });
    await rung;
    if (!before || (await chrome.alarms.get(name))) return;
    const { scheduledTime: when, periodInMinutes } = before;
    await chrome.alarms.create(name, { when, ...(periodInMinutes ? { periodInMinutes } : {}) });
  }, name);
}
