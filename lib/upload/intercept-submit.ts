import { captured } from './capturing.ts';
import type { VettingDesk } from './desk.ts';
import { fillQuietly } from './fill-input.ts';
import { clearTextAction, eachChosen, fileAction, formFileNames, takeOutForNow } from './form-target.ts';
import { uncurry } from './hooks/natives.ts';
import type { Line } from './hooks-line.ts';
import { isForm } from './kinds.ts';
import type { Question } from './question.ts';

/** `mayLeave` answers at once when nobody needs to be asked; `noteSent` is told of the address that files of a form leave for. */
export type Leaving = {
  mayLeave(question: Question): boolean | Promise<boolean>;
  noteSent(url: string): void;
};

const requestSubmit = captured(() => uncurry(HTMLFormElement.prototype.requestSubmit));

/**
 * Listens to `submit`: a form with files that a script has put there without a word is held until they are vetted; a form that would post
 * in clear text is held, and submitted again when it may leave. The page's own listeners
 * come later and may give the form another address; `formdata` comes after them, so there it is looked at once more. That event cannot
 * be cancelled, but a form that has left its document by then is not sent.
 */
export function interceptSubmit(
  { mayLeave, noteSent }: Leaving,
  desk: VettingDesk,
  line: Pick<Line, 'tellFilled'>,
) {
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
      const raw = rawInputs(form, desk);
      if (raw.length > 0) {
        event.preventDefault();
        event.stopImmediatePropagation();
        void vetInputs(raw, desk, line).then((isWhole) => {
          if (isWhole) requestSubmit(form, event.submitter?.isConnected ? event.submitter : null);
        });
        return;
      }
      if (!holds(form, event.submitter)) return void submitting.set(form, event);
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    onFormData(event: FormDataEvent): void {
      const [form] = event.composedPath();
      const submit = isForm(form) ? submitting.get(form) : undefined;
      if (!isForm(form) || !submit) return;
      submitting.delete(form);
      if (submit.defaultPrevented) return;
      if (holds(form, submit.submitter)) return void takeOutForNow(form);
      const to = fileAction(form, submit.submitter);
      // A page may make its own request of the form, and stop this one afterwards.
      if (to) setTimeout(() => submit.defaultPrevented || noteSent(to));
    },
  };
}

type RawInput = { input: HTMLInputElement; files: File[] };

function rawInputs(form: HTMLFormElement, desk: VettingDesk): RawInput[] {
  const raw: RawInput[] = [];
  eachChosen(form, (input, list) => {
    const files = Array.from(list);
    if (!desk.areVetted(files)) raw.push({ input, files });
  });
  return raw;
}

/** Puts the clean files in the place of the raw ones; false when one is kept back. */
async function vetInputs(
  raw: RawInput[],
  desk: VettingDesk,
  line: Pick<Line, 'tellFilled'>,
): Promise<boolean> {
  for (const { input, files } of raw) {
    const back = await desk.vetTray(files.map((file) => ({ file, reason: 'sent' as const })));
    const clean = back.filter((file) => file !== null);
    if (clean.length < files.length) return false;
    fillQuietly(input, clean, desk, line);
  }
  return true;
}
