import type { WorkKind } from '../policy/types.ts';
import type { Site } from '../sites/types.ts';
import type { LedgerEntry, SiteReview, StoredChange } from '../store/types.ts';

/** Everything the popup draws, read from what is stored; nothing is fetched to draw it. `now` is ms since 1970. */
export type PopupView = UnknownView | SiteView | DamagedView;

/** The page belongs to no site of the catalogue, or there is no page. */
export type UnknownView = {
  kind: 'unknown';
  host?: string;
  known: string[];
  elsewhere: StoredChange[];
  now: number;
};

export type SiteView = {
  kind: 'site';
  site: Site;
  review?: SiteReview;
  /** Unread changes of this site, and of the others. Newest first. */
  changes: StoredChange[];
  elsewhere: StoredChange[];
  /** Files and uploads of this tab. Newest first. */
  ledger: LedgerEntry[];
  /** Does the browser still let us guard the site's pages and read its policies? */
  permitted: boolean;
  guard: GuardState;
  /** For which kind of work the card is read; public work when nobody chose. */
  work?: WorkKind;
  /** Were the open questions just copied? */
  copied?: boolean;
  now: number;
};

/** Is the guard at work in the tab: wholly, without its hooks in the page's own world, or not at all? */
export type GuardState = 'up' | 'limited' | 'absent';

/** What was stored cannot be read. */
export type DamagedView = { kind: 'damaged'; site?: Site; reason: string };

/** Where "check now" stands. */
export type Check = 'idle' | 'busy' | 'done' | 'failed';

/** What a person can do in the popup. */
export type Actions = {
  checkNow(site: string): void;
  markRead(changes: readonly StoredChange[]): void;
  allow(site: Site): void;
  /** Loads the tab's page anew, so that the guard is there before it. */
  reload(): void;
  /** Reads the card for this kind of work. */
  choose(work: WorkKind): void;
  /** Puts a text on the clipboard. */
  copy(text: string): void;
};
