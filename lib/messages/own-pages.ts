/** From our own pages: the popup, the dashboard, the welcome page. */
import { SITE_MARKS, type SiteMark } from '../store/types.ts';
import { isCount, isOneOf, isText, record } from './checks.ts';
import { MAX_ID, MAX_PROJECT, MAX_URL } from './limits.ts';
import { type ForgetProject, type Remind, remind, type SaveProject, saveProject } from './plans.ts';
import { type SaveSettings, saveSettings } from './settings.ts';

/** Look at this site's policies now. */
export type CheckNow = { type: 'check-now'; site: string };
/** The person has seen these changes. */
export type MarkRead = { type: 'mark-read'; changes: number[] };

/** Watch this site's policies whether the person uses it or not, or no longer. */
export type PinSite = { type: 'pin-site'; site: string; pinned: boolean };

/** Put this mark on a site, or take it off: it is muted, or no longer used for client work. */
export type MarkSite = { type: 'mark-site'; site: string; mark: SiteMark; on: boolean };

/** Guard the site at this address. The person was asked for the permission (`addedPattern`) before. */
export type AddSite = { type: 'add-site'; url: string };
/** Guard a site that the person added (by its id) no longer. */
export type RemoveSite = { type: 'remove-site'; site: string };

/** What became of a reminder: its files are deleted, they are not after all, or it is not wanted any more. */
export type SettleReminder = { type: 'settle-reminder'; reminder: number; as: ReminderEnd };
export const REMINDER_ENDS = ['done', 'open', 'forgotten'] as const;
export type ReminderEnd = (typeof REMINDER_ENDS)[number];
/** Erase the ledger: all of it, or what it holds of one site. */
export type EraseLedger = { type: 'erase-ledger'; site?: string };
/** A backup was taken in: do what follows from it. */
export type BackupTaken = { type: 'backup-taken' };

export type OwnMessage =
  | CheckNow
  | MarkRead
  | MarkSite
  | PinSite
  | SaveSettings
  | BackupTaken
  | AddSite
  | RemoveSite
  | Remind
  | SettleReminder
  | EraseLedger
  | SaveProject
  | ForgetProject;

/** A message of our own popup or dashboard; null when it is not one. */
export function ownMessage(value: unknown): OwnMessage | null {
  const v = record(value);
  switch (v?.type) {
    case 'check-now':
      return isText(v.site, MAX_ID) ? { type: 'check-now', site: v.site } : null;
    case 'mark-read':
      return Array.isArray(v.changes) && v.changes.length <= 1_000 && v.changes.every(isCount)
        ? { type: 'mark-read', changes: [...v.changes] }
        : null;
    case 'pin-site':
      return isText(v.site, MAX_ID) && typeof v.pinned === 'boolean'
        ? { type: 'pin-site', site: v.site, pinned: v.pinned }
        : null;
    case 'save-settings':
      return saveSettings(v);
    case 'backup-taken':
      return { type: 'backup-taken' };
    case 'mark-site':
      return isText(v.site, MAX_ID) && isOneOf(v.mark, SITE_MARKS) && typeof v.on === 'boolean'
        ? { type: 'mark-site', site: v.site, mark: v.mark, on: v.on }
        : null;
    case 'remind':
      return remind(v);
    case 'settle-reminder':
      return isCount(v.reminder) && isOneOf(v.as, REMINDER_ENDS)
        ? { type: 'settle-reminder', reminder: v.reminder, as: v.as }
        : null;
    case 'erase-ledger':
      if (v.site === undefined) return { type: 'erase-ledger' };
      return isText(v.site, MAX_URL) ? { type: 'erase-ledger', site: v.site } : null;
    case 'add-site':
      return isText(v.url, MAX_URL) ? { type: 'add-site', url: v.url } : null;
    case 'remove-site':
      return isText(v.site, MAX_URL) ? { type: 'remove-site', site: v.site } : null;
    case 'save-project':
      return saveProject(v.project);
    case 'forget-project':
      return isText(v.name, MAX_PROJECT) ? { type: 'forget-project', name: v.name } : null;
    default:
      return null;
  }
}
