import { clearTextAction, formFileNames } from './form-target.ts';
import { uncurry } from './hooks/natives.ts';
import { isForm } from './kinds.ts';
import type { Question } from './question.ts';

/** Answers at once when nobody needs to be asked. */
export type MayLeave = (question: Question) => boolean | Promise<boolean>;

const requestSubmit = uncurry(HTMLFormElement.prototype.requestSubmit);

/** Listens to `submit`: a form that would post in clear text is held, and submitted again when it may leave. */
export function interceptSubmit(mayLeave: MayLeave): (event: SubmitEvent) => void {
  const released = new WeakMap<HTMLFormElement, string>();

  function submitAgain(form: HTMLFormElement, submitter: HTMLElement | null, url: string): void {
    released.set(form, url);
    requestSubmit(form, submitter?.isConnected ? submitter : null);
    released.delete(form);
  }

  return (event) => {
    const [form] = event.composedPath();
    if (!isForm(form)) return;
    const { submitter } = event;
    const url = clearTextAction(form, submitter);
    if (!url || released.get(form) === url) return;
    const answer = mayLeave({ id: 'form', route: 'form', url, files: formFileNames(form) });
    if (answer === true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void Promise.resolve(answer).then((send) => send && submitAgain(form, submitter, url));
  };
}
