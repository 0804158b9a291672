import type { Column, Sorting } from './columns.ts';

type Props<Row> = { column: Column<Row>; sorting?: Sorting; onSort?(column: string): void };

/** The head of a column: a button where the table can be sorted by it (ARIA Authoring Practices, "Sortable Table"). */
export function SortHeader<Row>({ column: { id, name, value, isNameless }, sorting, onSort }: Props<Row>) {
  const isSortable = value !== undefined && onSort !== undefined;
  return (
    <th
      scope="col"
      class={`cell-${id}`}
      {...{ role: 'columnheader' }}
      aria-sort={isSortable ? directionOf(id, sorting) : undefined}
    >
      {isSortable ? (
        <button type="button" class="sort" onClick={() => onSort(id)}>
          {name}
          <svg viewBox="0 0 10 12" aria-hidden="true" focusable="false">
            <path class="sort-up" d="M5 0 9 5H1z" />
            <path class="sort-down" d="M5 12 1 7h8z" />
          </svg>
        </button>
      ) : (
        <span class={isNameless ? 'sr' : undefined}>{name}</span>
      )}
    </th>
  );
}

function directionOf(column: string, sorting?: Sorting): 'ascending' | 'descending' | 'none' {
  if (sorting?.by !== column) return 'none';
  return sorting.down ? 'descending' : 'ascending';
}
