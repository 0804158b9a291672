import { useState } from 'preact/hooks';
import { t, tn } from '../../../i18n.ts';
import type { Around } from '../around.ts';
import { Empty } from '../parts/Empty.tsx';
import { Pager } from '../parts/Pager.tsx';
import { type Sorting, sorted, sortedBy } from '../table/columns.ts';
import { DataTable } from '../table/DataTable.tsx';
import { SortField } from '../table/SortField.tsx';
import { ledgerColumns } from './columns.tsx';
import { EVERYTHING, fits, type Line, pageOf, sitesIn, type Wanted } from './entries.ts';
import { LedgerDeeds } from './LedgerDeeds.tsx';
import { LedgerFilter } from './LedgerFilter.tsx';

/** The ledger: filtered, sorted, a hundred at a time. */
export function Ledger({ lines, around }: { lines: readonly Line[]; around: Around }) {
  const [wanted, want] = useState<Wanted>(EVERYTHING);
  const [sorting, sort] = useState<Sorting>({ by: 'at', down: true });
  const [turned, turn] = useState(0);
  const columns = ledgerColumns();
  const fitting = sorted(
    lines.filter((line) => fits(line, wanted)),
    columns,
    sorting,
  );
  const { shown, page, pages } = pageOf(fitting, turned);
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger" class="part-title">
        {t('dash_ledger')}
      </h2>
      <div class="tools">
        <LedgerFilter
          sites={sitesIn(lines)}
          wanted={wanted}
          onWant={(next) => {
            want(next);
            turn(0);
          }}
        />
        <SortField columns={columns} sorting={sorting} onSort={sort} />
        <LedgerDeeds shown={fitting.map(({ entry }) => entry)} site={wanted.site} around={around} />
      </div>
      <p class="soft counted" role="status">
        {tn('dash_entries', fitting.length)}
      </p>
      {shown.length > 0 ? (
        <DataTable
          caption={t('dash_ledger')}
          columns={columns}
          rows={shown}
          keyOf={({ entry }) => entry.id ?? `${entry.at}:${entry.type}`}
          sorting={sorting}
          onSort={(column) => sort(sortedBy(column, sorting))}
        />
      ) : (
        <Empty title={t('dash_no_entry_fits')} />
      )}
      <Pager page={page} pages={pages} onTurn={turn} />
    </section>
  );
}
