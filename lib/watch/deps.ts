import type { DocumentKind, Extraction, PolicyChange, PolicyText, Scorecard } from '../policy/types.ts';
import type { KeptChange, LookResult } from '../store/index.ts';
import type { Settings, SiteReview, Snapshot } from '../store/types.ts';
import type { Ask, Fetched } from './fetch-policy.ts';

/** What reads and compares policies: `lib/policy`. */
export type PolicyEngine = {
  /** Version of rules and engine. */
  ENGINE: string;
  extractPolicy(html: string, url: string): Extraction;
  scorePolicy(documents: { kind: DocumentKind; text: PolicyText }[]): Scorecard;
  /** `settled`: the text stayed as it is over several looks, so that one cut down is believed. */
  comparePolicies(
    before: PolicyText,
    after: PolicyText,
    document: DocumentKind,
    options?: { settled: boolean },
  ): PolicyChange;
  /** The text without what carries no meaning, its own date included. */
  fingerprint(text: PolicyText): string;
};

/** What remembers: `lib/store`. */
export type WatchStore = {
  readReview(site: string): Promise<SiteReview | undefined>;
  allReviews(): Promise<SiteReview[]>;
  saveReview(review: SiteReview): Promise<void>;
  latestSnapshot(site: string, kind: DocumentKind): Promise<Snapshot | undefined>;
  /** Every version that is kept, newest first. */
  snapshots(site: string, kind: DocumentKind): Promise<Snapshot[]>;
  saveLook(look: LookResult): Promise<void>;
  unreadChanges(): Promise<KeptChange[]>;
  untoldChanges(): Promise<KeptChange[]>;
  readSettings(): Promise<Settings>;
  markTold(ids: readonly number[]): Promise<void>;
};

export type Note = { title: string; message: string };

/** What reaches the person while no page of ours is open. */
export type Bell = {
  /** Shows a notification; one with the same id is replaced. */
  notify(id: string, note: Note): Promise<void>;
  /** Has the watch run again at that time (ms since 1970), to tell what was held back. */
  wakeAt(at: number): Promise<void>;
  /** The number at the toolbar button; none for 0. */
  count(unread: number): Promise<void>;
};

/** Everything the watch needs of the outside, so that a test can be the outside. */
export type WatchDeps = {
  /** ms since 1970 */
  now(): number;
  /** Fetches a page that the catalogue names. */
  fetchPolicy(ask: Ask): Promise<Fetched>;
  engine: PolicyEngine;
  store: WatchStore;
  bell: Bell;
  /** The title of the flag with this id, in the words of its rule. */
  titleOf(flag: string): string;
  /** Runs `work` when no other work of that name runs, in any of the extension's contexts; a killed worker's claim lapses. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>;
};
