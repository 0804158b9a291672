import type { Site } from '../sites/types.ts';
import type { SiteReview } from '../store/types.ts';
import type { WatchDeps } from './deps.ts';
import { newReview } from './documents.ts';

/** Is this site looked at by itself? One that was only pinned, and is no longer, is not. */
export function isWatched({ usedSince, pinned }: SiteReview): boolean {
  return usedSince !== undefined || pinned === true;
}

/** Notes that the person wants this site watched, or no longer. */
export function notePin(site: Site, pinned: boolean, deps: WatchDeps): Promise<void> {
  return deps.exclusive(`look:${site.id}`, async () => {
    const stored = await deps.store.readReview(site.id);
    if (!stored && !pinned) return;
    const { usedSince: _, ...unused } = newReview(site, deps.now());
    await deps.store.saveReview({ ...(stored ?? unused), pinned });
  });
}

/** Notes the first use of a site that was only pinned before. Any other gets its review by being looked at. */
export function noteUse(site: Site, deps: WatchDeps): Promise<void> {
  return deps.exclusive(`look:${site.id}`, async () => {
    const stored = await deps.store.readReview(site.id);
    if (stored && stored.usedSince === undefined)
      await deps.store.saveReview({ ...stored, usedSince: deps.now() });
  });
}
