import type { SiteCard } from '../../lib/sites/types.ts';
import { readCards } from './read.ts';

/** Every site of this folder with all that is known of it. In a bundle: see `bundle.ts`. */
export const CARDS: readonly SiteCard[] = readCards();
