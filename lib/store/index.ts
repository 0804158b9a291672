/**
 * What the extension remembers, in IndexedDB. Every page may read; the background alone writes. Backups (`backup.ts`) are asked for
 * by name: the popup must not carry them.
 */
export { forgetAddedSite, knownSites, readAddedSites, saveAddedSite } from './added.ts';
export { allChanges, type KeptChange, markRead, markTold, unreadChanges, untoldChanges } from './changes.ts';
export { addToLedger, eraseLedger, forgetTabs, pruneLedger, recentLedger } from './ledger.ts';
export { type LookResult, latestSnapshot, saveLook, snapshots } from './looks.ts';
export { StoreProblem } from './problem.ts';
export { currentProject, forgetProject, readProjects, saveProject } from './projects.ts';
export {
  addReminders,
  allReminders,
  dueReminders,
  forgetReminder,
  type KeptReminder,
  settleReminder,
} from './reminders.ts';
export { allReviews, readReview, saveReview } from './reviews.ts';
export { markSite, readSettings, saveSettings } from './settings.ts';
