import { type MessageKey, t } from '../i18n.ts';

/** What can be wrong with the store, as far as a person can do something about it. */
export type StoreTrouble = 'blocked' | 'full' | 'newer' | 'damaged';

const SENTENCES: Record<StoreTrouble, MessageKey> = {
  blocked: 'store_blocked',
  full: 'store_full',
  newer: 'store_newer',
  damaged: 'store_damaged',
};

/** The store could not be read or written. `message` is a sentence for the person; `cause` the browser's own error. */
export class StoreProblem extends Error {
  readonly trouble: StoreTrouble;

  constructor(trouble: StoreTrouble, cause?: unknown) {
    super(t(SENTENCES[trouble]), { cause });
    this.name = 'StoreProblem';
    this.trouble = trouble;
  }
}

/** Names of the browser's own errors (Indexed Database API 3.0, section 3.13 "Exceptions"). Whatever else it says is damage. */
const TROUBLES: Record<string, StoreTrouble> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
};

/** The problem that an error of IndexedDB stands for. A StoreProblem stays what it is. */
export function storeProblem(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return new StoreProblem(TROUBLES[name] ?? 'damaged', error);
}
