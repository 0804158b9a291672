import type { SiteReview } from '../../lib/store/types.ts';
import type { Bench } from '../browser/harness/index.ts';
import { DEMO_SITE } from './site.ts';

type Scored = SiteReview & Required<Pick<SiteReview, 'scorecard'>>;

/** What the extension has stored of the pretend generator, once it has a score. Read with the extension's rights. */
export async function storedReview(bench: Bench): Promise<Scored | null> {
  const review = await bench.background(readReview, DEMO_SITE.id);
  return review?.scorecard ? { ...review, scorecard: review.scorecard } : null;
}

/** Runs in the extension. */
function readReview(site: string): Promise<SiteReview | undefined> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('meshwarden');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const asked = database.transaction('reviews').objectStore('reviews').get(site);
      asked.onsuccess = () => {
        database.close();
        done(asked.result);
      };
      asked.onerror = () => fail(asked.error);
    };
  });
}
