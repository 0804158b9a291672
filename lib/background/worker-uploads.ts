import { KNOWN_HOSTS } from '../../rules/sites/hosts.ts';
import { browser } from '../browser.ts';
import { siteForUrl } from '../sites/index.ts';
import { addToLedger, knownSites, recentLedger } from '../store/index.ts';
import type { LedgerEntry } from '../store/types.ts';
import { classifyEndpoint } from '../upload/endpoint.ts';
import { queue } from '../upload/queue.ts';
import { destinationOf } from './destination.ts';
import { mayCarryFile, type SentRequest, senderOf } from './sent-request.ts';

/** By then a page has told of what it sends itself, and a short answer has come. In ms. */
const TOLD_BY_MS = 1_500;
/** What went to the same host within that time is the same upload, in ms. */
const SAME_UPLOAD_MS = 12_000;

/** One after the other: each sees what the one before has written down. */
const inTurn = queue();

/**
 * Writes down where workers of a guarded site send what may be a file: no script of ours is there to see it. What a page sends, its guard
 * tells of. Only hosts that we have a permission for are heard of.
 */
export async function noteWorkerUpload(request: SentRequest): Promise<void> {
  const page = senderOf(request);
  if (!mayCarryFile(request) || page === undefined) return;
  const site = siteForUrl(page, await knownSites());
  if (!site || (await isPrivate(request))) return;
  await new Promise((done) => setTimeout(done, TOLD_BY_MS));
  await inTurn(async () => {
    const entry = entryOf(request, page, site.id);
    if (!entry || (await isTold(entry)) || (await isOfPage(request))) return;
    await addToLedger([entry]);
  });
}

type Upload = Extract<LedgerEntry, { type: 'upload' }>;

function entryOf({ url, tabId: tab, timeStamp: at }: SentRequest, page: string, site: string): Upload | null {
  const { host, odd, safe, way } = classifyEndpoint(url, page, KNOWN_HOSTS);
  if (!safe) return null;
  const to = destinationOf(host, new URL(page).hostname);
  const local = way === 'this_computer' ? ({ encrypted: false, local: true } as const) : { encrypted: true };
  const entry = { type: 'upload', at, site, tab, ...to, ...local, by: 'worker', outcome: 'sent' } as const;
  return odd.length > 0 ? { ...entry, odd } : entry;
}

async function isTold({ at, site, host }: Upload): Promise<boolean> {
  const recent = await recentLedger({ site, since: at - SAME_UPLOAD_MS });
  return recent.some((entry) => entry.type === 'upload' && entry.host === host);
}

/** A private window leaves nothing behind. Workers without a tab do not say whose they are in Chromium: then it is enough that there is one. */
async function isPrivate({ tabId, incognito }: SentRequest): Promise<boolean> {
  if (incognito !== undefined) return incognito;
  if (tabId >= 0) return (await browser.tabs.get(tabId)).incognito;
  return (await browser.windows.getAll()).some((window) => window.incognito);
}

/** Pages keep a list of what they have fetched themselves (Resource Timing); what their workers fetch is not on it. */
async function isOfPage({ tabId, frameId, url }: SentRequest): Promise<boolean> {
  if (tabId < 0) return false;
  const asked = await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [frameId] },
      func: (url: unknown) => performance.getEntriesByName(`${url}`, 'resource').length > 0,
      args: [url],
    })
    // The page has gone.
    .catch(() => []);
  return asked[0]?.result === true;
}
