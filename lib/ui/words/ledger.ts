import type { LedgerEntry } from '../../store/types.ts';
import { inWords } from '../../strip/words.ts';
import { listOf } from './lists.ts';

type FileLine = Extract<LedgerEntry, { type: 'file' }>;
type UploadLine = Extract<LedgerEntry, { type: 'upload' }>;

/** `bad`: something may have got out. `held`: stopped, nothing left. `good`: safe. */
export type Described = { tone: 'good' | 'held' | 'bad'; text: string };

/** What became of a file, in words. */
export function describeFile({ outcome, status, removed, removedBytes }: FileLine): Described {
  switch (outcome) {
    case 'cleaned':
      return { tone: 'good', text: `Removed: ${removedWords(removed)}.` };
    case 'passed':
      return { tone: 'good', text: 'Nothing private found. Passed on as it was.' };
    case 'held':
      return { tone: 'held', text: `Held. ${heldBecause(status)} The page did not get it.` };
    case 'sent-anyway':
      return removedBytes > 0
        ? {
            tone: 'held',
            text: 'Damaged. What is left of it was cleaned and given to the page, as you said.',
          }
        : { tone: 'bad', text: 'Given to the page as it was, because you said so.' };
  }
}

/** What became of a held upload, in words. */
export function describeUpload({ encrypted, outcome }: UploadLine): Described {
  const why = encrypted ? 'Stopped.' : 'Not encrypted.';
  return outcome === 'kept'
    ? { tone: 'held', text: `${why} Nothing was sent.` }
    : { tone: 'bad', text: `${why} Sent, because you said so.` };
}

function removedWords(kinds: FileLine['removed']): string {
  // The ledger knows no places and no values, only kinds.
  const known = kinds.map((kind) => ({ kind, where: '' }));
  return listOf(inWords(known)) || 'hidden data';
}

function heldBecause(status: FileLine['status']): string {
  if (status === 'damaged') return 'The file is damaged.';
  if (status === 'unsupported') return 'Meshwarden cannot clean this kind of file.';
  return 'It could not be cleaned.';
}
