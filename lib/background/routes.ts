import { t } from '../i18n.ts';
import {
  type FilesVetted,
  type OwnMessage,
  ownMessage,
  type PageMessage,
  type PolicyShown,
  pageMessage,
  policyMessage,
  type Remind,
  type ReminderEnd,
  type StripperBrought,
  type StripperWanted,
  stripperWanted,
  type UploadHeld,
  type UploadSent,
} from '../messages.ts';
import type { DocumentKind } from '../policy/types.ts';
import { siteById } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';
import type { FileChoices, LedgerEntry, Project, Settings, SiteMark } from '../store/types.ts';
import { USUAL_FILES } from '../store/usual.ts';
import { destinationOf } from './destination.ts';
import {
  type GuardedPage,
  guardedPage,
  isOwnPage,
  type Own,
  type PolicyPage,
  policyPage,
  type Sender,
} from './trust.ts';

/** What our own pages hear back. `problem` is a sentence for the person. */
export type Reply = { ok: true } | { ok: false; problem: string };
type Answer = Reply | StripperBrought;

/** What the background can do at the word of a message. */
export type Services = {
  /** Every site that is guarded. */
  sites(): Promise<readonly Site[]>;
  siteUsed(page: Pick<GuardedPage, 'site'>): Promise<void>;
  /** Guards the site at this address from now on; the person has given the permission. */
  addSite(url: string): Promise<Reply>;
  removeSite(site: string): Promise<void>;
  /** False when there is no such site. */
  checkNow(site: string): Promise<boolean>;
  markRead(changes: readonly number[]): Promise<void>;
  /** False when there is no such site. */
  pinSite(site: string, pinned: boolean): Promise<boolean>;
  /** The person has a document of this site before them. */
  policyShown(site: Site, kind: DocumentKind, html: string): Promise<void>;
  saveSettings(settings: Settings): Promise<void>;
  /** A backup was taken in: what follows from it. */
  backupTaken(): Promise<void>;
  saveProject(project: Project): Promise<void>;
  forgetProject(name: string): Promise<void>;
  markSite(site: string, mark: SiteMark, on: boolean): Promise<void>;
  /** Lets unencrypted uploads to this host leave from the page's tab. */
  allowUploads(page: GuardedPage, host: string): Promise<void>;
  /** Puts the stripper into a frame. Rejects when the browser does not let us. */
  bringStripper(page: GuardedPage): Promise<void>;
  fileChoices(): Promise<FileChoices>;
  remind(wish: Omit<Remind, 'type'>): Promise<void>;
  settleReminder(reminder: number, as: ReminderEnd): Promise<void>;
  /** All of it, or what it holds of one site. */
  eraseLedger(site: string | undefined): Promise<void>;
  addToLedger(entries: readonly LedgerEntry[]): Promise<void>;
  /** ms since 1970 */
  now(): number;
};

const DONE: Reply = { ok: true };
const refused = (): Reply => ({ ok: false, problem: t('reply_refused') });
const unknownSite = (): Reply => ({ ok: false, problem: t('reply_unknown_site') });

/**
 * Does what a message asks, as far as its sender may ask it.
 * @throws {StoreProblem} when what it asks cannot be stored
 */
export async function route(message: unknown, sender: Sender, own: Own, services: Services): Promise<Answer> {
  const page = guardedPage(sender, own, await services.sites());
  const wanted = page && stripperWanted(message);
  if (wanted) return bringStripper(wanted, page, services);
  const fromPage = page && pageMessage(message);
  if (fromPage) return fromGuardedPage(fromPage, page, services);
  const policy = policyPage(sender, own);
  const shown = policy && policyMessage(message);
  if (shown) return fromPolicyPage(shown, policy, services);
  // From here on: our own pages only.
  const fromOwn = isOwnPage(sender, own) && ownMessage(message);
  return fromOwn ? fromOwnPage(fromOwn, services) : refused();
}

/** Whatever happens to the settings, files are cleaned. */
async function bringStripper(
  { isHere }: StripperWanted,
  page: GuardedPage,
  services: Services,
): Promise<StripperBrought> {
  const [choices] = await Promise.all([
    services.fileChoices().catch(() => USUAL_FILES),
    isHere ? undefined : services.bringStripper(page),
  ]);
  return { type: 'stripper-brought', choices };
}

async function fromOwnPage(message: OwnMessage, services: Services): Promise<Reply> {
  switch (message.type) {
    case 'check-now':
      return (await services.checkNow(message.site)) ? DONE : unknownSite();
    case 'mark-read':
      await services.markRead(message.changes);
      return DONE;
    case 'pin-site':
      return (await services.pinSite(message.site, message.pinned)) ? DONE : unknownSite();
    case 'remind':
      await services.remind(message);
      return DONE;
    case 'settle-reminder':
      await services.settleReminder(message.reminder, message.as);
      return DONE;
    case 'erase-ledger':
      await services.eraseLedger(message.site);
      return DONE;
    case 'add-site':
      return services.addSite(message.url);
    case 'remove-site':
      await services.removeSite(message.site);
      return DONE;
    case 'save-project':
      await services.saveProject({ ...message.project, chosenAt: services.now() });
      return DONE;
    case 'forget-project':
      await services.forgetProject(message.name);
      return DONE;
    case 'save-settings':
      await services.saveSettings(message.settings);
      return DONE;
    case 'backup-taken':
      await services.backupTaken();
      return DONE;
    case 'mark-site':
      if (!siteById(message.site)) return unknownSite();
      await services.markSite(message.site, message.mark, message.on);
      return DONE;
  }
}

/** What a person sees in a private window is theirs alone. */
async function fromPolicyPage({ html }: PolicyShown, page: PolicyPage, services: Services): Promise<Reply> {
  if (page.privately) return DONE;
  for (const { site, kind } of page.documents) await services.policyShown(site, kind, html);
  return DONE;
}

/** A private window leaves nothing behind: neither that the site was used nor what was given to it. */
async function fromGuardedPage(message: PageMessage, page: GuardedPage, services: Services): Promise<Reply> {
  if (message.type === 'upload-held' && message.outcome === 'sent')
    await services.allowUploads(page, message.host);
  if (page.privately) return DONE;
  // A frame alone is not use: any page of the web can hold one.
  if (message.type === 'guard-ready') {
    if (page.top) await services.siteUsed(page);
    return DONE;
  }
  await services.addToLedger(entriesOf(message, page, services.now()));
  await services.siteUsed(page);
  return DONE;
}

function entriesOf(
  message: FilesVetted | UploadHeld | UploadSent,
  { site, tab, host: page }: GuardedPage,
  at: number,
): LedgerEntry[] {
  const where = { at, site: site.id, tab };
  if (message.type === 'files-vetted')
    return message.files.map((file) => ({ type: 'file', ...where, ...file }));
  const to = {
    ...destinationOf(message.host, page),
    ...(message.odd.length > 0 ? { odd: message.odd } : {}),
  };
  const entry = { type: 'upload', ...where, ...to } as const;
  if (message.type === 'upload-held') return [{ ...entry, encrypted: false, outcome: message.outcome }];
  const way = message.local ? ({ encrypted: false, local: true } as const) : { encrypted: true };
  return [{ ...entry, ...way, outcome: 'sent' }];
}
