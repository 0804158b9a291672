import { getDomain } from 'tldts';
import { cloudOf } from '../upload/cloud-hosts.ts';

/** What is known of the host that an upload went to. `party`: does it belong to the page's own registrable domain? */
export type Destination = { host: string; provider?: string; region?: string; party: 'first' | 'third' };

/** By the public suffix list, with the domains that companies rent out: two Spaces under `hf.space` are two owners. */
const RENTED = { allowPrivateDomains: true, extractHostname: false };

/** Names cloud storage with its region where the host name tells, and says whose host it is. */
export function destinationOf(host: string, page: string): Destination {
  return { host, ...cloudOf(host), party: isSameOwner(host, page) ? 'first' : 'third' };
}

function isSameOwner(host: string, page: string): boolean {
  if (host === page) return true;
  const domain = getDomain(host, RENTED);
  return domain !== null && domain === getDomain(page, RENTED);
}
