import { t } from '../../../i18n.ts';
import type { Around } from '../around.ts';
import { Empty } from '../parts/Empty.tsx';
import { countedKinds, FilteredTable } from '../table/FilteredTable.tsx';
import { type PlatformDeeds, platformColumns } from './columns.tsx';
import { PlatformDetails } from './PlatformDetails.tsx';
import { fits, type PlatformRow, SHOWN } from './rows.ts';

type Props = { rows: readonly PlatformRow[]; opened?: string; around: Around; deeds: PlatformDeeds };

const LABELS = { mine: 'dash_show_mine', graded: 'dash_show_graded', all: 'dash_show_all' } as const;

/** The table with its filter. Somebody who uses no site yet is shown all of them. */
export function PlatformTable({ rows, opened, around, deeds }: Props) {
  const hasOwn = rows.some((row) => fits(row, 'mine', ''));
  const kinds = countedKinds(SHOWN, rows, fits, (kind, count) => t(LABELS[kind], count));
  return (
    <>
      {!hasOwn && <NoneYet />}
      <FilteredTable
        caption={t('dash_platforms_table')}
        columns={platformColumns(opened, around.now(), deeds)}
        rows={rows}
        filter={{ kinds, first: hasOwn ? 'mine' : 'all', fits }}
        firstSorting={{ by: 'watched', down: false }}
        idOf={({ site }) => site.id}
        opened={opened}
        details={(row) => <PlatformDetails row={row} around={around} />}
      />
    </>
  );
}

function NoneYet() {
  return (
    <Empty title={t('dash_no_platforms')}>
      <p>{t('dash_no_platforms_why')}</p>
    </Empty>
  );
}
