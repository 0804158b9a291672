import { type AlignedRow, alignVersions } from '../../../policy/compare/align.ts';
import type { PolicyText } from '../../../policy/types.ts';
import { snapshots } from '../../../store/index.ts';
import type { Snapshot, StoredChange } from '../../../store/types.ts';

/** The two versions that a change lies between. */
export type Versions = { before: Snapshot; after: Snapshot };

/** Finds them among the kept versions, newest first; undefined when they are no longer kept. */
export function versionsOf({ foundAt }: StoredChange, kept: readonly Snapshot[]): Versions | undefined {
  const at = kept.findIndex(({ firstSeen }) => firstSeen === foundAt);
  const [after, before] = [kept[at], kept[at + 1]];
  return at >= 0 && after && before ? { before, after } : undefined;
}

/** Reads the two versions of a change from the store. */
export async function readVersions(change: StoredChange): Promise<Versions | undefined> {
  return versionsOf(change, await snapshots(change.site, change.kind));
}

/** What is shown of the whole text: rows with a change, with a row around them, and between them those left out. `at`: which row it is. */
export type PlacedRow = AlignedRow & { at: number };
export type Shown = PlacedRow | { leftOut: PlacedRow[]; at: number };

const AROUND = 1;

/** The two texts beside each other, with what stayed folded away. */
export function folded(before: PolicyText, after: PolicyText): Shown[] {
  const rows = alignVersions(before, after).map((row, at) => ({ ...row, at }));
  const isNear = (at: number) =>
    rows.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same');
  const shown: Shown[] = [];
  for (const row of rows) {
    const last = shown.at(-1);
    if (isNear(row.at)) shown.push(row);
    else if (last && 'leftOut' in last) last.leftOut.push(row);
    else shown.push({ leftOut: [row], at: row.at });
  }
  return shown;
}
