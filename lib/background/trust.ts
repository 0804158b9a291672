import type { DocumentKind } from '../policy/types.ts';
import { policiesAt, siteForUrl } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';

/** What a browser says of the sender of a message (MDN, "runtime.MessageSender"), as far as we rely on it. */
export type Sender = {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id?: number; url?: string; incognito?: boolean };
};

/** This extension: its id, and the address its own pages begin with. */
export type Own = { id: string; pages: string };

/** A guarded page, as the browser vouches for it. `top` is false in a frame. */
export type GuardedPage = {
  site: Site;
  host: string;
  tab: number;
  frame: number;
  top: boolean;
  privately: boolean;
};

/**
 * The guarded page, of these sites, that a message comes from; undefined for every other sender. The site is that of the frame itself, not of
 * the page around it: a Space on hf.space is a guarded page wherever it is shown.
 */
export function guardedPage(sender: Sender, own: Own, sites: readonly Site[]): GuardedPage | undefined {
  const { id, tab, frameId } = sender;
  if (id !== own.id || tab?.id === undefined || frameId === undefined) return undefined;
  const address = addressOf(sender);
  const site = siteForUrl(address, sites);
  const place = { tab: tab.id, frame: frameId, top: frameId === 0 };
  return site && { site, host: new URL(address).hostname, ...place, privately: tab.incognito === true };
}

/** A policy's page in a tab of its own, as the browser vouches for it: the documents of the catalogue that stand at its address. */
export type PolicyPage = { documents: { site: Site; kind: DocumentKind }[]; privately: boolean };

/** The policy's page that a message comes from; undefined for every other sender, and for a page in a frame. */
export function policyPage({ id, tab, frameId, url = '' }: Sender, own: Own): PolicyPage | undefined {
  if (id !== own.id || tab?.id === undefined || frameId !== 0) return undefined;
  const documents = policiesAt(url);
  return documents.length > 0 ? { documents, privately: tab.incognito === true } : undefined;
}

/** Does a message come from one of our own pages? */
export function isOwnPage({ id, url }: Sender, own: Own): boolean {
  return id === own.id && url !== undefined && url.startsWith(own.pages);
}

/**
 * A frame without an address of its own (`about:blank`, `srcdoc`) belongs to the origin that made it; one that has no origin either
 * (sandboxed, `data:`), to the page in its tab.
 */
function addressOf({ url = '', origin = '', tab }: Sender): string {
  if (/^https?:/.test(url)) return url;
  return origin === '' || origin === 'null' ? (tab?.url ?? '') : `${origin}/`;
}
