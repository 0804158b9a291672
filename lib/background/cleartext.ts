import { browser } from '../browser.ts';
import { guardedPatterns, siteForUrl } from '../sites/index.ts';
import { addToLedger, knownSites } from '../store/index.ts';
import {
  allowanceRules,
  blockRules,
  FIRST_ALLOWANCE,
  type NetRule,
  socketRules,
  workerRules,
} from '../upload/cleartext-rules.ts';
import { GUARD, tellStopped } from '../upload/found.ts';
import { destinationOf } from './destination.ts';
import { fallenTo, type Redirect } from './redirect.ts';
import type { GuardedPage } from './trust.ts';

/** The part of the API that the polyfill's types lack. */
type Net = {
  getDynamicRules(): Promise<NetRule[]>;
  getSessionRules(): Promise<NetRule[]>;
  updateDynamicRules(update: Update): Promise<void>;
  updateSessionRules(update: Update): Promise<void>;
};
type Update = { addRules?: NetRule[]; removeRuleIds?: number[] };
const net = () => (browser as unknown as { declarativeNetRequest: Net }).declarativeNetRequest;

let last: Promise<unknown> = Promise.resolve();

/** One after the other: numbers of rules are given out by what is there. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work);
  last = next.catch(() => {});
  return next;
}

/** Has the browser stop uploads in clear text from every guarded site. Rules that stand already are put there anew: that costs nothing. */
export function keepNetRules(): Promise<void> {
  return inTurn(async () => {
    const patterns = guardedPatterns(await knownSites());
    const block = [...blockRules(patterns), ...workerRules(patterns)];
    const sockets = socketRules(patterns);
    await net().updateDynamicRules({ removeRuleIds: [1, 2, 4], addRules: block });
    await net().updateSessionRules({ removeRuleIds: [3], addRules: sockets });
  });
}

/** Lets uploads to `host` leave from the tab of this page, until it is closed. */
export function allowUploads({ tab, host: page }: GuardedPage, host: string): Promise<void> {
  return inTurn(async () => {
    const rules = await net().getSessionRules();
    if (rules.some((rule) => isFor(rule, host, tab))) return;
    const id = Math.max(FIRST_ALLOWANCE, ...rules.map((rule) => rule.id + 1));
    await net().updateSessionRules({ addRules: allowanceRules(id, host, tab, page) });
  });
}

/** A tab is closed: what was allowed for it is not any more. */
export function forgetAllowances(tab: number): Promise<void> {
  return inTurn(async () => {
    const ids = (await net().getSessionRules())
      .filter(({ id, condition }) => id >= FIRST_ALLOWANCE && condition.tabIds?.includes(tab))
      .map(({ id }) => id);
    if (ids.length > 0) await net().updateSessionRules({ removeRuleIds: ids.flatMap((id) => [id, id + 1]) });
  });
}

function isFor({ condition }: NetRule, host: string, tab: number): boolean {
  return condition.tabIds?.includes(tab) === true && condition.requestDomains?.includes(host) === true;
}

/** A server sends an upload on to an address in clear text. The rules stop it there; the person is told, and may allow it. */
export async function noteRedirect(redirect: Redirect): Promise<void> {
  const host = fallenTo(redirect);
  const site = siteForUrl(
    redirect.initiator ? `${redirect.initiator}/` : (redirect.originUrl ?? ''),
    await knownSites(),
  );
  if (host === undefined || !site || redirect.tabId < 0) return;
  const { tabId: tab, frameId } = redirect;
  if ((await net().getSessionRules()).some((rule) => isFor(rule, host, tab))) return;
  const { incognito } = await browser.tabs.get(tab);
  if (!incognito) {
    const entry = { type: 'upload', at: redirect.timeStamp, site: site.id, tab } as const;
    const to = destinationOf(host, new URL(redirect.url).hostname);
    await addToLedger([{ ...entry, ...to, encrypted: false, outcome: 'kept' }]);
  }
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frameId] },
    func: tellStopped,
    args: [GUARD, redirect.redirectUrl],
    injectImmediately: true,
  });
}
