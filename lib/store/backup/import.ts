import { siteById } from '../../sites/index.ts';
import { atomically } from '../atomic.ts';
import { database, withDatabase } from '../database.ts';
import { SETTINGS_KEY } from '../usual.ts';
import { addMissing } from './merge.ts';
import { BackupProblem } from './problem.ts';
import { type Backup, backup } from './shape.ts';
import { takeSite } from './sites.ts';
import { versionsOf } from './versions.ts';
import type { Writing } from './writing.ts';

const LARGEST_FILE = 200_000_000;
const STORES = ['settings', 'reviews', 'snapshots', 'changes', 'added', 'reminders', 'projects'] as const;

/** What came of a backup: the sites whose policies were taken from it, and the origins of added sites that were not here before. */
export type TakenIn = { sites: string[]; added: string[] };

/**
 * Takes a backup in: all of it or nothing. Settings are replaced. A site that was looked at since the backup stays as it is, and so do
 * sites that the file does not know; what the file says of sites outside the catalogue is passed over. Added sites, reminders and
 * projects that are not here are put beside those that are. Permissions are no part of a backup: the person is asked for them again.
 *
 * @throws {BackupProblem} when the file is not one of ours
 * @throws {StoreProblem} when it cannot be stored
 */
export async function importBackup(file: string, db = database()): Promise<TakenIn> {
  const { settings, sites, ...own } = read(file);
  const known = sites.filter(({ site }) => siteById(site));
  const packed = await Promise.all(known.map(async (site) => [site, await versionsOf(site)] as const));
  return withDatabase(db, async (store) => {
    const taken: TakenIn = { sites: [], added: [] };
    await atomically(store, [...STORES], async (writing: Writing) => {
      await writing.objectStore('settings').put(settings, SETTINGS_KEY);
      for (const [site, versions] of packed)
        if (await takeSite(writing, site, versions)) taken.sites.push(site.site);
      taken.added = await addMissing(writing, own);
    });
    return taken;
  });
}

function read(file: string): Backup {
  if (file.length > LARGEST_FILE) throw new BackupProblem();
  try {
    return backup(JSON.parse(file));
  } catch (error) {
    throw new BackupProblem(error);
  }
}
