import { toBase64 } from '../base64.ts';
import { database, withDatabase } from '../database.ts';
import type { PackedSnapshot } from '../schema.ts';
import { readSettings } from '../settings.ts';
import type { SiteReview, StoredChange } from '../types.ts';
import type { KeptSite } from './policies.ts';
import { BACKUP_VERSION, type Backup, backup } from './shape.ts';

/**
 * Everything that is worth keeping, as one file: settings, the sites that are watched, every kept version of their policies, the changes
 * that were found, and what the person made: sites they added, reminders, projects. `now` is ms since 1970.
 */
export function exportBackup(now: number, db = database()): Promise<string> {
  return withDatabase(db, async (store) => {
    const settings = await readSettings(db);
    const reviews = await store.getAll('reviews');
    const [versions, changes] = await Promise.all([store.getAll('snapshots'), store.getAll('changes')]);
    const [added, reminders, projects] = await Promise.all([
      store.getAll('added'),
      store.getAll('reminders'),
      store.getAll('projects'),
    ]);
    const file: Backup = {
      format: 'meshwarden-backup',
      version: BACKUP_VERSION,
      exportedAt: now,
      settings,
      sites: reviews.map((review) => siteOf(review, versions, changes)),
      added,
      reminders,
      projects,
    };
    // What is not part of the format is taken off by the same shape that reads it.
    return JSON.stringify(backup(file));
  });
}

function siteOf(review: SiteReview, versions: PackedSnapshot[], changes: StoredChange[]): KeptSite {
  const isOfSite = ({ site }: { site: string }) => site === review.site;
  return {
    ...review,
    versions: versions.filter(isOfSite).map(({ packed, page, ...rest }) => ({
      ...rest,
      packed: toBase64(packed),
      ...(page ? { page: toBase64(page) } : {}),
    })),
    changes: changes.filter(isOfSite),
  };
}
