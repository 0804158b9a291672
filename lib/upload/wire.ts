/**
 * The wire between the two worlds of a page: one half of a MessageChannel, used as an event target that both worlds hold and no
 * page script can reach. It is handed over at document_start, before the page's first script, as the `source` of an event:
 * unlike `postMessage` that happens at once, so there is nothing to overhear. Both halves stay where they were made.
 *
 * Every event on the wire is dispatched synchronously:
 * - ADOPT   hooks -> guard: `relatedTarget` is the root of a tree that `window` does not hear; the guard listens there from now on.
 * - LEAVING hooks -> guard: `data` describes an upload in clear text (see `question.ts`). Prevented: free to go, now. Not
 *                    prevented, also because nobody listens any more: held until ANSWER, or for ever.
 * - ANSWER  guard -> hooks: `data` is `<id> send` or `<id> keep`.
 * - PATHS   guard -> hooks: `relatedTarget` is an input with files of a folder, `pointerType` their paths, a NUL between two. (A pointer
 *                    event carries a node and a text, and no object that the other world would see a copy of.)
 */
export const HELLO = 'mw-hello';
export const OFFER = 'mw-offer';
export const TAKEN = 'taken';
export const ADOPT = 'adopt';
export const LEAVING = 'leaving';
export const ANSWER = 'answer';
export const PATHS = 'paths';
