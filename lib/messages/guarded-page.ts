/** From a guarded page. Which site it is, is taken from `sender`. */
import { FINDING_KINDS, FORMATS } from '../strip/types.ts';
import { ODDITIES, type Oddity } from '../upload/remarks.ts';
import type { FileOutcome, VettedFile } from '../upload/types.ts';
import { isCount, isOneOf, isText, record, type Unknown } from './checks.ts';
import { MAX_FILES, MAX_HOST, MAX_NAME } from './limits.ts';

/** The guard is up in this frame. */
export type GuardReady = { type: 'guard-ready'; limited: boolean };
/** Files were vetted (cleaned, passed, held). Kinds of findings only, never values. */
export type FilesVetted = { type: 'files-vetted'; files: VettedFile[] };
/** An upload to an unencrypted endpoint was held, and what the person decided. `odd` is what is odd about its address. */
export type UploadHeld = { type: 'upload-held'; host: string; odd: Oddity[]; outcome: 'kept' | 'sent' };

/** An upload with a file in it left for this host: encrypted, or `local`, which never leaves this computer. */
export type UploadSent = { type: 'upload-sent'; host: string; odd: Oddity[]; local: boolean };

export type PageMessage = GuardReady | FilesVetted | UploadHeld | UploadSent;

const STATUSES = ['clean', 'stripped', 'unsupported', 'damaged'] as const;
const OUTCOMES = ['passed', 'cleaned', 'held', 'sent-anyway'] as const satisfies readonly FileOutcome[];

/** A message of a guarded page, rebuilt field by field; null when it is not one. */
export function pageMessage(value: unknown): PageMessage | null {
  const v = record(value);
  switch (v?.type) {
    case 'guard-ready':
      return typeof v.limited === 'boolean' ? { type: 'guard-ready', limited: v.limited } : null;
    case 'files-vetted':
      return filesVetted(v);
    case 'upload-sent':
      return isText(v.host, MAX_HOST) && areOddities(v.odd) && typeof v.local === 'boolean'
        ? { type: 'upload-sent', host: v.host, odd: v.odd.map(oddity), local: v.local }
        : null;
    case 'upload-held':
      return isText(v.host, MAX_HOST) && areOddities(v.odd) && isOneOf(v.outcome, ['kept', 'sent'] as const)
        ? { type: 'upload-held', host: v.host, odd: v.odd.map(oddity), outcome: v.outcome }
        : null;
    default:
      return null;
  }
}

function filesVetted(v: Unknown): FilesVetted | null {
  if (!Array.isArray(v.files) || v.files.length === 0 || v.files.length > MAX_FILES) return null;
  const files: VettedFile[] = [];
  for (const each of v.files) {
    const file = vettedFile(each);
    if (!file) return null;
    files.push(file);
  }
  return { type: 'files-vetted', files };
}

function vettedFile(value: unknown): VettedFile | null {
  const v = record(value);
  if (!v) return null;
  const fits =
    isText(v.name, MAX_NAME) &&
    isOneOf(v.format, FORMATS) &&
    isOneOf(v.status, STATUSES) &&
    isCount(v.size) &&
    isCount(v.removedBytes) &&
    isOneOf(v.outcome, OUTCOMES) &&
    Array.isArray(v.removed) &&
    v.removed.length <= FINDING_KINDS.length &&
    v.removed.every((kind) => isOneOf(kind, FINDING_KINDS));
  if (!fits) return null;
  const { name, format, status, size, removedBytes, outcome, removed } = v as VettedFile;
  return { name, format, status, size, removedBytes, outcome, removed: [...removed] };
}

function areOddities(value: unknown): value is Oddity[] {
  const fits = (each: Unknown | null) =>
    isOneOf(each?.id, ODDITIES) && (each?.about === undefined || isText(each.about, MAX_HOST));
  return Array.isArray(value) && value.length <= ODDITIES.length && value.every((each) => fits(record(each)));
}

function oddity({ id, about }: Oddity): Oddity {
  return about === undefined ? { id } : { id, about };
}
