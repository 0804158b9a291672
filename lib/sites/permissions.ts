import { ownDomain } from '../upload/own-domain.ts';
import { originOf } from './patterns.ts';
import type { Site, SitePolicy } from './types.ts';

/**
 * Does the guard run on this site's pages? Not where the service has ended or is somebody else's double, and not where only text is given:
 * there is no file to clean, so there is nothing to ask a permission for.
 */
export function isGuarded({ status, uploads }: Site): boolean {
  return (status === 'live' || status === 'unsure') && uploads.some((upload) => upload !== 'text');
}

/** Match patterns of a site's pages, guarded or not: a vendor's pages under its bare name and under "www." alike. */
export function pagePatterns({ pages }: Pick<Site, 'pages'>): string[] {
  return unique(pages.flatMap(({ pattern, exact }) => (exact ? pattern : patternTwins(pattern))));
}

/** Match patterns of every page the guard runs on. */
export function guardedPatterns(sites: readonly Site[]): string[] {
  return unique(sites.filter(isGuarded).flatMap(pagePatterns));
}

/** Match patterns of the pages that hold a policy, and of some whose path begins alike: patterns cannot end a path. */
export function policyPatterns(sites: readonly Site[]): string[] {
  const policies = sites.filter(isGuarded).flatMap((site) => site.policies);
  return unique(
    policies.flatMap((policy) =>
      policyHosts(policy).map((host) => `https://${host}${new URL(policy.url).pathname}*`),
    ),
  );
}

/** Host permissions: the pages we guard and the pages whose policies we read, and nothing else. */
export function hostPermissions(sites: readonly Site[]): string[] {
  const guarded = sites.filter(isGuarded);
  const hosts = guarded.flatMap((site) => site.policies.flatMap(policyHosts));
  return unique([...guardedPatterns(sites).map(originOf), ...hosts.map((host) => `https://${host}/*`)]);
}

/** Where a policy may be: at the very address it was seen at, or at its twin when nobody saw the vendor answer there. */
function policyHosts({ url, seen }: SitePolicy): string[] {
  const { hostname } = new URL(url);
  return seen === 'primary' ? [hostname] : twins(hostname);
}

function patternTwins(pattern: string): string[] {
  const [, host, path] = /^https:\/\/([^/*]+)(\/.*)$/.exec(pattern) ?? [];
  return host && path ? twins(host).map((twin) => `https://${twin}${path}`) : [pattern];
}

/**
 * A vendor's host with and without "www.": many send one on to the other, and a redirect to a host without permission cannot
 * be followed; where both answer, both must be guarded. Other hosts have no twin.
 */
function twins(host: string): string[] {
  const bare = host.replace(/^www\./, '');
  return ownDomain(`www.${bare}`) === bare ? [host, host === bare ? `www.${bare}` : bare] : [host];
}

function unique(list: string[]): string[] {
  return [...new Set(list)].sort();
}
