import { type MessageKey, t, tn } from '../i18n.ts';
import type { StripResult } from '../strip/types.ts';
import { removedInWords, stripText } from '../words/strip.ts';
import type { Question, Route } from './question.ts';

/** "Location (51.5014, -0.1419), camera serial number, preview image: removed" */
export function removedLine(result: StripResult): string {
  return t('guard_removed', foundLine(result));
}

/** "Location (51.5014, -0.1419), camera serial number, preview image" */
export function foundLine({ findings }: StripResult): string {
  const line = removedInWords(findings).join(', ') || t('guard_hidden_data');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

const LONGEST_NAME = 60;

/**
 * A file name as it is shown: what turns the direction of writing or breaks the line is left out, or a name could speak for the dialog.
 * Of a long one the beginning and the ending stay.
 */
export function shownName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, '');
  if (plain.length <= LONGEST_NAME) return plain;
  return `${plain.slice(0, LONGEST_NAME - 16)}…${plain.slice(-15)}`;
}

/** What is wrong with a file that could not be cleaned, as sentences. */
export function doubtLine({ problems, status, findings }: StripResult): string {
  const wrong = problems.map(stripText).join(' ') || t('guard_unchecked');
  return status === 'damaged' && findings.length > 0
    ? `${wrong} ${removedLine({ findings } as StripResult)}.`
    : wrong;
}

/** "1 file cleaned", "3 files cleaned" */
export function cleanedTitle(count: number): string {
  return tn('files_cleaned', count);
}

const THINGS: Record<Route, MessageKey> = {
  form: 'guard_cargo_form',
  fetch: 'guard_cargo_data',
  xhr: 'guard_cargo_data',
  'sync-xhr': 'guard_cargo_data',
  beacon: 'guard_cargo_data',
  socket: 'guard_cargo_messages',
  redirect: 'guard_cargo_data',
};

/** What an upload carries: "photo.jpg and 2 more files", or "data" when no file is known. */
export function cargo({ route, files }: Question): string {
  const [first, second] = files.slice(0, 2).map(shownName);
  if (!first) return t(THINGS[route]);
  if (files.length > 2) return tn('guard_cargo_more', files.length - 1, first);
  return second ? t('guard_cargo_two', first, second) : first;
}
