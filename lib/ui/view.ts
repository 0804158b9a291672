import type { Scorecard, WorkKind } from '../policy/types.ts';
import type { Site, SiteCard } from '../sites/types.ts';
import type {
  Cadence,
  LedgerEntry,
  Project,
  Reminder,
  SiteReview,
  StoredChange,
  Tick,
} from '../store/types.ts';
import type { Sources } from './sources.ts';

/** Everything the popup draws, read from what is stored; nothing is fetched to draw it. `now` is ms since 1970. */
export type PopupView = UnknownView | KnownView | SiteView | DamagedView;

/** The page belongs to no site of the catalogue, or there is no page. */
export type UnknownView = {
  kind: 'unknown';
  host?: string;
  /** What would be guarded when the person adds this site; absent where no extension may run. */
  origin?: string;
  /** What was found on the page, once the person asked. */
  found?: Found;
  elsewhere: StoredChange[];
  /** Reminders that are due, of any site; absent when there are none. */
  due?: Reminder[];
  now: number;
};

/** A site of the catalogue that the guard does not run on: a lookalike, a service that has ended, one that takes text alone. */
export type KnownView = {
  kind: 'known';
  host: string;
  site: SiteCard;
  /** The real site, when this one bears its name. */
  real?: SiteCard;
  elsewhere: StoredChange[];
  /** Reminders that are due, of any site; absent when there are none. */
  due?: Reminder[];
  now: number;
};

/** The site as the popup knows it: of the catalogue with its card, or added by the person, of which nothing is known. */
export type PopupSite = Site & Partial<SiteCard>;

export type SiteView = {
  kind: 'site';
  site: PopupSite;
  /** The person added it, and can let go of it, or their organisation did: there are no policies. */
  added: boolean | 'managed';
  review?: SiteReview;
  /** Unread changes of this site, and of the others. Newest first. */
  changes: StoredChange[];
  elsewhere: StoredChange[];
  /** Reminders that are due, of any site; absent when there are none. */
  due?: Reminder[];
  /** Files and uploads of this tab. Newest first. */
  ledger: LedgerEntry[];
  /** Does the browser still let us guard the site's pages and read its policies? */
  permitted: boolean;
  guard: GuardState;
  /** Hosts of boxes in the page on which no guard runs, once they are known. */
  strangers?: readonly string[];
  /** A private window: nothing of it is stored. */
  privately: boolean;
  /** Never rings. */
  muted: boolean;
  /** No longer to be used for client work: the person decided, or their organisation did. */
  notForClients: boolean | 'managed';
  /** How often its policies are looked at. */
  cadence: Cadence;
  /** The one chosen last first. Never empty: work without a name is a project, too. */
  projects: readonly [Project, ...Project[]];
  /** For which kind of work the card is read: what was chosen here, else what the project is, else public work. */
  work: WorkKind;
  /** Were the open questions just copied? */
  copied?: boolean;
  now: number;
};

/** Is the guard at work in the tab: wholly, without its hooks in the page's own world, or not at all? */
export type GuardState = 'up' | 'limited' | 'absent';

/** What was stored cannot be read. */
export type DamagedView = { kind: 'damaged'; site?: PopupSite; reason: string };

/** What a look at a page that nobody knows came to. */
export type Found =
  /** It is under way. */
  | { kind: 'busy' }
  /** These documents were read and scored. */
  | { kind: 'scored'; card: Scorecard; sources: Sources; more: PolicyLink[] }
  /** Only links were found: the person has to open one, and ask again there. */
  | { kind: 'links'; more: PolicyLink[] }
  /** The page is no policy and names none, or is one that could not be read. */
  | { kind: 'nothing' }
  /** The browser did not let us look into the page. */
  | { kind: 'closed' };

/** A link that seems to lead to a document. */
export type PolicyLink = { kind: 'privacy' | 'terms'; url: string };

/** Where "check now" stands. */
export type Check = 'idle' | 'busy' | 'done' | 'failed';

/** What a person can do in the popup. */
export type Actions = {
  checkNow(site: string): void;
  markRead(changes: readonly StoredChange[]): void;
  allow(site: Site): void;
  /** Loads the tab's page anew, so that the guard is there before it. */
  reload(): void;
  /** Reads the card for this kind of work, and takes the current project for such work. */
  choose(work: WorkKind): void;
  /** Puts a text on the clipboard. */
  copy(text: string): void;
  /** Guards the site of this origin from now on. */
  guard(origin: string): void;
  /** Guards a site that the person added no longer. */
  letGo(site: string): void;
  /** Looks for policies on the page, and scores them. */
  lookAround(): void;
  /** Makes the project of this name the current one; it is made when there is none. */
  work(project: string): void;
  /** Forgets a project. */
  forget(project: string): void;
  tick(tick: Tick, site: string, on: boolean): void;
  /** Puts a mark on the site, or takes it off. */
  mark(site: string, mark: 'muted' | 'notForClients', on: boolean): void;
};
