import { database, withDatabase } from './database.ts';
import type { SiteReview } from './types.ts';

/** What is known of the site with this id; undefined when the person has not used it yet. */
export function readReview(site: string, db = database()): Promise<SiteReview | undefined> {
  return withDatabase(db, (store) => store.get('reviews', site));
}

/** Every site the person has used. */
export function allReviews(db = database()): Promise<SiteReview[]> {
  return withDatabase(db, (store) => store.getAll('reviews'));
}

/** Puts a review in the place of the site's former one. */
export function saveReview(review: SiteReview, db = database()): Promise<void> {
  return withDatabase(db, async (store) => {
    await store.put('reviews', review);
  });
}
