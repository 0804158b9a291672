import type { KeptChange } from '../store/index.ts';
import type { Note, WatchDeps } from './deps.ts';
import { severityOf } from './headline.ts';
import { reportProblem } from './report.ts';

const PREFIX = 'change:';

/**
 * Shows one notification for every site with changes that were not told yet, and the number of unread ones at the button. A change
 * counts as told only afterwards: a worker killed in between tells it again, in the same place, rather than never. A muted site
 * never rings, and not later either for what changed while it was muted.
 */
export function tell(deps: Tellers): Promise<void> {
  return deps.exclusive('tell', async () => {
    const { muted } = await deps.store.readSettings();
    const untold = Map.groupBy(await deps.store.untoldChanges(), ({ site }) => site);
    for (const [site, changes] of untold) {
      const telling = muted.includes(site)
        ? deps.store.markTold(numbersOf(changes))
        : tellOne(site, changes, deps);
      await telling.catch(reportProblem);
    }
    await showCount(deps);
  });
}

/** Shows the number of changes that the person has not seen, of sites that are not muted. */
export async function showCount({ store, bell }: Pick<WatchDeps, 'store' | 'bell'>): Promise<void> {
  const { muted } = await store.readSettings();
  const unread = await store.unreadChanges();
  await bell.count(unread.filter(({ site }) => !muted.includes(site)).length);
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
  await store.markTold(numbersOf(changes));
}

function numbersOf(changes: readonly KeptChange[]): number[] {
  return changes.map(({ id }) => id);
}

function noteOf(changes: readonly KeptChange[]): Note {
  const [worst, ...others] = changes.toSorted((a, b) => severityOf(b.change) - severityOf(a.change));
  const more = others.map(({ headline }) => headline);
  return {
    title: worst?.headline ?? '',
    message: [...more, 'Open Meshwarden to see what changed.'].join('\n'),
  };
}
