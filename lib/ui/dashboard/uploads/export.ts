import type { LedgerEntry } from '../../../store/types.ts';
import { siteName } from '../site-names.ts';

const COLUMNS = [
  'time',
  'site',
  'kind',
  'name',
  'format',
  'bytes',
  'outcome',
  'removed',
  'removed bytes',
  'host',
  'provider',
  'region',
  'encrypted',
  'odd',
  'folder',
] as const;

type Record = Partial<{ [Column in (typeof COLUMNS)[number]]: string | number | boolean }>;

/** The ledger as CSV (RFC 4180), with a byte order mark, without which spreadsheets take it for another encoding. */
export function asCsv(entries: readonly LedgerEntry[]): Blob {
  const rows = entries.map(recordOf).map((record) => COLUMNS.map((column) => cell(record[column] ?? '')));
  const lines = [[...COLUMNS], ...rows].map((row) => `${row.join(',')}\r\n`);
  return new Blob(['\ufeff', ...lines], { type: 'text/csv' });
}

/** The ledger as JSON: the same columns. */
export function asJson(entries: readonly LedgerEntry[]): Blob {
  return new Blob([JSON.stringify(entries.map(recordOf), null, 2)], { type: 'application/json' });
}

function recordOf(entry: LedgerEntry): Record {
  const common = { time: new Date(entry.at).toISOString(), site: siteName(entry.site), kind: entry.type };
  if (entry.type === 'upload')
    return {
      ...common,
      host: entry.host,
      provider: entry.provider,
      region: entry.region,
      encrypted: entry.encrypted,
      odd: entry.odd?.map(({ id, about }) => (about === undefined ? id : `${id} ${about}`)).join('; '),
      outcome: entry.outcome,
    };
  if (entry.type === 'download')
    return { ...common, name: entry.name, folder: entry.folder, outcome: entry.filed ? 'filed' : 'to file' };
  const { name, format, size, outcome, removed, removedBytes } = entry;
  return {
    ...common,
    name,
    format,
    bytes: size,
    outcome,
    removed: removed.join(' '),
    'removed bytes': removedBytes,
  };
}

/** A file's name is the page's word: one that begins like a formula must not become one in a spreadsheet. */
function cell(value: string | number | boolean): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
