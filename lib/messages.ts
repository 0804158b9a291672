/**
 * Every message that crosses a boundary inside the extension. One type and one maker a message: the maker takes an unknown value
 * and gives back a clean one, or null when it does not fit. The site is taken from `sender`, never from a message.
 */
import { MOST_OWN_PHRASES, type OwnPhrase, WORK_KINDS } from './policy/types.ts';
import {
  CADENCES,
  FILE_CHOICES,
  type FileChoices,
  type Project,
  type QuietHours,
  type RuleSettings,
  type Settings,
  SITE_MARKS,
  type SiteMark,
  TICKS,
} from './store/types.ts';
import { FINDING_KINDS, FORMATS } from './strip/types.ts';
import type { FileOutcome, VettedFile } from './upload/types.ts';

// ---- from a guarded page

/** The guard is up in this frame. */
export type GuardReady = { type: 'guard-ready'; limited: boolean };
/** Files were vetted (cleaned, passed, held). Kinds of findings only, never values. */
export type FilesVetted = { type: 'files-vetted'; files: VettedFile[] };
/** An upload to an unencrypted endpoint was held, and what the person decided. */
export type UploadHeld = { type: 'upload-held'; host: string; outcome: 'kept' | 'sent' };

/** An encrypted upload with a file in it left for this host. */
export type UploadSent = { type: 'upload-sent'; host: string };

export type PageMessage = GuardReady | FilesVetted | UploadHeld | UploadSent;

/** A file may be coming: put the stripper into this frame, unless it is here, and say how files are to be cleaned. */
export type StripperWanted = { type: 'stripper-wanted'; isHere: boolean };
/** The background's answer: it is there. */
export type StripperBrought = { type: 'stripper-brought'; choices: FileChoices };

// ---- from a page of a vendor's policy

/** What the page in front of the person says, as HTML. Which document it is, is taken from `sender`. */
export type PolicyShown = { type: 'policy-shown'; html: string };

// ---- from our own pages

/** Look at this site's policies now. */
export type CheckNow = { type: 'check-now'; site: string };
/** The person has seen these changes. */
export type MarkRead = { type: 'mark-read'; changes: number[] };

/** Watch this site's policies whether the person uses it or not, or no longer. */
export type PinSite = { type: 'pin-site'; site: string; pinned: boolean };

/** These are the settings from now on. */
export type SaveSettings = { type: 'save-settings'; settings: Settings };

/** Put this mark on a site, or take it off: it is muted, or no longer used for client work. */
export type MarkSite = { type: 'mark-site'; site: string; mark: SiteMark; on: boolean };

/** Guard the site at this address. The person was asked for the permission (`addedPattern`) before. */
export type AddSite = { type: 'add-site'; url: string };
/** Guard a site that the person added (by its id) no longer. */
export type RemoveSite = { type: 'remove-site'; site: string };

/** Remind the person on that day (ms since 1970) to delete this project's files from these sites. */
export type Remind = { type: 'remind'; project: string; sites: string[]; dueAt: number };
/** What became of a reminder: its files are deleted, they are not after all, or it is not wanted any more. */
export type SettleReminder = { type: 'settle-reminder'; reminder: number; as: ReminderEnd };
export const REMINDER_ENDS = ['done', 'open', 'forgotten'] as const;
export type ReminderEnd = (typeof REMINDER_ENDS)[number];
/** Erase the ledger: all of it, or what it holds of one site. */
export type EraseLedger = { type: 'erase-ledger'; site?: string };
/** This project is as follows, and it is the current one from now on. */
export type SaveProject = { type: 'save-project'; project: Omit<Project, 'chosenAt'> };
/** Forget the project of this name. */
export type ForgetProject = { type: 'forget-project'; name: string };

export type OwnMessage =
  | CheckNow
  | MarkRead
  | MarkSite
  | PinSite
  | SaveSettings
  | AddSite
  | RemoveSite
  | Remind
  | SettleReminder
  | EraseLedger
  | SaveProject
  | ForgetProject;

// ---- from our own pages to the guard of a tab

/** Are you at work? */
export type GuardQuestion = { type: 'ask-guard' };
/** From the background: an upload to this address, in clear text, was stopped on its way. */
export type UploadStopped = { type: 'upload-stopped'; url: string };
/** The guard's answer. `limited`: without its hooks in the page's own world. */
export type GuardStatus = { type: 'guard-status'; limited: boolean };

