import { useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import type { Around } from '../around.ts';
import { Chips } from '../parts/Chips.tsx';
import { Empty } from '../parts/Empty.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { addressOf } from '../route.ts';
import { type Sorting, sorted, sortedBy } from '../table/columns.ts';
import { DataTable } from '../table/DataTable.tsx';
import { SortField } from '../table/SortField.tsx';
import { siteColumns } from './columns.tsx';
import { Repair } from './Repair.tsx';
import { fits, SHOWN, type Shown, type SiteRow } from './rows.ts';
import { SiteFacts } from './SiteFacts.tsx';

type Props = { rows: readonly SiteRow[]; opened?: string; around: Around };

/** The catalogue as a table, and what can be repaired in it. */
export function SiteTable({ rows, opened, around }: Props) {
  const [shown, show] = useState<Shown>('all');
  const [typed, type] = useState('');
  const [sorting, sort] = useState<Sorting>({ by: 'site', down: false });
  const toggle = (site: string) => {
    location.hash = site === opened ? addressOf('sites') : addressOf('sites', site);
  };
  const columns = siteColumns(opened, toggle);
  // What the address names is shown whatever the filter says.
  const fitting = rows.filter((row) => fits(row, shown, typed) || row.card.id === opened);
  return (
    <>
      <Repair barred={rows.filter(({ standing }) => standing === 'barred')} around={around} />
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
          caption={t('dash_sites_table')}
          columns={columns}
          rows={sorted(fitting, columns, sorting)}
          keyOf={({ card }) => card.id}
          sorting={sorting}
          onSort={(column) => sort(sortedBy(column, sorting))}
          classOf={({ card }) => (card.id === opened ? 'open' : undefined)}
          below={({ card }) => card.id === opened && <SiteFacts card={card} />}
        />
      ) : (
        <Empty title={t('dash_nothing_fits')}>
          <p>{t('dash_nothing_fits_why')}</p>
        </Empty>
      )}
    </>
  );
}

const LABELS = { all: 'dash_show_all', guarded: 'dash_show_guarded', warned: 'dash_show_warned' } as const;

function labelOf(shown: Shown, rows: readonly SiteRow[]): string {
  return t(LABELS[shown], rows.filter((row) => fits(row, shown, '')).length);
}
