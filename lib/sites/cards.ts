/**
 * The catalogue for pages that show it. Light at the start (where each site is), with the cards in a part of their own that is loaded when
 * the first one is asked for. The background has no use for this.
 */
import { readCard } from '../../rules/sites/one.ts';
import { PLACES } from '../../rules/sites/places.ts';
import { matchesPattern } from './patterns.ts';
import type { SiteCard } from './types.ts';

/** The id of the site that the page at `url` belongs to, guarded or not; undefined for other pages and a text that is no URL. */
export function siteIdAt(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const page = new URL(url);
  return Object.entries(PLACES).find(([, patterns]) =>
    patterns.some((each) => matchesPattern(page, each.includes('/') ? each : `https://${each}/*`)),
  )?.[0];
}

/** All that is known of the site with this id. */
export async function cardById(id: string): Promise<SiteCard | undefined> {
  return (await allCards()).find((card) => card.id === id);
}

/** The same from a file of its own, which is quickly there: for the popup. */
export function oneCard(id: string): Promise<SiteCard | undefined> {
  return readCard(id);
}

/** All that is known of the site that the page at `url` belongs to. */
export async function cardAt(url: string): Promise<SiteCard | undefined> {
  const id = siteIdAt(url);
  return id === undefined ? undefined : cardById(id);
}

/** Every site of the catalogue with all that is known of it, in the order of their ids. */
export async function allCards(): Promise<readonly SiteCard[]> {
  const { CARDS } = await import('../../rules/sites/cards.ts');
  return CARDS;
}
