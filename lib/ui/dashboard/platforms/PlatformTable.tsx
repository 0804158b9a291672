import { useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import type { Around } from '../around.ts';
import { Chips } from '../parts/Chips.tsx';
import { Empty } from '../parts/Empty.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { type Sorting, sorted, sortedBy } from '../table/columns.ts';
import { DataTable } from '../table/DataTable.tsx';
import { SortField } from '../table/SortField.tsx';
import { type PlatformDeeds, platformColumns } from './columns.tsx';
import { PlatformDetails } from './PlatformDetails.tsx';
import { fits, type PlatformRow, SHOWN, type Shown } from './rows.ts';

type Props = { rows: readonly PlatformRow[]; opened?: string; around: Around; deeds: PlatformDeeds };

/** The table with its filter. Somebody who uses no site yet is shown all of them. */
export function PlatformTable({ rows, opened, around, deeds }: Props) {
  const hasOwn = rows.some((row) => fits(row, 'mine', ''));
  const [shown, show] = useState<Shown>(hasOwn ? 'mine' : 'all');
  const [typed, type] = useState('');
  const [sorting, sort] = useState<Sorting>({ by: 'watched', down: false });
  const columns = platformColumns(opened, around.now(), deeds);
  // What the address names is shown whatever the filter says.
  const fitting = rows.filter((row) => fits(row, shown, typed) || row.site.id === opened);
  return (
    <>
      {!hasOwn && <NoneYet />}
      <div class="tools">
        <SearchField label={t('dash_search_sites')} typed={typed} onType={type} />
        <Chips<Shown>
          name="shown"
          legend={t('dash_show')}
          options={SHOWN.map((id) => [id, labelOf(id, rows)] as const)}
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
          caption={t('dash_platforms_table')}
          columns={columns}
          rows={sorted(fitting, columns, sorting)}
          keyOf={({ site }) => site.id}
          sorting={sorting}
          onSort={(column) => sort(sortedBy(column, sorting))}
          classOf={({ site }) => (site.id === opened ? 'open' : undefined)}
          below={(row) => row.site.id === opened && <PlatformDetails row={row} around={around} />}
        />
      ) : (
        <Empty title={t('dash_nothing_fits')}>
          <p>{t('dash_nothing_fits_why')}</p>
        </Empty>
      )}
    </>
  );
}

const LABELS = { mine: 'dash_show_mine', graded: 'dash_show_graded', all: 'dash_show_all' } as const;

function labelOf(shown: Shown, rows: readonly PlatformRow[]): string {
  return t(LABELS[shown], rows.filter((row) => fits(row, shown, '')).length);
}

function NoneYet() {
  return (
    <Empty title={t('dash_no_platforms')}>
      <p>{t('dash_no_platforms_why')}</p>
    </Empty>
  );
}
