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
