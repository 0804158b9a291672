/** How an upload leaves: what the dialog can say about it. */
export const ROUTES = ['form', 'fetch', 'xhr', 'sync-xhr', 'beacon', 'socket', 'redirect'] as const;
export type Route = (typeof ROUTES)[number];

/** An upload in clear text, as the page hooks describe it. `files` are names, as far as they are known. */
export type Question = { id: string; route: Route; url: string; files: string[] };

/**
 * A question as one string, a field a line: the page can bend `JSON.stringify` and array methods, it cannot bend `+`. Line breaks in
 * file names come out as further names; the dialog is the only reader.
 */
export function writeQuestion({ id, route, url, files }: Question): string {
  let text = `${id}\n${route}\n${url}`;
  for (let i = 0; i < files.length; i++) text += `\n${files[i]}`;
  return text;
}

/** The question that `writeQuestion` wrote; null for anything else. */
export function readQuestion(text: unknown): Question | null {
  if (typeof text !== 'string') return null;
  const [id, route, url, ...files] = text.split('\n');
  const known = ROUTES.find((each) => each === route);
  return id && known && url ? { id, route: known, url, files } : null;
}
