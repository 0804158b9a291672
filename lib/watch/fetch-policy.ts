import type { SitePolicy } from '../sites/types.ts';
import type { ReadFailure } from '../store/types.ts';
import { decodeHtml, readCapped } from './body.ts';

/** The largest page that is read, in bytes. The longest policy known has a third of it. */
export const MAX_PAGE = 3_000_000;

export type Fetched = { ok: true; html: string; url: string } | { ok: false; reason: ReadFailure };

/** What fetching needs of the outside. `timeLimit` is in ms, for the whole of one document. */
export type Net = {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** May this extension read pages under this match pattern? The person can withdraw that. */
  permitted(pattern: string): Promise<boolean>;
  timeLimit: number;
};

/**
 * Fetches one document of the catalogue: over HTTPS, without cookies, referrer or cache, and in English, so that the vendor learns
 * no more than that somebody read its policy. There is no way to fetch anything else.
 */
export async function fetchPolicy({ url }: Pick<SitePolicy, 'url'>, net: Net): Promise<Fetched> {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') return failed('http-error');
  if (!(await net.permitted(`https://${hostname}/*`))) return failed('permission-missing');
  const signal = AbortSignal.timeout(net.timeLimit);
  try {
    return await readPage(await net.fetch(url, request(signal, 'follow')), url);
  } catch {
    return failed((await turnsAway(url, net, signal)) ? 'redirected-away' : 'offline');
  }
}

async function readPage(response: Response, asked: string): Promise<Fetched> {
  if (!staysWithVendor(asked, response.url)) return refused(response, 'redirected-away');
  if (!response.ok) return refused(response, 'http-error');
  const type = response.headers.get('content-type') ?? '';
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) return refused(response, 'not-a-policy');
  const bytes = await readCapped(response, MAX_PAGE);
  return bytes ? { ok: true, html: decodeHtml(bytes, type), url: response.url } : failed('too-large');
}

/**
 * A redirect to a host we may not read fails like a missing network does. Asked not to follow, the browser says at least that
 * there is one, though not where to.
 */
async function turnsAway(url: string, net: Net, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  try {
    return (await net.fetch(url, request(signal, 'manual'))).type === 'opaqueredirect';
  } catch {
    return false;
  }
}

/**
 * May the answer come from `reached` when `asked` was asked for? The browser follows redirects before it tells, so this is all
 * that can be done: the answer is refused unless it came over HTTPS from the document's own host, or one below it or its domain
 * without "www.". That is inside the vendor's registrable domain without needing the list of public suffixes.
 */
export function staysWithVendor(asked: string, reached: string): boolean {
  if (!URL.canParse(reached)) return false;
  const to = new URL(reached);
  const domain = new URL(asked).hostname.replace(/^www\./, '');
  return to.protocol === 'https:' && (to.hostname === domain || to.hostname.endsWith(`.${domain}`));
}

function request(signal: AbortSignal, redirect: RequestRedirect): RequestInit {
  return {
    signal,
    redirect,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { accept: 'text/html', 'accept-language': 'en' },
  };
}

function refused(response: Response, reason: ReadFailure): Fetched {
  response.body?.cancel().catch(() => {});
  return failed(reason);
}

function failed(reason: ReadFailure): Fetched {
  return { ok: false, reason };
}
