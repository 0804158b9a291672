import { t } from '../i18n.ts';
import {
  type FilesVetted,
  type OwnMessage,
  ownMessage,
  type PageMessage,
  type PolicyShown,
  pageMessage,
  policyMessage,
  type UploadHeld,
} from '../messages.ts';
import type { DocumentKind } from '../policy/types.ts';
import { siteById } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';
import type { LedgerEntry, Settings, SiteMark } from '../store/types.ts';
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

/** What the background can do at the word of a message. */
export type Services = {
  siteUsed(page: GuardedPage): Promise<void>;
  /** False when there is no such site. */
  checkNow(site: string): Promise<boolean>;
  markRead(changes: readonly number[]): Promise<void>;
  /** False when there is no such site. */
  pinSite(site: string, pinned: boolean): Promise<boolean>;
  /** The person has a document of this site before them. */
  policyShown(site: Site, kind: DocumentKind, html: string): Promise<void>;
  saveSettings(settings: Settings): Promise<void>;
  markSite(site: string, mark: SiteMark, on: boolean): Promise<void>;
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
export async function route(message: unknown, sender: Sender, own: Own, services: Services): Promise<Reply> {
  const page = guardedPage(sender, own);
  const fromPage = page && pageMessage(message);
  if (fromPage) return fromGuardedPage(fromPage, page, services);
  const policy = policyPage(sender, own);
  const shown = policy && policyMessage(message);
  if (shown) return fromPolicyPage(shown, policy, services);
  // From here on: our own pages only.
  const fromOwn = isOwnPage(sender, own) && ownMessage(message);
  return fromOwn ? fromOwnPage(fromOwn, services) : refused();
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
    case 'save-settings':
      await services.saveSettings(message.settings);
      return DONE;
    case 'mark-site':
      if (!siteById(message.site)) return UNKNOWN_SITE;
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

function entriesOf(message: FilesVetted | UploadHeld, { site, tab }: GuardedPage, at: number): LedgerEntry[] {
  const where = { at, site: site.id, tab };
  if (message.type === 'files-vetted')
    return message.files.map((file) => ({ type: 'file', ...where, ...file }));
  const { host, outcome } = message;
  return [{ type: 'upload', ...where, host, encrypted: false, outcome }];
}
