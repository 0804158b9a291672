import { t } from '../../i18n.ts';
import type { LedgerEntry } from '../../store/types.ts';
import { removedInWords } from '../../words/strip.ts';
import { listOf } from './lists.ts';

type FileLine = Extract<LedgerEntry, { type: 'file' }>;
type UploadLine = Extract<LedgerEntry, { type: 'upload' }>;

/** `bad`: something may have got out. `held`: stopped, nothing left. `good`: safe. */
export type Described = { tone: 'good' | 'held' | 'bad'; text: string };

/** What became of a file, in words. */
export function describeFile({ outcome, status, removed, removedBytes }: FileLine): Described {
  switch (outcome) {
    case 'cleaned':
      return { tone: 'good', text: t('ledger_removed', removedWords(removed)) };
    case 'passed':
      return { tone: 'good', text: t('ledger_passed') };
    case 'held':
      return { tone: 'held', text: heldBecause(status) };
    case 'sent-anyway':
      return removedBytes > 0
        ? { tone: 'held', text: t('ledger_damaged_cleaned') }
        : { tone: 'bad', text: t('ledger_given') };
  }
}

/** What became of a held upload, in words. */
export function describeUpload({ encrypted, outcome }: UploadLine): Described {
  const kept = outcome === 'kept';
  if (encrypted)
    return { tone: kept ? 'held' : 'bad', text: t(kept ? 'ledger_stopped_kept' : 'ledger_stopped_sent') };
  return { tone: kept ? 'held' : 'bad', text: t(kept ? 'ledger_clear_kept' : 'ledger_clear_sent') };
}

function removedWords(kinds: FileLine['removed']): string {
  // The ledger knows no places and no values, only kinds.
  const known = kinds.map((kind) => ({ kind, where: '' }));
  return listOf(removedInWords(known)) || t('ledger_hidden_data');
}

function heldBecause(status: FileLine['status']): string {
  if (status === 'damaged') return t('ledger_held_damaged');
  if (status === 'unsupported') return t('ledger_held_unsupported');
  return t('ledger_held');
}
