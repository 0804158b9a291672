import { t } from '../../i18n.ts';
import type { LedgerEntry } from '../../store/types.ts';
import { FINDING_KINDS, type FindingKind } from '../../strip/types.ts';
import { oddityLine } from '../../words/address.ts';
import { listOf } from './lists.ts';

type FileLine = Extract<LedgerEntry, { type: 'file' }>;
type UploadLine = Extract<LedgerEntry, { type: 'upload' }>;
type DownloadLine = Extract<LedgerEntry, { type: 'download' }>;

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

/** What became of an upload, in words, and what is odd about the address. What went to a double is no better for being encrypted. */
export function describeUpload(entry: UploadLine): Described {
  const { odd = [], outcome } = entry;
  const { tone, text } = describeWay(entry);
  const isDouble = odd.some(({ id }) => id === 'looks_like' || id === 'bears_name');
  return {
    tone: isDouble && outcome === 'sent' ? 'bad' : tone,
    text: [text, ...odd.map(oddityLine)].join(' '),
  };
}

function describeWay(entry: UploadLine): Described {
  const { encrypted, outcome } = entry;
  const kept = outcome === 'kept';
  if (entry.by === 'worker') return { tone: 'good', text: t('ledger_sent_by_worker', placeOf(entry)) };
  if (entry.local) return { tone: 'good', text: t('ledger_stayed_here') };
  if (encrypted && !kept) return { tone: 'good', text: t('ledger_sent_encrypted', placeOf(entry)) };
  if (encrypted) return { tone: 'held', text: t('ledger_stopped_kept') };
  return { tone: kept ? 'held' : 'bad', text: t(kept ? 'ledger_clear_kept' : 'ledger_clear_sent') };
}

/** Whose computer it went to: the cloud storage by its name and region, the site's own, or another company's. */
function placeOf({ provider, region, party }: UploadLine): string {
  if (provider) return region ? t('ledger_cloud_region', provider, region) : provider;
  return t(party === 'third' ? 'ledger_third_party' : 'ledger_first_party');
}

/** What became of a downloaded model, in words. */
export function describeDownload({ folder, filed }: DownloadLine): Described {
  return { tone: 'good', text: t(filed ? 'ledger_filed' : 'ledger_to_file', folder) };
}

/** What became of whatever an entry is about, in words. */
export function describeEntry(entry: LedgerEntry): Described {
  switch (entry.type) {
    case 'file':
      return describeFile(entry);
    case 'upload':
      return describeUpload(entry);
    case 'download':
      return describeDownload(entry);
  }
}

/** The ledger knows no places and no values, only kinds. Their words are taken by their keys: the popup does without the stripper's list. */
function removedWords(kinds: FileLine['removed']): string {
  const known = FINDING_KINDS.filter((kind) => kinds.includes(kind));
  return listOf(known.map(kindWords)) || t('ledger_hidden_data');
}

function kindWords(kind: FindingKind): string {
  return kind === 'other' ? t('strip_kind_rest') : t(`strip_kind_${kind}`);
}

function heldBecause(status: FileLine['status']): string {
  if (status === 'damaged') return t('ledger_held_damaged');
  if (status === 'unsupported') return t('ledger_held_unsupported');
  return t('ledger_held');
}
