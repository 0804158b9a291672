import { fromBase64 } from '../base64.ts';
import { gunzip } from '../pack.ts';
import type { PackedSnapshot } from '../schema.ts';
import { type KeptSite, type KeptVersion, LONGEST_TEXT, policyText } from './policies.ts';
import { BackupProblem } from './problem.ts';

/**
 * The versions as they are stored, oldest first. Each was opened, so that nothing is stored that cannot be read.
 * @throws {BackupProblem} when one cannot be
 */
export async function versionsOf({ site, versions }: KeptSite): Promise<PackedSnapshot[]> {
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
