import type {
  DocumentKind,
  ExtractFailure,
  OwnPhrase,
  PolicyChange,
  PolicyText,
  Scorecard,
  WorkKind,
} from '../policy/types.ts';
import type { Oddity } from '../upload/remarks.ts';
import type { VettedFile } from '../upload/types.ts';

/** Why a document has no fresh text: the extractor's reason, or the network's. */
export type ReadFailure =
  | ExtractFailure
  | 'offline'
  | 'http-error'
  | 'redirected-away'
  | 'permission-missing'
  /** The server says that there is no such page any more. */
  | 'gone'
  /** A page that only a person's browser is shown, or that scripts fill. */
  | 'needs-visit'
  | 'pdf'
  /** Terms where the privacy policy stood, or the other way round. */
  | 'other-document';

/** What is known of one document of one site. `readAt` is the last good read, `triedAt` the last attempt. Times are ms since 1970. */
export type DocumentState = {
  kind: DocumentKind;
  url: string;
  triedAt?: number;
  readAt?: number;
  failure?: ReadFailure;
  /** Attempts since the last good read that led to nothing, the one under way included. */
  failures?: number;
  /** How long the server asked us to stay away at the last attempt, in ms. */
  retryAfter?: number;
  /** The document's own date. */
  updated?: string;
  /** When the text that stands was first seen. */
  since?: number;
  /** Another text that may be the policy, cut down: believed when it stays. */
  doubt?: Doubt;
  /** Where the document may be now that its address is dead, for the person to look at. Empty when nothing was found. */
  maybeAt?: string[];
};

/** A text that lost so much that it is not believed at once: which one it is, since when it is seen, and how often it was. */
export type Doubt = { hash: string; since: number; looks: number };

/** What a server gives to ask later whether a page is still the same (RFC 9110, section 8.8 "Validator Fields"). */
export type Validators = { etag?: string; lastModified?: string };

/** How often every policy is looked at. */
export const CADENCES = ['month', 'quarter', 'half-year'] as const;
export type Cadence = (typeof CADENCES)[number];

/** What a person can choose of how files are cleaned; all but the last are options of the stripper (`StripOptions`). */
export const FILE_CHOICES = [
  'keepCopyright',
  'keepColourProfile',
  'keepHdr',
  'neutralName',
  'freshTimestamp',
  'lookForHiddenText',
] as const;
export type FileChoices = Record<(typeof FILE_CHOICES)[number], boolean>;

/** The hours of the day in which nothing rings: from the first to the last, local time, 0 to 23; they may span midnight. */
export type QuietHours = { from: number; to: number };

/** Lists of sites that the person put a mark on. */
export const SITE_MARKS = ['muted', 'notForClients'] as const;
export type SiteMark = (typeof SITE_MARKS)[number];

/** What the person changed about the rules: flags that do not count, other weights (1 to 5), wordings of their own. */
export type RuleSettings = { off: string[]; weights: Record<string, number>; phrases: OwnPhrase[] };

/**
 * What the person chose. `muted` sites are looked at like any other, but never ring; those of `notForClients` are no longer to be used
 * for client work.
 */
export type Settings = Record<SiteMark, string[]> & {
  cadence: Cadence;
  quiet: QuietHours | null;
  files: FileChoices;
  rules: RuleSettings;
};

/** The stored answer to "what do we know of this site": everything the popup draws, and when to look again. */
export type SiteReview = {
  site: string;
  /** When the next quarterly look is due. */
  dueAt: number;
  /** First time the person used the site; absent while it is only pinned. */
  usedSince?: number;
  /** The person asked to have it watched, used or not. */
  pinned?: boolean;
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
  /** Of that page, as the server gave them; absent when it was said to be unchanged the last time, or a person opened it. */
  validators?: Validators;
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
  /** One plain line, as it was put when the change was found. Shown is what `headlineOf` makes of the rest, in the person's language. */
  headline: string;
  read: boolean;
  /** A notification for it was shown. */
  told?: boolean;
  /** The text is one that stood before: the date of that version (its own, else when it was first seen), ISO. */
  backTo?: string;
};

/**
 * To delete a delivered project's files from one site. `project` is its name, '' for work without one; `doneAt`: the person did it. Times
 * are ms since 1970.
 */
export type Reminder = {
  id?: number;
  site: string;
  project: string;
  dueAt: number;
  madeAt: number;
  doneAt?: number;
};

/** One vetted file, held upload or filed download in the ledger. Never holds values of findings. */
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
      /** The cloud storage behind the host, when its name tells. */
      provider?: string;
      region?: string;
      /** Does the host belong to the site itself? Absent in entries from before it was noted. */
      party?: 'first' | 'third';
      /** What is odd about the address; absent when nothing is. */
      odd?: Oddity[];
      /** A worker sent it, and what it was nobody saw. */
      by?: 'worker';
      /** It went to a program on this computer. */
      local?: true;
      outcome: 'kept' | 'sent';
    }
  | {
      id?: number;
      type: 'download';
      at: number;
      site: string;
      tab: number;
      name: string;
      /** Where it belongs, below the folder of downloads. */
      folder: string;
      /** Was it put there? Else the browser lets nobody choose, and the person does it. */
      filed: boolean;
    };

/** What a person confirms on one site for one project: the work is theirs to give, nobody's face or mark is in it, the private mode is on. */
export const TICKS = ['own', 'likeness', 'private'] as const;
export type Tick = (typeof TICKS)[number];

/**
 * A project under its name; '' is work without one. `work` is what kind of work it is, once the person said so; `ticks` are by the id of
 * the site; `chosenAt` is when it last became the current one, ms since 1970.
 */
export type Project = { name: string; work?: WorkKind; chosenAt: number; ticks: Record<string, Tick[]> };
