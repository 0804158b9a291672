import { count, list, oneOf, record } from '../shape.ts';
import type { Settings } from '../types.ts';
import { OWN, type Own } from './own.ts';
import { type KeptSite, keptSite } from './policies.ts';
import { settings } from './settings.ts';

/** The version that is written. Version 1 had nothing of {@link Own}. */
export const BACKUP_VERSION = 2;
const VERSIONS = [1, BACKUP_VERSION] as const;
const MOST_SITES = 1_000;

/** The file of a backup. The ledger is not in it: it holds the names of files. */
export type Backup = Own & {
  format: 'meshwarden-backup';
  version: (typeof VERSIONS)[number];
  exportedAt: number;
  settings: Settings;
  sites: KeptSite[];
};

/** The whole file. */
export const backup = record<Backup>({
  format: oneOf(['meshwarden-backup'] as const),
  version: oneOf(VERSIONS),
  exportedAt: count,
  settings,
  sites: list(keptSite, MOST_SITES),
  ...OWN,
});
