import type { SiteCard } from '../../lib/sites/types.ts';
import { readCards } from './read.ts';

/** One card, from a file of its own: for the popup, which shows one. In a bundle: see `bundle.ts`. */
export async function readCard(id: string): Promise<SiteCard | undefined> {
  return readCards().find((card) => card.id === id);
}
