import type { ComponentChildren } from 'preact';
import { languageTag } from '../../../i18n.ts';

/** One column of a table. `value` is what it sorts by; a column without it cannot be sorted by. */
export type Column<Row> = {
  id: string;
  name: string;
  /** Undefined where there is nothing to compare: such rows stand last, whichever way is sorted. */
  value?(row: Row): string | number | undefined;
  cell(row: Row): ComponentChildren;
  /** Names the row: the first column, as a rule. */
  isHead?: boolean;
  /** Its name is for screen readers only. */
  isNameless?: boolean;
};

/** By which column, and whether from the highest down. */
export type Sorting = { by: string; down: boolean };

/** The rows in the order asked for; rows that are alike stay in the order they came in. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { by, down }: Sorting,
): Row[] {
  const value = columns.find(({ id }) => id === by)?.value;
  if (!value) return [...rows];
  const { compare } = new Intl.Collator(languageTag(), { numeric: true });
  return rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    const order =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : compare(String(one), String(other));
    return down ? -order : order;
  });
}

/** What a click on the header of `column` asks for: that column, and the other way round when it was it already. */
export function sortedBy(column: string, { by, down }: Sorting): Sorting {
  return { by: column, down: by === column ? !down : false };
}
