import { captured } from './capturing.ts';
import { absoluteUrl, attributeOf, baseUriOf, clearTextUrl, getter, uncurry } from './hooks/natives.ts';

const fieldsOf = captured(() => getter(HTMLFormElement.prototype, 'elements'));
const filesOf = captured(() => getter(HTMLInputElement.prototype, 'files'));
const urlOf = captured(() => getter(Document.prototype, 'URL'));
const parentOf = captured(() => getter(Node.prototype, 'parentNode'));
const lower = uncurry(String.prototype.toLowerCase);

/**
 * Where a form would upload to in clear text. Null when it is encrypted, or uploads nothing: a search by GET is no more than a link,
 * unless files are chosen, whose names would go.
 */
export function clearTextAction(form: HTMLFormElement, submitter: HTMLElement | null): string | null {
  const method = methodOf(form, submitter);
  if (method === 'dialog' || (method !== 'post' && formFileNames(form).length === 0)) return null;
  return clearTextUrl(actionOf(form, submitter), baseUriOf(form));
}

/** Where the files that are chosen in a form would go; null when none are, or none of them are sent. */
export function fileAction(form: HTMLFormElement, submitter: HTMLElement | null): string | null {
  if (methodOf(form, submitter) !== 'post' || formFileNames(form).length === 0) return null;
  return absoluteUrl(actionOf(form, submitter), baseUriOf(form));
}

/**
 * The submitter's `formaction` and `formmethod` come before the form's own (HTML, "form submission algorithm"). Attributes are read past
 * the form's fields: a field named "action" hides `form.action`.
 */
function actionOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  return (
    ((submitter && attributeOf(submitter, 'formaction')) ?? attributeOf(form, 'action')) || urlOf(document)
  );
}

function methodOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  return lower((submitter && attributeOf(submitter, 'formmethod')) ?? attributeOf(form, 'method') ?? '');
}

/**
 * Until the present task is over the form is not in its document, and such a form "cannot navigate". It is the only thing that both
 * browsers still look at after `formdata`.
 */
export function takeOutForNow(form: HTMLFormElement): void {
  const place = new Comment();
  parentOf(form)?.replaceChild(place, form);
  setTimeout(() => place.replaceWith(form));
}

/** Names of the files chosen in a form. */
export function formFileNames(form: HTMLFormElement): string[] {
  const names: string[] = [];
  eachChosen(form, (_, files) => {
    for (let j = 0; j < files.length; j++) names[names.length] = files[j]?.name ?? '';
  });
  return names;
}

/** Visits the file inputs of a form in which something is chosen. */
export function eachChosen(
  form: HTMLFormElement,
  visit: (input: HTMLInputElement, files: FileList) => void,
): void {
  const fields = fieldsOf(form);
  for (let i = 0; i < fields.length; i++) {
    const files = chosen(fields[i]);
    if (files && files.length > 0) visit(fields[i] as HTMLInputElement, files);
  }
}

function chosen(field: unknown): FileList | null {
  try {
    return filesOf(field as HTMLInputElement);
  } catch {
    return null;
  }
}
