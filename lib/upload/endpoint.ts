import { cloudOf } from './cloud-hosts.ts';
import { lookAlike } from './look-alike.ts';
import { isAddress, isSameOwner, ownDomain } from './own-domain.ts';
import { type Oddity, type RemarkId, remark } from './remarks.ts';
import type { Endpoint, KnownHosts } from './types.ts';

/** Schemes whose content never leaves the browser. */
const INSIDE = new Set(['blob:', 'data:', 'about:', 'javascript:']);
const ENCRYPTED = new Set(['https:', 'wss:']);
const CLEAR = new Set(['http:', 'ws:', 'ftp:']);
const SAFE = new Set<RemarkId>(['encrypted', 'this_computer']);

const NOBODY: KnownHosts = { hosts: [], doubles: {} };

/**
 * Where an upload would go and whether that is encrypted on the way. `url` may be relative to `page`. Loopback is safe in clear text
 * (W3C Secure Contexts, section 3.1); a local network is not. `known` are hosts that others like to imitate, and those that are known to do
 * so. Never throws: what cannot be read is not safe.
 */
export function classifyEndpoint(url: string, page: string, known: KnownHosts = NOBODY): Endpoint {
  const target = parse(url, page);
  if (!target) return endpointOf(false, 'unreadable', '', 'third');
  if (INSIDE.has(target.protocol)) return endpointOf(true, 'inside', '', 'first');
  const host = target.hostname.replace(/\.$/, '');
  const pageHost = parse(page)?.hostname ?? '';
  const way = wayOf(target.protocol, host);
  const party = isSameOwner(host, pageHost) ? 'first' : 'third';
  return {
    ...endpointOf(SAFE.has(way), way, host, party, oddities(target, host, pageHost, known)),
    ...cloudOf(host),
  };
}

/** `why` is for those who have no other words. */
function endpointOf(
  safe: boolean,
  way: RemarkId,
  host: string,
  party: Endpoint['party'],
  odd: Oddity[] = [],
): Endpoint {
  const why = [remark(way), ...odd.map(({ id, about }) => remark(id, about))].join(' ');
  return { safe, way, odd, why, host, party };
}

function parse(url: string, base?: string): URL | null {
  if (URL.canParse(url)) return new URL(url);
  return base !== undefined && URL.canParse(url, base) ? new URL(url, base) : null;
}

function wayOf(protocol: string, host: string): RemarkId {
  if (ENCRYPTED.has(protocol)) return 'encrypted';
  if (!CLEAR.has(protocol)) return 'unknown_kind';
  if (isLoopback(host)) return 'this_computer';
  if (isLocalNetwork(host)) return 'local_network';
  return isAddress(host) ? 'number' : 'clear';
}

function oddities(target: URL, host: string, pageHost: string, { hosts, doubles }: KnownHosts): Oddity[] {
  const odd: Oddity[] = [];
  if (target.username || target.password) odd.push({ id: 'user_name' });
  // Every program on this computer has a port of its own.
  if (target.port && !isLoopback(host)) odd.push({ id: 'port', about: target.port });
  if (host.split('.').some((label) => label.startsWith('xn--'))) odd.push({ id: 'letters' });
  const whose = doubles[ownDomain(host)];
  if (whose !== undefined) return [...odd, { id: 'bears_name', about: whose }];
  const original = lookAlike(host, [pageHost, ...hosts]);
  return original ? [...odd, { id: 'looks_like', about: original }] : odd;
}

/** 127.0.0.0/8, ::1, localhost and *.localhost (RFC 6761 section 6.3). */
function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}

/** Private and link-local addresses (RFC 1918, 3927, 4193, 4291), `.local` (RFC 6762), and names without a dot. */
function isLocalNetwork(host: string): boolean {
  return (
    /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\./.test(isAddress(host) ? host : '') ||
    /^\[f(?:[cd]|e[89ab])/.test(host) ||
    /\.(?:local|lan|internal|home\.arpa)$/.test(host) ||
    !/[.[]/.test(host)
  );
}
