/**
 * The wire between the two worlds of a page: one half of a MessageChannel, used as an event target that both worlds hold and no
 * page script can reach. It is handed over at document_start, before the page's first script, as the `source` of an event:
 * unlike `postMessage` that happens at once, so there is nothing to overhear. Both halves stay where they were made.
 *
 * Every event on the wire is dispatched synchronously. Files cross in a DataTransfer that the page hooks have made (a tray): both
 * worlds see one and the same, and nobody else has it.
 * - ADOPT   hooks -> guard: `relatedTarget` is the root of a tree that `window` does not hear; the guard listens there from now on.
 * - LEAVING hooks -> guard: `data` describes an upload in clear text (see `question.ts`). Prevented: free to go, now. Not
 *                    prevented, also because nobody listens any more: held until ANSWER, or for ever.
 * - ANSWER  guard -> hooks: `data` is `<id> send` or `<id> keep`.
 * - SENT    hooks -> guard: `data` is the address, as the page gave it, of an encrypted upload with a file in it, which leaves now.
 * - VET     hooks -> guard: `dataTransfer` is a tray of files, `data` is `<id> <a letter of REASONS for each>`. Prevented: all of them
 *                    are known as clean. Else they are held until VETTED, or for ever.
 * - VETTED  guard -> hooks: `data` is `<id> <a letter of FATES for each>`. The new ones are on the tray now, in order.
 * - FILLED  guard -> hooks: `relatedTarget` is an input with clean files in it, `pointerType` says where in a folder they were, a NUL
 *                    between two. (A pointer event carries a node and a text, and no object that the other world would see a copy of.)
 * - TAKEN_UP guard -> hooks: `dataTransfer` is what was dropped or pasted, while its event is under way.
 * - SET_DOWN guard -> hooks: `dataTransfer` is what the page gets of the one before; `data` says the place that each of its files had.
 */
export const HELLO = 'mw-hello';
export const OFFER = 'mw-offer';
export const TAKEN = 'taken';
export const ADOPT = 'adopt';
export const LEAVING = 'leaving';
export const ANSWER = 'answer';
export const SENT = 'sent';
export const VET = 'vet';
export const VETTED = 'vetted';
export const FILLED = 'filled';
export const TAKEN_UP = 'taken-up';
export const SET_DOWN = 'set-down';

/**
 * Why a file is on a tray: the person chose it; the page sends it and nobody has looked at it; the page sends these bytes, which may
 * be a file; or it is sent by a request that cannot wait, and is lost if it is not clean.
 */
export const REASONS = { chosen: 'p', sent: 'f', bytes: 'r', late: 'l' } as const;
export type Reason = keyof typeof REASONS;

/** What became of a file on a tray: it was clean, there is a new one, or it is kept back. */
export const FATES = { clean: 'c', cleaned: 'n', kept: 'x' } as const;
