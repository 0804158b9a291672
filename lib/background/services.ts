import { allSites } from '../sites/index.ts';
import {
  addToLedger,
  forgetTabs,
  knownSites,
  markRead,
  markSite,
  pruneLedger,
  readSettings,
  saveSettings,
} from '../store/index.ts';
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
import { addSite, removeSite } from './added-sites.ts';
import { watchDeps } from './live.ts';
import type { Services } from './routes.ts';
import { bringStripper } from './stripper.ts';

const LEDGER_MONTHS = 12;

/** What messages may ask for, done for real. */
export const services: Services = {
  now: watchDeps.now,
  // A site without policies has nothing to be looked at.
  siteUsed: async ({ site }) => {
    if (site.policies.length > 0) await siteUsed(site, watchDeps);
  },
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
  // The catalogue is guarded whatever happens to the store.
  sites: () => knownSites().catch(() => allSites()),
  addSite: (url) => addSite(url, watchDeps.now()),
  removeSite,
  fileChoices: async () => (await readSettings()).files,
  bringStripper,
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
