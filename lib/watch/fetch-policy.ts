import type { SitePolicy } from '../sites/types.ts';
import { readCapped } from '../store/capped.ts';
import type { ReadFailure, Validators } from '../store/types.ts';
import { isAddress, isSameOwner } from '../upload/own-domain.ts';
import { decodeHtml } from './body.ts';
import { readRetryAfter } from './retry-after.ts';

/** The largest page that is read, in bytes. The longest policy known has a third of it. */
export const MAX_PAGE = 3_000_000;

/** The document to fetch, and what the server said of the page that we have of it. */
export type Ask = Pick<SitePolicy, 'url'> & { validators?: Validators };

export type Page = { ok: true; html: string; url: string; validators?: Validators };
/** The server says that the page is the one whose validators it was shown. */
export type Unchanged = { ok: true; unchanged: true };
/** `retryAfter`: how long the server asks to be left alone, in ms. */
export type Failed = { ok: false; reason: ReadFailure; retryAfter?: number };
export type Fetched = Page | Unchanged | Failed;

/** What fetching needs of the outside. `timeLimit` is in ms, for the whole of one document; `now` in ms since 1970. */
export type Net = {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** May this extension read pages under this match pattern? The person can withdraw that. */
  permitted(pattern: string): Promise<boolean>;
  timeLimit: number;
  now(): number;
};

/**
 * Fetches one document of the catalogue: over HTTPS, without cookies, referrer or cache, and in English, so that the vendor learns
 * no more than that somebody read its policy. There is no way to fetch anything else.
 */
export async function fetchPolicy(ask: Ask, net: Net): Promise<Fetched> {
  const { url } = ask;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' || isAddress(hostname) || isLocal(hostname)) return failed('http-error');
  if (!(await net.permitted(`https://${hostname}/*`))) return failed('permission-missing');
  const signal = AbortSignal.timeout(net.timeLimit);
  try {
    const response = await net.fetch(url, request(signal, 'follow', conditions(ask)));
    return await readResponse(response, ask, net);
  } catch {
    return failed((await turnsAway(url, net, signal)) ? 'redirected-away' : 'offline');
  }
}

/** Names that mean this computer or this network (RFC 6761, RFC 6762, RFC 8375): none of them is a vendor's. */
function isLocal(hostname: string): boolean {
  return !hostname.includes('.') || /\.(?:localhost|local|internal|home\.arpa)$/.test(hostname);
}

async function readResponse(response: Response, { url, validators }: Ask, net: Net): Promise<Fetched> {
  if (!staysWithVendor(url, response.url)) return refused(response, 'redirected-away');
  if (response.status === 304 && validators) return { ok: true, unchanged: true };
  if (!response.ok) {
    const retryAfter = waitFor(response, net.now());
    return { ...refused(response, failureOf(response.status)), ...(retryAfter ? { retryAfter } : {}) };
  }
  const type = response.headers.get('content-type') ?? '';
  if (/^application\/pdf\b/i.test(type)) return refused(response, 'pdf');
  if (!/^(text\/(html|plain|markdown)|application\/xhtml\+xml)\b/i.test(type))
    return refused(response, 'not-a-policy');
  const bytes = await readCapped(response, MAX_PAGE);
  if (!bytes) return failed('too-large');
  return { ok: true, html: decodeHtml(bytes, type), url: response.url, ...validatorsOf(response) };
}

/** A server that says "too many requests" and not for how long is left alone for a minute (RFC 6585, section 4). */
const TOO_MANY = { status: 429, wait: 60_000 };

function waitFor({ status, headers }: Response, now: number): number | undefined {
  const asked = readRetryAfter(headers.get('retry-after'), now);
  return asked ?? (status === TOO_MANY.status ? TOO_MANY.wait : undefined);
}

/** Many servers ask strangers to prove that they are people: then a person must open the page. */
function failureOf(status: number): ReadFailure {
  if (status === 404 || status === 410) return 'gone';
  return status === 401 || status === 403 ? 'needs-visit' : 'http-error';
}

function validatorsOf({ headers }: Response): { validators?: Validators } {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  if (!etag && !lastModified) return {};
  return { validators: { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) } };
}

/** RFC 9110, section 13.1 "Preconditions". */
function conditions({ validators: { etag, lastModified } = {} }: Ask): Record<string, string> {
  return {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

/**
 * A redirect to a host we may not read fails like a missing network does. Asked not to follow, the browser says at least that
 * there is one, though not where to.
 */
async function turnsAway(url: string, net: Net, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  try {
    return (await net.fetch(url, request(signal, 'manual', {}))).type === 'opaqueredirect';
  } catch {
    return false;
  }
}

/**
 * May the answer come from `reached` when `asked` was asked for? The browser follows redirects before it tells, and tells of none in
 * between, so this is all that can be done: the answer is refused unless it came over HTTPS from inside the vendor's own registrable
 * domain.
 */
export function staysWithVendor(asked: string, reached: string): boolean {
  if (!URL.canParse(reached)) return false;
  const { protocol, hostname } = new URL(reached);
  return protocol === 'https:' && isSameOwner(hostname, new URL(asked).hostname);
}

function request(
  signal: AbortSignal,
  redirect: RequestRedirect,
  conditions: Record<string, string>,
): RequestInit {
  return {
    signal,
    redirect,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { accept: 'text/html', 'accept-language': 'en', ...conditions },
  };
}

function refused(response: Response, reason: ReadFailure): Failed {
  response.body?.cancel().catch(() => {});
  return failed(reason);
}

function failed(reason: ReadFailure): Failed {
  return { ok: false, reason };
}
