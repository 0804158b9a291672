import { currentSettings } from '../managed/index.ts';
import { allSites } from '../sites/index.ts';
import {
  addReminders,
  addToLedger,
  eraseLedger,
  forgetProject,
  forgetReminder,
  forgetTabs,
  knownSites,
  markRead,
  markSite,
  pruneLedger,
  saveProject,
  saveSettings,
  settleReminder,
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
import { addSite, guardAdded, removeSite } from './added-sites.ts';
import { allowUploads } from './cleartext.ts';
import { watchDeps } from './live.ts';
import type { Services } from './routes.ts';
import { bringStripper } from './stripper.ts';

const LEDGER_MONTHS = 12;

/** What messages may ask for, done for real. */
export const services: Services = {
  now: Date.now,
  // A site without policies has nothing to be looked at.
  siteUsed: async ({ site }) => {
    if (site.policies.length > 0) await siteUsed(site, await watchDeps());
  },
  checkNow: async (site) => checkNow(site, await watchDeps()),
  pinSite: async (site, pinned) => pinSite(site, pinned, await watchDeps()),
  policyShown: async (site, kind, html) => policyVisited(site, kind, html, await watchDeps()),
  async saveSettings(settings) {
    await saveSettings(settings);
    await dueByCadence();
  },
  async backupTaken() {
    await guardAdded();
    await dueByCadence();
  },
  async markSite(site, mark, on) {
    await markSite(site, mark, on);
    await showCount(await watchDeps());
  },
  // The catalogue is guarded whatever happens to the store.
  sites: () => knownSites().catch(() => allSites()),
  addSite: (url) => addSite(url, Date.now()),
  removeSite,
  fileChoices: async () => (await currentSettings()).files,
  bringStripper,
  allowUploads,
  addToLedger,
  eraseLedger,
  async remind({ project, sites, dueAt }) {
    const madeAt = Date.now();
    await addReminders(sites.map((site) => ({ site, project, dueAt, madeAt })));
  },
  async settleReminder(reminder, as) {
    if (as === 'forgotten') await forgetReminder(reminder);
    else await settleReminder(reminder, as === 'done' ? Date.now() : undefined);
  },
  saveProject,
  forgetProject,
  async markRead(changes) {
    await markRead(changes);
    await showCount(await watchDeps());
  },
};

async function dueByCadence(): Promise<void> {
  const deps = await watchDeps();
  await cadenceChosen((await deps.store.readSettings()).cadence, deps);
}

/** The day's work: looks at what is due and lets go of what is too old. */
export async function dailyRun(): Promise<void> {
  await runDue(await watchDeps());
  await pruneLedger(addMonths(Date.now(), -LEDGER_MONTHS));
}

/** The browser has started: its tabs are not those of last time. */
export async function newSession(): Promise<void> {
  await forgetTabs(Date.now());
}
