import type { TrayFile } from './desk.ts';
import { type Question, readQuestion } from './question.ts';
import { pageView } from './transfer.ts';
import {
  ADOPT,
  ANSWER,
  FATES,
  FILLED,
  HELLO,
  LEAVING,
  OFFER,
  REASONS,
  type Reason,
  SENT,
  SET_DOWN,
  TAKEN,
  TAKEN_UP,
  VET,
  VETTED,
} from './wire.ts';

/** What the page hooks ask of the guard. */
export type Desk = {
  adopt(root: EventTarget): void;
  /** Is this upload free to go without asking anybody? */
  isFree(question: Question): boolean;
  /** Asks the person. */
  ask(question: Question): Promise<boolean>;
  /** An upload with a file in it leaves for this address, without anybody being asked. */
  noteSent(url: string): void;
  areVetted(files: readonly File[]): boolean;
  /** Takes what lies on a tray, gives back in order what may go on; null for what may not. Never rejects. */
  vetTray(files: readonly TrayFile[]): Promise<(File | null)[]>;
};

export type Line = {
  /** Are the hooks there? */
  isTaken(): boolean;
  /** Clean files are in this input, and where in a folder they were. */
  tellFilled(input: HTMLInputElement, paths: string[]): void;
  /** This was dropped or pasted just now. */
  tellTakenUp(load: DataTransfer): void;
  /** The page gets this of it; `places` has the former place of each file. */
  tellSetDown(load: DataTransfer, places: readonly number[]): void;
};

/**
 * The guard's end of the wire (see `wire.ts`). Offers it to the page hooks, now or when they say hello, until they have taken it or
 * the page's own scripts may have begun: after that a hello would be the page's.
 */
export function openLine(desk: Desk): Line {
  const wire = new MessageChannel().port1;
  let taken = false;

  wire.addEventListener(TAKEN, () => {
    taken = true;
    window.removeEventListener(HELLO, offer, true);
  });
  wire.addEventListener(ADOPT, (event) => {
    const root = (event as FocusEvent).relatedTarget;
    if (root) desk.adopt(root);
  });
  wire.addEventListener(LEAVING, (event) => {
    const question = readQuestion((event as MessageEvent).data);
    if (!question) return;
    if (desk.isFree(question)) {
      // Forms are told of where they leave.
      if (question.files.length > 0 && question.route !== 'form') desk.noteSent(question.url);
      return event.preventDefault();
    }
    void desk.ask(question).then((send) => {
      wire.dispatchEvent(new MessageEvent(ANSWER, { data: `${question.id} ${send ? 'send' : 'keep'}` }));
    });
  });
  wire.addEventListener(SENT, (event) => desk.noteSent(`${(event as MessageEvent).data}`));
  wire.addEventListener(VET, (event) => {
    const { dataTransfer: tray, data } = event as InputEvent;
    const [id, letters] = (data ?? '').split(' ');
    if (!tray || !id) return;
    const files = Array.from(tray.files);
    if (desk.areVetted(files)) return event.preventDefault();
    const laid = files.map((file, i) => ({ file, reason: reasonOf(letters?.[i]) }));
    void desk.vetTray(laid).then((back) => {
      replaceOn(tray, back, files);
      const fates = back.map((file, i) => fateOf(file, files[i])).join('');
      wire.dispatchEvent(new MessageEvent(VETTED, { data: `${id} ${fates}` }));
    });
  });

  function offer(event?: Event): void {
    event?.stopImmediatePropagation();
    if (taken || document.scripts.length > 0) return;
    window.dispatchEvent(new MessageEvent(OFFER, { source: wire }));
  }

  window.addEventListener(HELLO, offer, true);
  offer();
  const tellLoad = (type: string, dataTransfer: DataTransfer, data: string) =>
    void wire.dispatchEvent(new InputEvent(type, { dataTransfer, data }));
  return {
    isTaken: () => taken,
    tellFilled: (input, paths) => {
      wire.dispatchEvent(new PointerEvent(FILLED, { relatedTarget: input, pointerType: paths.join('\0') }));
    },
    tellTakenUp: (load) => tellLoad(TAKEN_UP, load, ''),
    tellSetDown: (load, places) => tellLoad(SET_DOWN, load, places.join(' ')),
  };
}

/** An unknown letter is the strictest: the person chose it. */
function reasonOf(letter: string | undefined): Reason {
  return (Object.keys(REASONS) as Reason[]).find((reason) => REASONS[reason] === letter) ?? 'chosen';
}

function fateOf(file: File | null, before: File | undefined): string {
  if (!file) return FATES.kept;
  return file === before ? FATES.clean : FATES.cleaned;
}

/** Leaves on the tray only what is new, put there so that the page's world sees it. */
function replaceOn(tray: DataTransfer, back: readonly (File | null)[], before: readonly File[]): void {
  const { items } = pageView(tray);
  items.clear();
  for (const [i, file] of back.entries()) if (file && file !== before[i]) items.add(file);
}
