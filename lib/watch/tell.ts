import type { KeptChange } from '../store/index.ts';
import type { Note, WatchDeps } from './deps.ts';
import { severityOf } from './headline.ts';
import { reportProblem } from './report.ts';

const PREFIX = 'change:';

/**
 * Shows one notification for every site with changes that were not told yet, and the number of unread ones at the button. A change
 * counts as told only afterwards: a worker killed in between tells it again, in the same place, rather than never.
 */
export function tell(deps: Tellers): Promise<void> {
  return deps.exclusive('tell', async () => {
    const untold = Map.groupBy(await deps.store.untoldChanges(), ({ site }) => site);
    for (const [site, changes] of untold) await tellOne(site, changes, deps).catch(reportProblem);
    await showCount(deps);
  });
}

/** Shows the number of changes that the person has not seen. */
export async function showCount({ store, bell }: Pick<WatchDeps, 'store' | 'bell'>): Promise<void> {
  await bell.count((await store.unreadChanges()).length);
}

/** The site that a notification of {@link tell} is about; undefined for any other. */
export function siteOfNotification(id: string): string | undefined {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined;
}

type Tellers = Pick<WatchDeps, 'store' | 'bell' | 'exclusive'>;

async function tellOne(
  site: string,
  changes: readonly KeptChange[],
  { store, bell }: Tellers,
): Promise<void> {
  await bell.notify(PREFIX + site, noteOf(changes));
  await store.markTold(changes.map(({ id }) => id));
}

function noteOf(changes: readonly KeptChange[]): Note {
  const [worst, ...others] = changes.toSorted((a, b) => severityOf(b.change) - severityOf(a.change));
  const more = others.map(({ headline }) => headline);
  return {
    title: worst?.headline ?? '',
    message: [...more, 'Open Meshwarden to see what changed.'].join('\n'),
  };
}
