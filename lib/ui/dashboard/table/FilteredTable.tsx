import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import { Chips } from '../parts/Chips.tsx';
import { Empty } from '../parts/Empty.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { type Column, type Sorting, sorted, sortedBy } from './columns.ts';
import { DataTable } from './DataTable.tsx';
import { SortField } from './SortField.tsx';

/** Which rows a table shows: by kind, the first in sight, and by what was typed. */
export type Filter<Row, Shown extends string> = {
  kinds: readonly (readonly [Shown, label: string])[];
  first: Shown;
  fits(row: Row, shown: Shown, typed: string): boolean;
};

type Props<Row, Shown extends string> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  filter: Filter<Row, Shown>;
  firstSorting: Sorting;
  idOf(row: Row): string;
  /** The id of the row that the address names: it is shown whatever the filter says. */
  opened?: string;
  /** What stands below that row. */
  details(row: Row): ComponentChildren;
};

/** A table of sites with its search, its filter and its order. */
export function FilteredTable<Row, Shown extends string>(props: Props<Row, Shown>) {
  const { caption, columns, rows, filter, firstSorting, idOf, opened, details } = props;
  const [shown, show] = useState(filter.first);
  const [typed, type] = useState('');
  const [sorting, sort] = useState(firstSorting);
  const isOpen = (row: Row) => idOf(row) === opened;
  const fitting = rows.filter((row) => filter.fits(row, shown, typed) || isOpen(row));
  return (
    <>
      <div class="tools">
        <SearchField label={t('dash_search_sites')} typed={typed} onType={type} />
        <Chips<Shown>
          name="shown"
          legend={t('dash_show')}
          options={filter.kinds}
          chosen={shown}
          onChoose={show}
        />
        <SortField columns={columns} sorting={sorting} onSort={sort} />
        <p class="soft tools-end" role="status">
          {tn('dash_sites_shown', fitting.length)}
        </p>
      </div>
      {fitting.length > 0 ? (
        <DataTable
          caption={caption}
          columns={columns}
          rows={sorted(fitting, columns, sorting)}
          keyOf={idOf}
          sorting={sorting}
          onSort={(column) => sort(sortedBy(column, sorting))}
          classOf={(row) => (isOpen(row) ? 'open' : undefined)}
          below={(row) => isOpen(row) && details(row)}
        />
      ) : (
        <Empty title={t('dash_nothing_fits')}>
          <p>{t('dash_nothing_fits_why')}</p>
        </Empty>
      )}
    </>
  );
}

/** The kinds of rows with how many there are of each: "All (97)". */
export function countedKinds<Row, Shown extends string>(
  kinds: readonly Shown[],
  rows: readonly Row[],
  fits: Filter<Row, Shown>['fits'],
  label: (shown: Shown, count: number) => string,
): (readonly [Shown, string])[] {
  return kinds.map((kind) => [kind, label(kind, rows.filter((row) => fits(row, kind, '')).length)] as const);
}
