import { folderFor } from '../../../downloads/place.ts';
import type { LedgerEntry, Reminder } from '../../../store/types.ts';
import { type Described, describeEntry } from '../../words/ledger.ts';
import { siteName } from '../site-names.ts';

/** An entry of the ledger as it is shown: what it is of, and what became of it. */
export type Line = { entry: LedgerEntry; name: string; site: string } & Described;

export const OUTCOMES = ['good', 'held', 'bad'] as const satisfies readonly Described['tone'][];

/** What is to be shown of the ledger; '' stands for everything. */
export type Wanted = {
  site: string;
  kind: LedgerEntry['type'] | '';
  tone: Described['tone'] | '';
  text: string;
};

export const EVERYTHING: Wanted = { site: '', kind: '', tone: '', text: '' };

/** How many entries a page of the list has. */
export const PAGE = 100;

export function lineOf(entry: LedgerEntry): Line {
  const name = entry.type === 'upload' ? entry.host : entry.name;
  return { entry, name, site: siteName(entry.site), ...describeEntry(entry) };
}

/** Does a line fit all that is asked for? Text is looked for in names, sites and in what became of it. */
export function fits({ entry, name, site, tone, text }: Line, wanted: Wanted): boolean {
  const typed = wanted.text.trim().toLowerCase();
  return (
    (wanted.site === '' || entry.site === wanted.site) &&
    (wanted.kind === '' || entry.type === wanted.kind) &&
    (wanted.tone === '' || tone === wanted.tone) &&
    [name, site, text].some((each) => each.toLowerCase().includes(typed))
  );
}

/**
 * Where models that were downloaded from this site for this project belong, when they are not there: not every browser lets an extension
 * put them there. undefined when there are none.
 */
export function placeToFile(
  entries: readonly LedgerEntry[],
  { site, project }: Pick<Reminder, 'site' | 'project'>,
): string | undefined {
  const folder = folderFor(project);
  const isLeft = (entry: LedgerEntry) =>
    entry.type === 'download' && !entry.filed && entry.site === site && entry.folder === folder;
  return folder !== null && entries.some(isLeft) ? folder : undefined;
}

/** The part of the list that a page shows, `page` counting from 0; a page beyond the end is the last one. */
export function pageOf<T>(
  lines: readonly T[],
  page: number,
): { shown: readonly T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(lines.length / PAGE));
  const at = Math.min(page, pages - 1);
  return { shown: lines.slice(at * PAGE, (at + 1) * PAGE), page: at, pages };
}

/** The sites that the ledger knows, by their names. */
export function sitesIn(lines: readonly Line[]): { id: string; name: string }[] {
  const names = new Map(lines.map(({ entry, site }) => [entry.site, site]));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}
