import type { DocumentKind, ExtractFailure, PolicyChange, PolicyText, Scorecard } from '../policy/types.ts';
import type { VettedFile } from '../upload/types.ts';

/** Why a document has no fresh text: the extractor's reason, or the network's. */
export type ReadFailure =
  | ExtractFailure
  | 'offline'
  | 'http-error'
  | 'redirected-away'
  | 'permission-missing';

/** What is known of one document of one site. `readAt` is the last good read, `triedAt` the last attempt. Times are ms since 1970. */
export type DocumentState = {
  kind: DocumentKind;
  url: string;
  triedAt?: number;
  readAt?: number;
  failure?: ReadFailure;
  /** Attempts since the last good read that led to nothing, the one under way included. */
  failures?: number;
  /** The document's own date. */
  updated?: string;
};

/** The stored answer to "what do we know of this site": everything the popup draws, and when to look again. */
export type SiteReview = {
  site: string;
  /** When the next quarterly look is due. */
  dueAt: number;
  /** First time the person used the site. */
  usedSince: number;
  documents: DocumentState[];
  scorecard?: Scorecard;
};

/** A version of a document's text as it stood between two looks. */
export type Snapshot = {
  id?: number;
  site: string;
  kind: DocumentKind;
  url: string;
  hash: string;
  text: PolicyText;
  /** The page the text was read from, so that a newer engine can read it again. Kept with the newest version only. */
  html?: string;
  /** The engine that read it. */
  engine: string;
  firstSeen: number;
  lastSeen: number;
};

/** A change that mattered, with its read state. */
export type StoredChange = {
  id?: number;
  site: string;
  kind: DocumentKind;
  foundAt: number;
  change: PolicyChange;
  /** One plain line: "Meshy: now trains AI on your uploads". */
  headline: string;
  read: boolean;
  /** A notification for it was shown. */
  told?: boolean;
};

/** One vetted file or held upload in the ledger. Never holds values of findings. */
export type LedgerEntry =
  | ({ id?: number; type: 'file'; at: number; site: string; tab: number } & VettedFile)
  | {
      id?: number;
      type: 'upload';
      at: number;
      site: string;
      tab: number;
      host: string;
      encrypted: boolean;
      outcome: 'kept' | 'sent';
    };
