import { clearTextAction, formFileNames, takeOutForNow } from './form-target.ts';
import { uncurry } from './hooks/natives.ts';
import { isForm } from './kinds.ts';
import type { Question } from './question.ts';

/** Answers at once when nobody needs to be asked. */
export type MayLeave = (question: Question) => boolean | Promise<boolean>;

const requestSubmit = uncurry(HTMLFormElement.prototype.requestSubmit);

/**
 * Listens to `submit`: a form that would post in clear text is held, and submitted again when it may leave. The page's own listeners
 * come later and may give the form another address; `formdata` comes after them, so there it is looked at once more. That event cannot
 * be cancelled, but a form that has left its document by then is not sent.
 */
export function interceptSubmit(mayLeave: MayLeave) {
  const released = new WeakMap<HTMLFormElement, string>();
  const submitting = new WeakMap<HTMLFormElement, SubmitEvent>();

  function submitAgain(form: HTMLFormElement, submitter: HTMLElement | null, url: string): void {
    released.set(form, url);
    requestSubmit(form, submitter?.isConnected ? submitter : null);
    released.delete(form);
  }

  /** Is this form to be held now? If so the person is asked, and it comes again. */
  function holds(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
    const url = clearTextAction(form, submitter);
    if (!url || released.get(form) === url) return false;
    const answer = mayLeave({ id: 'form', route: 'form', url, files: formFileNames(form) });
    if (answer === true) return false;
    void Promise.resolve(answer).then((send) => send && submitAgain(form, submitter, url));
    return true;
  }

  return {
    onSubmit(event: SubmitEvent): void {
      const [form] = event.composedPath();
      if (!isForm(form)) return;
      if (!holds(form, event.submitter)) return void submitting.set(form, event);
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    onFormData(event: FormDataEvent): void {
      const [form] = event.composedPath();
      const submit = isForm(form) ? submitting.get(form) : undefined;
      if (!isForm(form) || !submit) return;
      submitting.delete(form);
      if (!submit.defaultPrevented && holds(form, submit.submitter)) takeOutForNow(form);
    },
  };
}
