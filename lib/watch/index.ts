import type { DocumentKind } from '../policy/types.ts';
import { siteById } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';
import type { Cadence } from '../store/types.ts';
import type { WatchDeps } from './deps.ts';
import { dueAnew, lookAt, lookAtDue, lookAtVisited } from './look.ts';
import { notePin, noteUse } from './pin.ts';
import { reportProblem } from './report.ts';
import { tell } from './tell.ts';

export type { Bell, Note, PolicyEngine, WatchDeps } from './deps.ts';
export { type Fetched, fetchPolicy } from './fetch-policy.ts';
export { headlineOf, type News } from './headline.ts';
export { type Manners, politely } from './polite.ts';
export { addMonths } from './quarter.ts';
export { changeOfNotification, showCount, siteOfNotification } from './tell.ts';

/** The person uses this site: its policies are read when that was never done, or is due. */
export async function siteUsed(site: Site, deps: WatchDeps): Promise<void> {
  await noteUse(site, deps);
  await lookAt(site, 'due', deps);
  await tell(deps);
}

/**
 * The person wants this site watched, whether they use it or not, or no longer: then it is looked at only if they use it, and what is
 * known of it stays. False when the catalogue has no such site.
 */
export async function pinSite(id: string, pinned: boolean, deps: WatchDeps): Promise<boolean> {
  const site = siteById(id);
  if (!site) return false;
  await notePin(site, pinned, deps);
  if (pinned) {
    await lookAt(site, 'due', deps);
    await tell(deps);
  }
  return true;
}

/** The person asks for a look now. False when the catalogue has no such site. */
export async function checkNow(id: string, deps: WatchDeps): Promise<boolean> {
  const site = siteById(id);
  if (!site) return false;
  await lookAt(site, 'all', deps);
  await tell(deps);
  return true;
}

/** The person has opened a document of this site, and this is what the page shows: HTML. */
export async function policyVisited(
  site: Site,
  kind: DocumentKind,
  html: string,
  deps: WatchDeps,
): Promise<void> {
  await lookAtVisited(site, kind, html, deps);
  await tell(deps);
}

/** The person chose how often to look. What is due by that is looked at now. */
export async function cadenceChosen(cadence: Cadence, deps: WatchDeps): Promise<void> {
  await dueAnew(cadence, deps);
  await runDue(deps);
}

/** Does all that is due, and all that a killed worker left undone. Safe to call at any time and any number of times. */
export async function runDue(deps: WatchDeps): Promise<void> {
  await lookAtDue(deps).catch(reportProblem);
  await tell(deps);
}
