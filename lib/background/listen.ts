import { browser } from '../browser.ts';
import { t } from '../i18n.ts';
import { StoreProblem } from '../store/index.ts';
import { changeOfNotification, siteOfNotification } from '../watch/index.ts';
import { reportProblem } from '../watch/report.ts';
import { addWanted, keepScripts } from './added-sites.ts';
import { showChange, TELL } from './bell.ts';
import { forgetAllowances, keepNetRules, noteRedirect } from './cleartext.ts';
import { guardDecided } from './decided-sites.ts';
import { watchDeps } from './live.ts';
import type { Redirect } from './redirect.ts';
import { type Reply, route } from './routes.ts';
import type { SentRequest } from './sent-request.ts';
import { dailyRun, newSession, services } from './services.ts';
import { noteVisit } from './visits.ts';
import { noteWorkerUpload } from './worker-uploads.ts';

/** Requests that can carry an upload. */
const CARRIERS = ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'other'] as const;

/** What requests of workers are called. */
const WORKERS_SEND = ['xmlhttprequest', 'other'] as const;

const DAY_MINUTES = 24 * 60;
const DAILY = 'watch';
/** Set while a run is under way: a run that was cut off goes on a little later, not only tomorrow. */
const AGAIN = 'watch-again';

/** Answers messages of guarded pages and of our own. */
export function answerMessages(): void {
  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const own = { id: browser.runtime.id, pages: browser.runtime.getURL('') };
    route(message, sender, own, services).catch(asReply).then(sendResponse);
    // "The answer comes later." Not every Chromium takes a returned promise for that.
    return true;
  });
}

/** Runs what is due: once a day, at every start, and after installs and updates. */
export function runDaily(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === DAILY || name === AGAIN || name === TELL) inBackground(run());
  });
  browser.runtime.onInstalled.addListener(() => inBackground(run()));
  browser.runtime.onStartup.addListener(() => inBackground(newSession().finally(run)));
  inBackground(keepAlarm());
}

/** Sees at every start, and after an update, that the guard runs on the sites that the person added, or their organisation. */
export function guardAddedSites(): void {
  const guard = () => inBackground(keepScripts().then(() => guardDecided(Date.now())));
  guard();
  browser.runtime.onInstalled.addListener(guard);
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    inBackground(addWanted(origins, Date.now()));
    inBackground(guardDecided(Date.now()));
  });
}

/** Has the browser stop uploads in clear text that no script in a page can hold, and tells of redirects that lead to them. */
export function stopClearText(): void {
  inBackground(keepNetRules());
  browser.runtime.onInstalled.addListener(() => inBackground(keepNetRules()));
  browser.tabs.onRemoved.addListener((tab) => inBackground(forgetAllowances(tab)));
  // Only of hosts that we have a permission for anything is heard at all.
  const filter = { urls: ['https://*/*'], types: [...CARRIERS] };
  browser.webRequest.onBeforeRedirect.addListener(
    (redirect) => inBackground(noteRedirect(redirect as Redirect)),
    filter,
  );
}

/** Notes which guarded sites are opened. Only of hosts that we have a permission for anything is heard at all. */
export function noteVisits(): void {
  const filter = { urls: ['https://*/*', 'http://*/*'], types: ['main_frame' as const] };
  browser.webRequest.onCompleted.addListener((visit) => inBackground(noteVisit(visit)), filter);
}

/** Notes where workers of guarded sites send what may be a file. */
export function noteWorkerUploads(): void {
  const filter = { urls: ['https://*/*', 'http://*/*'], types: [...WORKERS_SEND] };
  browser.webRequest.onSendHeaders.addListener(
    (request) => inBackground(noteWorkerUpload(request as SentRequest)),
    filter,
    ['requestHeaders'],
  );
}

/** A click on a notification shows what changed. */
export function openClickedNotifications(): void {
  browser.notifications.onClicked.addListener((id) => {
    if (siteOfNotification(id) === undefined) return;
    inBackground(openChange(id));
    inBackground(browser.notifications.clear(id));
  });
}

async function openChange(notification: string): Promise<void> {
  const change = await changeOfNotification(notification, await watchDeps());
  await showChange(change?.id);
}

async function run(): Promise<void> {
  await browser.alarms.create(AGAIN, { delayInMinutes: 2 });
  // Also after an error: a store that cannot be opened is not tried again every two minutes.
  await dailyRun().finally(() => browser.alarms.clear(AGAIN));
}

/** Firefox forgets alarms when it quits, Chromium when the extension is updated. One that is there is left to run its course. */
async function keepAlarm(): Promise<void> {
  if (await browser.alarms.get(DAILY)) return;
  await browser.alarms.create(DAILY, { delayInMinutes: 1, periodInMinutes: DAY_MINUTES });
}

function asReply(error: unknown): Reply {
  reportProblem(error);
  return { ok: false, problem: error instanceof StoreProblem ? error.message : t('reply_failed') };
}

function inBackground(work: Promise<unknown>): void {
  work.catch(reportProblem);
}
