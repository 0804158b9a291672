import type { OwnMessage } from '../messages.ts';
import type { WorkKind } from '../policy/types.ts';
import type { Site } from '../sites/types.ts';
import type { Actions, Check, Found, PopupView } from './view.ts';

/** What the popup needs of the world around it. */
export type Surroundings = {
  load(): Promise<PopupView>;
  /** Fetches what the first frame does without. */
  loadMore(): Promise<void>;
  /** The hosts of boxes in the tab's page on which no guard runs. Never rejects. */
  strangers(): Promise<readonly string[]>;
  /** Rejects when the background could not do it. */
  tell(message: OwnMessage): Promise<void>;
  requestAccess(site: Site): Promise<boolean>;
  /** Asks the person for the permission to guard the site of this origin. */
  requestOrigin(origin: string): Promise<boolean>;
  /** Looks for policies on the tab's page. */
  lookAround(): Promise<Found>;
  /** Loads the tab's page anew. */
  reloadPage(): Promise<void>;
  /** Puts a text on the clipboard. */
  copy(text: string): Promise<void>;
  draw(view: PopupView, check: Check, actions: Actions): void;
  /** Puts the keyboard's focus on the title, when the button it was on has gone. */
  focusTitle(): void;
  wait(ms: number): Promise<void>;
};

/** What the person chose in this popup, and what was seen in the page; it lasts as long as the popup is open. */
export type Chosen = { work?: WorkKind; copied?: boolean; found?: Found; strangers?: readonly string[] };

/** The popup as it stands. */
export type Now = { view: PopupView; check: Check; chosen: Chosen };

/** A popup at work: how it stands, what is around it, and how it is drawn again, as it is or from what is stored by now. */
export type Running = { now: Now; around: Surroundings; show(): void; reload(): Promise<void> };
