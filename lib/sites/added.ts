import type { Site } from './types.ts';

/**
 * A site that the person added, as it is stored. `origin` is scheme and host ("http://127.0.0.1"): match patterns know no ports, so every
 * port of that host is guarded. `addedAt` is ms since 1970.
 */
export type AddedSite = { origin: string; addedAt: number };

/**
 * What is stored of the page at `url` when its site is to be guarded; null for a page that no extension may run on. A star is no host, though
 * the URL standard lets it be one: as a pattern it would ask for every site there is.
 */
export function originToAdd(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && hostname !== '' && !hostname.includes('*')
    ? `${protocol}//${hostname}`
    : null;
}

/** The match pattern of an added site: its pages, and the permission to ask the person for. */
export function addedPattern(origin: string): string {
  return `${origin}/*`;
}

/** An added site in the shape of the catalogue's. It has no policies: nobody has looked for them. */
export function siteOfAdded({ origin, addedAt }: AddedSite): Site {
  return {
    id: addedId(origin),
    name: new URL(origin).hostname,
    status: 'live',
    home: `${origin}/`,
    uploads: ['image', 'video', '3d'],
    pages: [{ pattern: addedPattern(origin), seen: 'primary', exact: true }],
    uploadHosts: [],
    policies: [],
    checked: new Date(addedAt).toISOString().slice(0, 10),
  };
}

const PREFIX = 'added:';

export function addedId(origin: string): string {
  return PREFIX + origin;
}

/** The origin of the added site with this id; null for a site of the catalogue. */
export function originOfAdded(id: string): string | null {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
}
