import { SITES } from '../../rules/sites/index.ts';
import { matchesPattern } from './patterns.ts';
import * as permissions from './permissions.ts';
import type { Site, SitePolicy } from './types.ts';

export { isGuarded } from './permissions.ts';
export type { Seen, Site, SitePolicy } from './types.ts';

/** Every site of the catalogue, in the order it is shown. */
export function allSites(): readonly Site[] {
  return SITES;
}

/** Those of them that the guard runs on: no lookalikes, no services that have ended, none that take text alone. */
export function guardedSites(): readonly Site[] {
  return SITES.filter(permissions.isGuarded);
}

/**
 * The site that the page at `url` belongs to, of the catalogue or of the `sites` given (`knownSites` of the store has also those that the
 * person added); undefined for a page we do not guard or a text that is no URL.
 */
export function siteForUrl(url: string, sites: readonly Site[] = SITES): Site | undefined {
  return sitesAt(url, sites).find(permissions.isGuarded);
}

/** The site that the page at `url` belongs to, guarded or not: a lookalike, a service that has ended, one that takes text alone. */
export function knownSite(url: string): Site | undefined {
  return sitesAt(url, SITES)[0];
}

function sitesAt(url: string, sites: readonly Site[]): Site[] {
  if (!URL.canParse(url)) return [];
  const page = new URL(url);
  return sites.filter((site) => permissions.pagePatterns(site).some((each) => matchesPattern(page, each)));
}

/**
 * The catalogue's documents whose page is at `url`: that address and no other, but for "www.", a slash at the end and the fragment.
 * Several, when vendors' sites share one document.
 */
export function policiesAt(
  url: string,
  sites: readonly Site[] = SITES,
): { site: Site; kind: SitePolicy['kind'] }[] {
  const place = URL.canParse(url) ? placeOf(url) : undefined;
  if (place === undefined) return [];
  return sites.flatMap((site) =>
    site.policies.filter((policy) => placeOf(policy.url) === place).map(({ kind }) => ({ site, kind })),
  );
}

function placeOf(url: string): string {
  const { protocol, host, pathname, search } = new URL(url);
  return `${protocol}//${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
}

/** The site with this id. */
export function siteById(id: string): Site | undefined {
  return SITES.find((site) => site.id === id);
}

/** Match patterns of every page the guard runs on. */
export function guardedPatterns(sites: readonly Site[] = SITES): string[] {
  return permissions.guardedPatterns(sites);
}

/** Match patterns of the pages that hold a policy, and of some whose path begins alike: patterns cannot end a path. */
export function policyPatterns(sites: readonly Site[] = SITES): string[] {
  return permissions.policyPatterns(sites);
}

/** Host permissions: the pages we guard and the pages whose policies we read, and nothing else. */
export function hostPermissions(sites: readonly Site[] = SITES): string[] {
  return permissions.hostPermissions(sites);
}
