import { cloudOf } from './cloud-hosts.ts';
import { lookAlike } from './look-alike.ts';
import { isAddress, isSameOwner } from './own-domain.ts';
import type { Endpoint } from './types.ts';

/** Schemes whose content never leaves the browser. */
const INSIDE = new Set(['blob:', 'data:', 'about:', 'javascript:']);
const ENCRYPTED = new Set(['https:', 'wss:']);
const CLEAR = new Set(['http:', 'ws:', 'ftp:']);

/**
 * Where an upload would go and whether that is encrypted on the way. `url` may be relative to `page`. Loopback is safe in clear text
 * (W3C Secure Contexts, section 3.1); a local network is not. `known` are host names that others like to imitate. Never throws: what
 * cannot be read is not safe.
 */
export function classifyEndpoint(url: string, page: string, known: readonly string[] = []): Endpoint {
  const target = parse(url, page);
  if (!target) return { safe: false, why: 'The address cannot be read.', host: '', party: 'third' };
  if (INSIDE.has(target.protocol)) {
    return { safe: true, why: 'It stays in the browser.', host: '', party: 'first' };
  }
  const host = target.hostname.replace(/\.$/, '');
  const pageHost = parse(page)?.hostname ?? '';
  const { safe, why } = safety(target.protocol, host);
  return {
    safe,
    why: [why, ...remarks(target, host, [pageHost, ...known])].join(' '),
    host,
    party: isSameOwner(host, pageHost) ? 'first' : 'third',
    ...cloudOf(host),
  };
}

function parse(url: string, base?: string): URL | null {
  if (URL.canParse(url)) return new URL(url);
  return base !== undefined && URL.canParse(url, base) ? new URL(url, base) : null;
}

function safety(protocol: string, host: string): { safe: boolean; why: string } {
  if (ENCRYPTED.has(protocol)) return { safe: true, why: 'The connection is encrypted.' };
  if (!CLEAR.has(protocol)) return { safe: false, why: 'This kind of address is not known to be safe.' };
  if (isLoopback(host)) return { safe: true, why: 'It stays on this computer.' };
  if (isLocalNetwork(host)) {
    return { safe: false, why: 'It goes unencrypted over your local network: anyone on it can read along.' };
  }
  if (isAddress(host)) {
    return {
      safe: false,
      why: 'It goes unencrypted to a bare number address: nobody can tell who is there.',
    };
  }
  return { safe: false, why: 'It goes unencrypted: anyone on the way can read and change it.' };
}

function remarks(target: URL, host: string, known: readonly string[]): string[] {
  const said: string[] = [];
  if (target.username || target.password) {
    said.push('The address carries a user name, a common trick to hide the real host.');
  }
  if (target.port) said.push(`It uses an unusual port (${target.port}).`);
  if (host.split('.').some((label) => label.startsWith('xn--'))) {
    said.push('The host name has letters that can pass for others.');
  }
  const original = lookAlike(host, known);
  if (original) said.push(`The host name looks like ${original} and is not.`);
  return said;
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
