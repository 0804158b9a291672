import { t } from '../i18n.ts';
import { siteById } from '../sites/index.ts';
import { atomically } from './atomic.ts';
import {
  type Backup,
  backup,
  type KeptSite,
  type KeptVersion,
  LONGEST_TEXT,
  policyText,
} from './backup-shape.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { database, withDatabase } from './database.ts';
import { gunzip } from './pack.ts';
import type { PackedSnapshot } from './schema.ts';
import { readSettings } from './settings.ts';
import type { SiteReview, StoredChange } from './types.ts';
import { SETTINGS_KEY } from './usual.ts';

const LARGEST_FILE = 200_000_000;

/** The file is no backup of ours, or a damaged one. `message` is a sentence for the person. */
export class BackupProblem extends Error {
  constructor(cause?: unknown) {
    super(t('store_no_backup'), { cause });
    this.name = 'BackupProblem';
  }
}

/**
 * Everything that is worth keeping, as one file: settings, the sites that are watched, every kept version of their policies and
 * the changes that were found. `now` is ms since 1970.
 */
export function exportBackup(now: number, db = database()): Promise<string> {
  return withDatabase(db, async (store) => {
    const settings = await readSettings(db);
    const reviews = await store.getAll('reviews');
    const [versions, changes] = await Promise.all([store.getAll('snapshots'), store.getAll('changes')]);
    const file: Backup = {
      format: 'meshwarden-backup',
      version: 1,
      exportedAt: now,
      settings,
      sites: reviews.map((review) => siteOf(review, versions, changes)),
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

/**
 * Takes a backup in: all of it or nothing. A site that was looked at since the backup stays as it is, and so do sites that the file
 * does not know. What the file says of sites outside the catalogue is passed over.
 *
 * @returns the sites that were taken from the file
 * @throws {BackupProblem} when the file is not one of ours
 * @throws {StoreProblem} when it cannot be stored
 */
export async function importBackup(file: string, db = database()): Promise<string[]> {
  const { settings, sites } = read(file);
  const known = sites.filter(({ site }) => siteById(site));
  const packed = new Map(
    await Promise.all(known.map(async (site) => [site, await versionsOf(site)] as const)),
  );
  return withDatabase(db, async (store) => {
    const taken: string[] = [];
    await atomically(store, ['settings', 'reviews', 'snapshots', 'changes'], async (writing) => {
      await writing.objectStore('settings').put(settings, SETTINGS_KEY);
      for (const [site, versions] of packed) {
        const own = await writing.objectStore('reviews').get(site.site);
        if (own && lastRead(own.documents) >= lastRead(site.documents)) continue;
        await forget(writing, site.site);
        await writing.objectStore('reviews').put(reviewOf(site));
        for (const version of versions) await writing.objectStore('snapshots').add(version);
        for (const change of site.changes)
          await writing.objectStore('changes').add({ ...change, site: site.site });
        taken.push(site.site);
      }
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

/** The versions as they are stored, oldest first. Each was opened, so that nothing is stored that cannot be read. */
async function versionsOf({ site, versions }: KeptSite): Promise<PackedSnapshot[]> {
  const oldestFirst = versions.toSorted((a, b) => a.lastSeen - b.lastSeen);
  return Promise.all(oldestFirst.map((version) => packedVersion(site, version)));
}

async function packedVersion(site: string, { packed, page, ...rest }: KeptVersion): Promise<PackedSnapshot> {
  try {
    const text = fromBase64(packed);
    policyText(JSON.parse(await gunzip(text, LONGEST_TEXT * 8)));
    const html = page === undefined ? undefined : fromBase64(page);
    if (html) await gunzip(html, LONGEST_TEXT * 3);
    return { ...rest, site, packed: text, ...(html ? { page: html } : {}) };
  } catch (error) {
    throw new BackupProblem(error);
  }
}

/** It is due at once; the watch knows better when it has looked. Addresses are the catalogue's own, whatever the file says. */
function reviewOf({ site, usedSince, pinned, documents }: KeptSite): SiteReview {
  const policies = siteById(site)?.policies ?? [];
  const isOurs = ({ kind, url }: { kind: string; url: string }) =>
    policies.some((policy) => policy.kind === kind && policy.url === url);
  return { site, usedSince, pinned, dueAt: 0, documents: documents.filter(isOurs) };
}

function lastRead(documents: readonly { readAt?: number }[]): number {
  return Math.max(0, ...documents.map(({ readAt = 0 }) => readAt));
}

type Writing = Parameters<
  Parameters<typeof atomically<('settings' | 'reviews' | 'snapshots' | 'changes')[]>>[2]
>[0];

async function forget(writing: Writing, site: string): Promise<void> {
  const ofSite = IDBKeyRange.bound([site], [site, []]);
  for (const key of await writing.objectStore('snapshots').index('document').getAllKeys(ofSite))
    await writing.objectStore('snapshots').delete(key);
  for (const key of await writing.objectStore('changes').index('site').getAllKeys(site))
    await writing.objectStore('changes').delete(key);
}
