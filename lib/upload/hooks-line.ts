import { type Question, readQuestion } from './question.ts';
import { ADOPT, ANSWER, HELLO, LEAVING, OFFER, PATHS, TAKEN } from './wire.ts';

/** What the page hooks ask of the guard. */
export type Desk = {
  adopt(root: EventTarget): void;
  /** Is this upload free to go without asking anybody? */
  isFree(question: Question): boolean;
  /** Asks the person. */
  ask(question: Question): Promise<boolean>;
};

/**
 * The guard's end of the wire (see `wire.ts`). Offers it to the page hooks, now or when they say hello, until they have taken it or
 * the page's own scripts may have begun: after that a hello would be the page's. `isTaken` says whether the hooks are there.
 * `tellPaths` tells them where in a folder the files of an input were: only they can make the page's `File` objects say so.
 */
export function openLine(desk: Desk): {
  isTaken(): boolean;
  tellPaths(input: HTMLInputElement, paths: string[]): void;
} {
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
    if (desk.isFree(question)) return event.preventDefault();
    void desk.ask(question).then((send) => {
      wire.dispatchEvent(new MessageEvent(ANSWER, { data: `${question.id} ${send ? 'send' : 'keep'}` }));
    });
  });

  function offer(event?: Event): void {
    event?.stopImmediatePropagation();
    if (taken || document.scripts.length > 0) return;
    window.dispatchEvent(new MessageEvent(OFFER, { source: wire }));
  }

  window.addEventListener(HELLO, offer, true);
  offer();
  return {
    isTaken: () => taken,
    tellPaths: (input, paths) => {
      if (paths.every((path) => path === '')) return;
      wire.dispatchEvent(new PointerEvent(PATHS, { relatedTarget: input, pointerType: paths.join('\0') }));
    },
  };
}
