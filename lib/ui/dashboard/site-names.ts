import { originOfAdded } from '../../sites/added.ts';
import { siteById } from '../../sites/index.ts';

/** What a site is called: by the catalogue, by its host when the person added it, by its id when it is known no more. */
export function siteName(id: string): string {
  const origin = originOfAdded(id);
  if (origin && URL.canParse(origin)) return new URL(origin).hostname;
  return siteById(id)?.name ?? id;
}
