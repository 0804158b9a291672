import { siteById } from '../sites/index.ts';
import type { Site } from '../sites/types.ts';
import type { WatchDeps } from './deps.ts';
import { lookAt, lookAtDue } from './look.ts';
import { reportProblem } from './report.ts';
import { tell } from './tell.ts';

export type { Bell, Note, PolicyEngine, WatchDeps } from './deps.ts';
export { type Fetched, fetchPolicy } from './fetch-policy.ts';
export { addMonths } from './quarter.ts';
export { showCount, siteOfNotification } from './tell.ts';

/** The person uses this site: its policies are read when that was never done, or is due. */
export async function siteUsed(site: Site, deps: WatchDeps): Promise<void> {
  await lookAt(site, 'due', deps);
  await tell(deps);
}

/** The person asks for a look now. False when the catalogue has no such site. */
export async function checkNow(id: string, deps: WatchDeps): Promise<boolean> {
  const site = siteById(id);
  if (!site) return false;
  await lookAt(site, 'all', deps);
  await tell(deps);
  return true;
}

/** Does all that is due, and all that a killed worker left undone. Safe to call at any time and any number of times. */
export async function runDue(deps: WatchDeps): Promise<void> {
  await lookAtDue(deps).catch(reportProblem);
  await tell(deps);
}
