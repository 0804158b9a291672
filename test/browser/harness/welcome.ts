import type { Background, ExtensionApi } from './background.ts';
import { until } from './until.ts';

declare const chrome: ExtensionApi;

/** Waits for the page that says hello after an install, and closes it: opening late, it would stand before a test's own page. */
export async function closeWelcome(background: Background): Promise<void> {
  await until(() => background.run(closeIfThere), { what: 'the welcome page' });
}

async function closeIfThere(): Promise<boolean> {
  const tabs = await chrome.tabs.query({});
  const welcome = tabs.find(({ url }) => url?.endsWith('/welcome.html'));
  if (welcome?.id === undefined) return false;
  await chrome.tabs.remove(welcome.id);
  return true;
}
