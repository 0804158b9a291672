import { browser } from '../browser.ts';
import type { Bell } from '../watch/index.ts';

/** The alarm that ends quiet hours. */
export const TELL = 'watch-tell';
const ALERT = '#b3261e';
const ON_ALERT = '#ffffff';

/** Notifications and the number at the toolbar button. No buttons in notifications: Firefox refuses those that have any. */
export const bell: Bell = {
  async notify(id, { title, message }) {
    const iconUrl = browser.runtime.getURL('icon/128.png');
    await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
  },
  async wakeAt(at) {
    await browser.alarms.create(TELL, { when: at });
  },
  async count(unread) {
    await browser.action.setBadgeBackgroundColor({ color: ALERT });
    await browser.action.setBadgeTextColor({ color: ON_ALERT });
    await browser.action.setBadgeText({ text: unread > 0 ? String(unread) : '' });
  },
};

/** Shows a change in the dashboard, in a tab of its own; all of them when it is not known which. */
export async function showChange(id: number | undefined): Promise<void> {
  const page = `dashboard.html#/changes${id === undefined ? '' : `/${id}`}`;
  await browser.tabs.create({ url: browser.runtime.getURL(page) });
}
