import { browser } from '../browser.ts';
import { t } from '../i18n.ts';
import { guardedPatterns } from '../sites/index.ts';
import { reportProblem } from '../watch/report.ts';

/** In the menu of the toolbar button, and in that of guarded pages; nowhere else on the web. */
const ENTRIES = [
  { id: 'clean-files', contexts: ['action'] },
  { id: 'clean-files-page', contexts: ['page'], documentUrlPatterns: guardedPatterns() },
] as const;

/** Says hello once, after an install and never after an update. */
export function welcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') open('welcome.html');
  });
}

/** Keeps the entry "Clean files on this computer…" in the context menus: it opens the dashboard's page for that. */
export function offerCleaning(): void {
  // Both browsers keep the entries from then on, also while the background sleeps.
  browser.runtime.onInstalled.addListener(() => void addEntries().catch(reportProblem));
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    if (ENTRIES.some(({ id }) => id === menuItemId)) open('dashboard.html#/clean');
  });
}

async function addEntries(): Promise<void> {
  // After an update those of the former version are still there.
  await browser.contextMenus.removeAll();
  for (const { id, contexts, ...where } of ENTRIES) {
    const patterns = 'documentUrlPatterns' in where ? [...where.documentUrlPatterns] : undefined;
    browser.contextMenus.create({
      id,
      title: t('menu_clean_files'),
      contexts: [...contexts],
      ...(patterns && { documentUrlPatterns: patterns }),
    });
  }
}

function open(page: string): void {
  browser.tabs.create({ url: browser.runtime.getURL(page) }).catch(reportProblem);
}
