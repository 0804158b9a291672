import type { FindingKind, Format, StripStatus } from '../strip/types.ts';

/** Where an upload would go. `why` is one plain sentence for the dialog or the ledger. */
export type Endpoint = {
  safe: boolean;
  why: string;
  host: string;
  party: 'first' | 'third';
  provider?: string;
  region?: string;
};

/** What became of a file that a person gave to a guarded page. */
export type FileOutcome = 'passed' | 'cleaned' | 'held' | 'sent-anyway';

/** A vetted file as the guard reports it: kinds of findings, never their values. */
export type VettedFile = {
  name: string;
  format: Format;
  status: StripStatus;
  size: number;
  removedBytes: number;
  removed: FindingKind[];
  outcome: FileOutcome;
};
