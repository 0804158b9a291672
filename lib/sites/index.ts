import { SITES } from '../../rules/sites/index.ts';
import { ownDomain } from '../upload/own-domain.ts';
import { matchesPattern, originOf } from './patterns.ts';
import type { Site, SitePolicy } from './types.ts';

export type { Seen, Site, SitePolicy } from './types.ts';

/** Every site of the catalogue, in the order it is shown. */
export function allSites(): readonly Site[] {
  return SITES;
}

/** The catalogue's site that the page at `url` belongs to; undefined for a page we do not guard or a text that is no URL. */
export function siteForUrl(url: string): Site | undefined {
  if (!URL.canParse(url)) return undefined;
  const page = new URL(url);
  return SITES.find((site) => site.pages.some(({ pattern }) => matchesPattern(page, pattern)));
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
  return unique(sites.flatMap((site) => site.pages.map(({ pattern }) => pattern)));
}

/** Match patterns of the pages that hold a policy, and of some whose path begins alike: patterns cannot end a path. */
export function policyPatterns(sites: readonly Site[] = SITES): string[] {
  const pages = sites.flatMap((site) => site.policies.map(({ url }) => new URL(url)));
  return unique(
    pages.flatMap(({ hostname, pathname }) => twins(hostname).map((host) => `https://${host}${pathname}*`)),
  );
}

/** Host permissions: the pages we guard and the pages whose policies we read, and nothing else. */
export function hostPermissions(sites: readonly Site[] = SITES): string[] {
  const policies = sites.flatMap((site) => site.policies.flatMap(({ url }) => twins(new URL(url).hostname)));
  return unique([...guardedPatterns(sites).map(originOf), ...policies.map((host) => `https://${host}/*`)]);
}

/**
 * A vendor's host with and without "www.": many send one on to the other, and a redirect to a host without permission cannot
 * be followed. Other hosts have no twin.
 */
function twins(host: string): string[] {
  if (host.startsWith('www.')) return [host, host.slice('www.'.length)];
  return host === ownDomain(host) ? [host, `www.${host}`] : [host];
}

function unique(list: string[]): string[] {
  return [...new Set(list)].sort();
}
