import { isShared, ownDomain } from '../upload/own-domain.ts';
import type { KnownHosts } from '../upload/types.ts';
import { pagePatterns } from './permissions.ts';
import type { Site, SiteCard } from './types.ts';

const WHOLE_HOST = /^https:\/\/([^/]+)\/\*$/;

/** Match patterns of each site's pages, by the site's id; of one that covers a host with all its paths, the host alone. */
export type Places = Record<string, string[]>;

/** What the engine needs of each card. */
export function coresOf(cards: readonly SiteCard[]): Site[] {
  return cards.map(({ id, name, vendor, status, home, uploads, pages, uploadHosts, policies, checked }) => ({
    id,
    name,
    vendor,
    status,
    home,
    uploads,
    pages,
    uploadHosts,
    policies,
    checked,
  }));
}

/** Where each card's pages are. */
export function placesOf(cards: readonly SiteCard[]): Places {
  return Object.fromEntries(
    cards.map((card) => [card.id, pagePatterns(card).map((each) => each.replace(WHOLE_HOST, '$1'))]),
  );
}

/**
 * What uploads are held against: the domains of the services, and those of their doubles with the name that they bear. A service that has
 * ended is as good to imitate as any.
 */
export function knownHostsOf(cards: readonly SiteCard[]): KnownHosts {
  const doubles = cards.filter(({ status }) => status === 'lookalike');
  const hosts = cards.filter((card) => !doubles.includes(card)).flatMap(domainsOf);
  const names = doubles.flatMap((card) =>
    domainsOf(card).map((domain) => [domain, card.imitates?.name ?? card.name] as const),
  );
  return { hosts: [...new Set(hosts)].sort(), doubles: Object.fromEntries(names) };
}

function domainsOf(card: SiteCard): string[] {
  const hosts = [...card.pages.map(({ pattern }) => hostOf(pattern)), ...card.uploadHosts];
  return hosts
    .map((host) => ownDomain(host.replace(/^\*\./, '')))
    .filter((domain) => domain !== '' && !isShared(domain));
}

function hostOf(pattern: string): string {
  return /^https?:\/\/([^/]+)\//.exec(pattern)?.[1] ?? '';
}