type Unknown = Record<string, unknown>;

const MAX_FILES = 10_000;
const MAX_NAME = 1_024;
/** In UTF-16 code units: the largest page that the policy reader takes. */
export const MAX_HTML = 3_000_000;
const MAX_SITES = 1_000;
const MAX_ID = 100;
const MAX_FLAGS = 500;
const MAX_PHRASE = 2_000;
const MAX_URL = 10_000;
/** Letters of a project's name. */
export const MAX_PROJECT = 80;
const STATUSES = ['clean', 'stripped', 'unsupported', 'damaged'] as const;
const OUTCOMES = ['passed', 'cleaned', 'held', 'sent-anyway'] as const satisfies readonly FileOutcome[];

/** A message of a guarded page, rebuilt field by field; null when it is not one. */
export function pageMessage(value: unknown): PageMessage | null {
  const v = record(value);
  switch (v?.type) {
    case 'guard-ready':
      return typeof v.limited === 'boolean' ? { type: 'guard-ready', limited: v.limited } : null;
    case 'files-vetted':
      return filesVetted(v);
    case 'upload-sent':
      return isText(v.host, 253) ? { type: 'upload-sent', host: v.host } : null;
    case 'upload-held':
      return isText(v.host, 253) && isOneOf(v.outcome, ['kept', 'sent'] as const)
        ? { type: 'upload-held', host: v.host, outcome: v.outcome }
        : null;
    default:
      return null;
  }
}

/** A guard's wish for the stripper; null when it is not one. */
export function stripperWanted(value: unknown): StripperWanted | null {
  const v = record(value);
  return v?.type === 'stripper-wanted' && typeof v.isHere === 'boolean'
    ? { type: 'stripper-wanted', isHere: v.isHere }
    : null;
}

/** The answer to it; null when it is not one. */
export function stripperBrought(value: unknown): StripperBrought | null {
  const v = record(value);
  const choices = v?.type === 'stripper-brought' ? fileChoices(v.choices) : null;
  return choices && { type: 'stripper-brought', choices };
}

/** A message of a policy's page, rebuilt; null when it is not one. */
export function policyMessage(value: unknown): PolicyShown | null {
  const v = record(value);
  return v?.type === 'policy-shown' && isText(v.html, MAX_HTML)
    ? { type: 'policy-shown', html: v.html }
    : null;
}

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

/** Is this the question to the guard? */
export function isGuardQuestion(value: unknown): value is GuardQuestion {
  return record(value)?.type === 'ask-guard';
}

/** Where a stopped upload would have gone; null when the message is another. */
export function uploadStopped(value: unknown): UploadStopped | null {
  const v = record(value);
  return v?.type === 'upload-stopped' && isText(v.url, MAX_URL)
    ? { type: 'upload-stopped', url: v.url }
    : null;
}

/** The guard's answer; null when it is not one. */
export function guardStatus(value: unknown): GuardStatus | null {
  const v = record(value);
  return v?.type === 'guard-status' && typeof v.limited === 'boolean'
    ? { type: 'guard-status', limited: v.limited }
    : null;
}

function remind({ project, sites, dueAt }: Unknown): Remind | null {
  const fits =
    isText(project, MAX_PROJECT) &&
    isCount(dueAt) &&
    Array.isArray(sites) &&
    sites.length > 0 &&
    sites.length <= MAX_SITES &&
    sites.every((site) => isText(site, MAX_URL));
  return fits ? { type: 'remind', project, sites: [...sites], dueAt } : null;
}

function saveProject(value: unknown): SaveProject | null {
  const { name, work, ticks } = record(value) ?? {};
  const kept = ticksOf(ticks);
  if (!isText(name, MAX_PROJECT) || !kept || (work !== undefined && !isOneOf(work, WORK_KINDS))) return null;
  return { type: 'save-project', project: { name, ...(work ? { work } : {}), ticks: kept } };
}

