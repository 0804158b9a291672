import { addToLedger, forgetTabs, markRead, markSite, pruneLedger, saveSettings } from '../store/index.ts';
import {
  addMonths,
  cadenceChosen,
  checkNow,
  pinSite,
  policyVisited,
  runDue,
  showCount,
  siteUsed,
} from '../watch/index.ts';
import { watchDeps } from './live.ts';
import type { Services } from './routes.ts';

const LEDGER_MONTHS = 12;

/** What messages may ask for, done for real. */
export const services: Services = {
  now: watchDeps.now,
  siteUsed: ({ site }) => siteUsed(site, watchDeps),
  checkNow: (site) => checkNow(site, watchDeps),
  pinSite: (site, pinned) => pinSite(site, pinned, watchDeps),
  policyShown: (site, kind, html) => policyVisited(site, kind, html, watchDeps),
  async saveSettings(settings) {
    await saveSettings(settings);
    await cadenceChosen(settings.cadence, watchDeps);
  },
  async markSite(site, mark, on) {
    await markSite(site, mark, on);
    await showCount(watchDeps);
  },
  addToLedger,
  async markRead(changes) {
    await markRead(changes);
    await showCount(watchDeps);
  },
};

/** The day's work: looks at what is due and lets go of what is too old. */
export async function dailyRun(): Promise<void> {
  await runDue(watchDeps);
  await pruneLedger(addMonths(watchDeps.now(), -LEDGER_MONTHS));
}

/** The browser has started: its tabs are not those of last time. */
export async function newSession(): Promise<void> {
  await forgetTabs(watchDeps.now());
}
