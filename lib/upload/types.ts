import type { FindingKind, Format, StripStatus } from '../strip/types.ts';
import type { Oddity, RemarkId } from './remarks.ts';

/**
 * Where an upload would go. `way` is how it gets there, `odd` what is odd about the address; `why` is all of that in plain English, and
 * `endpointLine` says it in the person's language.
 */
export type Endpoint = {
  safe: boolean;
  way: RemarkId;
  odd: Oddity[];
  why: string;
  host: string;
  party: 'first' | 'third';
  provider?: string;
  region?: string;
};

/**
 * Hosts that others like to imitate, and those that are known to bear the name of somebody else's service, with that name. Both are
 * registered domains, as `ownDomain` gives them.
 */
export type KnownHosts = { hosts: readonly string[]; doubles: Readonly<Record<string, string>> };

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
