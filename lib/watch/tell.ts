import { t } from '../i18n.ts';
import type { KeptChange } from '../store/index.ts';
import type { Note, WatchDeps } from './deps.ts';
import { headlineOf, severityOf } from './headline.ts';
import { quietUntil } from './quiet.ts';
import { reportProblem } from './report.ts';

const PREFIX = 'change:';

/**
 * Shows one notification for every site with changes that were not told yet, and the number of unread ones at the button. A change
 * counts as told only afterwards: a worker killed in between tells it again, in the same place, rather than never. A muted site
 * never rings, and not later either for what changed while it was muted. In quiet hours nothing rings; what changed is told when they end.
 */
export function tell(deps: Tellers): Promise<void> {
  return deps.exclusive('tell', async () => {
    const { muted, quiet } = await deps.store.readSettings();
    const until = quietUntil(quiet, deps.now());
    const untold = Map.groupBy(await deps.store.untoldChanges(), ({ site }) => site);
    for (const [site, changes] of untold) {
      const telling = muted.includes(site)
        ? deps.store.markTold(numbersOf(changes))
        : until === undefined
          ? tellOne(site, changes, deps)
          : deps.bell.wakeAt(until);
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

/** The change that a click on a notification of {@link tell} is about: the site's worst unread one. */
export async function changeOfNotification(
  id: string,
  { store }: Pick<WatchDeps, 'store'>,
): Promise<KeptChange | undefined> {
  const site = siteOfNotification(id);
  return worstFirst(await store.unreadChanges()).find((change) => change.site === site);
}

function worstFirst(changes: readonly KeptChange[]): KeptChange[] {
  return changes.toSorted((a, b) => severityOf(b.change) - severityOf(a.change));
}

/** The site that a notification of {@link tell} is about; undefined for any other. */
export function siteOfNotification(id: string): string | undefined {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined;
}

type Tellers = Pick<WatchDeps, 'store' | 'bell' | 'exclusive' | 'titleOf' | 'now'>;

async function tellOne(
  site: string,
  changes: readonly KeptChange[],
  { store, bell, titleOf }: Tellers,
): Promise<void> {
  await bell.notify(PREFIX + site, noteOf(changes, titleOf));
  await store.markTold(numbersOf(changes));
}

function numbersOf(changes: readonly KeptChange[]): number[] {
  return changes.map(({ id }) => id);
}

function noteOf(changes: readonly KeptChange[], titleOf: WatchDeps['titleOf']): Note {
  const [worst = '', ...others] = worstFirst(changes).map((change) => headlineOf(change, titleOf));
  return {
    title: worst,
    message: [...others, t('watch_open')].join('\n'),
  };
}
