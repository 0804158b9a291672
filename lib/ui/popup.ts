import type { OwnMessage } from '../messages.ts';
import type { WorkKind } from '../policy/types.ts';
import type { Site } from '../sites/types.ts';
import { readingOf } from './reading.ts';
import type { Actions, Check, PopupView } from './view.ts';

/** What the popup needs of the world around it. */
export type Surroundings = {
  load(): Promise<PopupView>;
  /** Rejects when the background could not do it. */
  tell(message: OwnMessage): Promise<void>;
  requestAccess(site: Site): Promise<boolean>;
  /** Loads the tab's page anew. */
  reloadPage(): Promise<void>;
  /** Puts a text on the clipboard. */
  copy(text: string): Promise<void>;
  draw(view: PopupView, check: Check, actions: Actions): void;
  /** Puts the keyboard's focus on the title, when the button it was on has gone. */
  focusTitle(): void;
  wait(ms: number): Promise<void>;
};

const LOOK_AGAIN_MS = 1_000;
/** The longest a first reading is watched while the popup stays open. */
const LOOKS = 60;

/**
 * Draws the popup from what is stored and keeps it up to date: after each thing the person does, and while a site's first
 * reading is under way. Resolves when there is nothing left to watch for.
 */
export async function runPopup(around: Surroundings): Promise<void> {
  const now: { view: PopupView; check: Check; chosen?: Chosen } = {
    view: await around.load(),
    check: 'idle',
  };

  const show = () => around.draw(asChosen(now.view, now.chosen), now.check, actions);
  const reload = async () => {
    now.view = await around.load();
    show();
  };
  const actions: Actions = {
    async checkNow(site) {
      if (now.check === 'busy') return;
      const before = now.view;
      now.check = 'busy';
      show();
      const answered = await settle(around.tell({ type: 'check-now', site }));
      now.view = await around.load();
      now.check = answered && freshlyRead(before, now.view) ? 'done' : 'failed';
      show();
    },
    async markRead(changes) {
      const ids = changes.flatMap(({ id }) => id ?? []);
      if (await settle(around.tell({ type: 'mark-read', changes: ids }))) {
        await reload();
        around.focusTitle();
      }
    },
    async reload() {
      if (await settle(around.reloadPage())) await reload();
    },
    choose(work) {
      now.chosen = { ...now.chosen, work };
      show();
    },
    async copy(text) {
      now.chosen = { ...now.chosen, copied: await settle(around.copy(text)) };
      show();
    },
    async allow(site) {
      if (await around.requestAccess(site)) {
        await reload();
        await actions.checkNow(site.id);
      }
    },
  };

  show();
  for (let look = 0; look < LOOKS && isWaiting(now.view); look++) {
    await around.wait(LOOK_AGAIN_MS);
    if (now.check !== 'busy') await reload();
  }
}

/** What the person chose in this popup; it lasts as long as the popup is open. */
type Chosen = { work?: WorkKind; copied?: boolean };

function asChosen(view: PopupView, chosen: Chosen | undefined): PopupView {
  return chosen && view.kind === 'site' ? { ...view, ...chosen } : view;
}

async function settle(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  );
}

function isWaiting(view: PopupView): boolean {
  return view.kind === 'site' && view.permitted && readingOf(view.review).kind === 'waiting';
}

/** Was every document tried since `before`, and none without success? What is stored tells, not what the background claims. */
function freshlyRead(before: PopupView, after: PopupView): boolean {
  if (before.kind !== 'site' || after.kind !== 'site') return false;
  const earlier = new Map(before.review?.documents.map(({ kind, readAt }) => [kind, readAt ?? 0]));
  const documents = after.review?.documents ?? [];
  return (
    documents.length > 0 &&
    documents.every(({ kind, readAt, failure }) => !failure && (readAt ?? 0) > (earlier.get(kind) ?? 0))
  );
}
