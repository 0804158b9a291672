import { onDemand } from './on-demand.ts';
import { readingOf } from './reading.ts';
import type { Chosen, Now, Surroundings } from './running.ts';
import type { PopupView, SiteView } from './view.ts';

export type { Surroundings } from './running.ts';

const LOOK_AGAIN_MS = 1_000;
/** The longest a first reading is watched while the popup stays open. */
const LOOKS = 60;

/**
 * Draws the popup from what is stored and keeps it up to date: after each thing the person does, and while a site's first
 * reading is under way. Resolves when there is nothing left to watch for.
 */
export async function runPopup(around: Surroundings): Promise<void> {
  const now: Now = { view: await around.load(), check: 'idle', chosen: {} };
  const show = () => around.draw(asChosen(now.view, now.chosen), now.check, actions);
  const reload = async () => {
    now.view = await around.load();
    show();
  };
  const { actions, fetch } = onDemand(async () =>
    (await import('./actions.ts')).actionsOf({ now, around, show, reload }),
  );
  if (standsAlone(now.view)) show();
  const [strangers] = await Promise.all([strangersBy(now.view, around), around.loadMore(), fetch()]);
  if (strangers.length > 0) now.chosen = { ...now.chosen, strangers };
  show();
  for (let look = 0; look < LOOKS && isWaiting(now.view); look++) {
    await around.wait(LOOK_AGAIN_MS);
    if (now.check !== 'busy') await reload();
  }
}

/** Where no guard runs at all, more is wrong than a box. */
async function strangersBy(view: PopupView, around: Surroundings): Promise<readonly string[]> {
  return view.kind === 'site' && view.guard !== 'absent' ? around.strangers() : [];
}

/** Is the first frame whole without the parts that come later? Else it waits for them: nothing may jump under a person's hand. */
function standsAlone(view: PopupView): boolean {
  if (view.kind !== 'site' || hasNotices(view) || view.due) return false;
  const reading = readingOf(view.review);
  return reading.kind === 'scored' && reading.missing.length + reading.stale.length === 0;
}

function asChosen(view: PopupView, { found, ...ofSite }: Chosen): PopupView {
  if (view.kind === 'site') return { ...view, ...ofSite };
  return view.kind === 'unknown' && found ? { ...view, found } : view;
}

function isWaiting(view: PopupView): boolean {
  return (
    view.kind === 'site' &&
    !view.added &&
    view.site.policies.length > 0 &&
    view.permitted &&
    readingOf(view.review).kind === 'waiting'
  );
}

/** Is there something that a person must know before anything else? */
function hasNotices({ changes, permitted, guard, privately, notForClients, added }: SiteView): boolean {
  return (
    changes.length > 0 ||
    !permitted ||
    guard !== 'up' ||
    privately ||
    notForClients !== false ||
    added !== false
  );
}
