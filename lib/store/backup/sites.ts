import { siteById } from '../../sites/index.ts';
import type { PackedSnapshot } from '../schema.ts';
import type { SiteReview } from '../types.ts';
import type { KeptSite } from './policies.ts';
import type { Writing } from './writing.ts';

/** Puts a site of a backup in the place of what is stored of it, unless that is newer. Was it put there? */
export async function takeSite(
  writing: Writing,
  site: KeptSite,
  versions: readonly PackedSnapshot[],
): Promise<boolean> {
  const own = await writing.objectStore('reviews').get(site.site);
  if (own && lastRead(own.documents) >= lastRead(site.documents)) return false;
  await forget(writing, site.site);
  await writing.objectStore('reviews').put(reviewOf(site));
  for (const version of versions) await writing.objectStore('snapshots').add(version);
  for (const change of site.changes) await writing.objectStore('changes').add({ ...change, site: site.site });
  return true;
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

async function forget(writing: Writing, site: string): Promise<void> {
  const ofSite = IDBKeyRange.bound([site], [site, []]);
  for (const key of await writing.objectStore('snapshots').index('document').getAllKeys(ofSite))
    await writing.objectStore('snapshots').delete(key);
  for (const key of await writing.objectStore('changes').index('site').getAllKeys(site))
    await writing.objectStore('changes').delete(key);
}
