import type { DocumentKind } from '../policy/types.ts';

/** How a fact was seen: at the vendor itself, in a second-hand source, or not traced. */
export type Seen = 'primary' | 'secondary' | 'inferred' | 'untraced' | 'unverified';

export type SitePolicy = { kind: DocumentKind; url: string; seen: Seen };

/** One generator site, as a file of `rules/sites/` holds it. `pages` are match patterns of the WebExtensions API. */
export type Site = {
  id: string;
  name: string;
  vendor?: string;
  home: string;
  pages: { pattern: string; seen: Seen; note?: string }[];
  uploadHosts: string[];
  policies: SitePolicy[];
  /** When the facts were last looked at, ISO date. */
  checked: string;
};