function ticksOf(value: unknown): Project['ticks'] | null {
  const sites = Object.entries(record(value) ?? {});
  const fits = ([site, ticks]: [string, unknown]) =>
    isText(site, MAX_NAME) &&
    Array.isArray(ticks) &&
    ticks.length <= TICKS.length &&
    ticks.every((tick) => isOneOf(tick, TICKS));
  if (!record(value) || sites.length > MAX_SITES || !sites.every(fits)) return null;
  return Object.fromEntries(sites.map(([site, ticks]) => [site, [...(ticks as Project['ticks'][string])]]));
}

function saveSettings(v: Unknown): SaveSettings | null {
  const { cadence, quiet, muted, notForClients, files, rules: chosen } = record(v.settings) ?? {};
  const choices = fileChoices(files);
  const hours = quietHours(quiet);
  const rules = ruleSettings(chosen);
  if (!choices || !rules || hours === undefined || !isOneOf(cadence, CADENCES)) return null;
  if (!isSites(muted) || !isSites(notForClients)) return null;
  const settings = { cadence, quiet: hours, files: choices, rules };
  return {
    type: 'save-settings',
    settings: { ...settings, muted: [...muted], notForClients: [...notForClients] },
  };
}

/** Two hours of the day, or null for none; undefined when it is neither. */
function quietHours(value: unknown): QuietHours | null | undefined {
  const { from, to } = record(value) ?? {};
  if (value === null) return null;
  return isCount(from) && isCount(to) && from < 24 && to < 24 ? { from, to } : undefined;
}

/** What was changed about the rules; null when it is not that. Whether a flag is there and a phrase is one is for the engine to say. */
function ruleSettings(value: unknown): RuleSettings | null {
  const { off, weights, phrases } = record(value) ?? {};
  const given = record(weights);
  if (!Array.isArray(off) || !given || !Array.isArray(phrases)) return null;
  if (off.length > MAX_FLAGS || phrases.length > MOST_OWN_PHRASES) return null;
  if (Object.keys(given).length > MAX_FLAGS || !Object.values(given).every(isWeight)) return null;
  if (!off.every((flag) => isText(flag, MAX_ID)) || !phrases.every(isOwnPhrase)) return null;
  return {
    off: [...off],
    weights: { ...(given as Record<string, number>) },
    phrases: phrases.map(({ flag, phrase }) => ({ flag, phrase })),
  };
}

function isWeight(value: unknown): boolean {
  return isCount(value) && value >= 1 && value <= 5;
}

function isOwnPhrase(value: unknown): value is OwnPhrase {
  const { flag, phrase } = record(value) ?? {};
  return isText(flag, MAX_ID) && isText(phrase, MAX_PHRASE);
}

function isSites(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_SITES && value.every((site) => isText(site, MAX_ID));
}

/** How files are cleaned: a yes or no to every choice; null when it is not that. */
export function fileChoices(value: unknown): FileChoices | null {
  const v = record(value) ?? {};
  if (!FILE_CHOICES.every((choice) => typeof v[choice] === 'boolean')) return null;
  return Object.fromEntries(FILE_CHOICES.map((choice) => [choice, v[choice]])) as FileChoices;
}

function filesVetted(v: Unknown): FilesVetted | null {
  if (!Array.isArray(v.files) || v.files.length === 0 || v.files.length > MAX_FILES) return null;
  const files: VettedFile[] = [];
  for (const each of v.files) {
    const file = vettedFile(each);
    if (!file) return null;
    files.push(file);
  }
  return { type: 'files-vetted', files };
}

function vettedFile(value: unknown): VettedFile | null {
  const v = record(value);
  if (!v) return null;
  const fits =
    isText(v.name, MAX_NAME) &&
    isOneOf(v.format, FORMATS) &&
    isOneOf(v.status, STATUSES) &&
    isCount(v.size) &&
    isCount(v.removedBytes) &&
    isOneOf(v.outcome, OUTCOMES) &&
    Array.isArray(v.removed) &&
    v.removed.length <= FINDING_KINDS.length &&
    v.removed.every((kind) => isOneOf(kind, FINDING_KINDS));
  if (!fits) return null;
  const { name, format, status, size, removedBytes, outcome, removed } = v as VettedFile;
  return { name, format, status, size, removedBytes, outcome, removed: [...removed] };
}

function record(value: unknown): Unknown | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Unknown) : null;
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isOneOf<T extends string>(value: unknown, all: readonly T[]): value is T {
  return typeof value === 'string' && (all as readonly string[]).includes(value);
}
