import type { DocumentKind } from '../policy/types.ts';
import type { Site } from '../sites/types.ts';
import type { SiteReview } from '../store/types.ts';

/** Where each kind of document was read, so that a quote can be linked to it. */
export type Sources = Partial<Record<DocumentKind, string>>;

/** The address a document was read at wins over the catalogue's: a quote belongs to what was read. */
export function sourcesOf(site: Site, review?: SiteReview): Sources {
  return Object.fromEntries(
    [...site.policies, ...(review?.documents ?? [])].map(({ kind, url }) => [kind, url]),
  );
}
