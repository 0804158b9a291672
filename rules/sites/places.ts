import { type Places, placesOf } from '../../lib/sites/parts.ts';
import { readCards } from './read.ts';

/** Where the sites of this folder are, and nothing else of them: for the popup, which must be light. In a bundle: see `bundle.ts`. */
export const PLACES: Places = placesOf(readCards());
