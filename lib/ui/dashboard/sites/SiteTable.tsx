import { t } from '../../../i18n.ts';
import type { Around } from '../around.ts';
import { addressOf } from '../route.ts';
import { countedKinds, FilteredTable } from '../table/FilteredTable.tsx';
import { siteColumns } from './columns.tsx';
import { Repair } from './Repair.tsx';
import { fits, SHOWN, type SiteRow } from './rows.ts';
import { SiteFacts } from './SiteFacts.tsx';

type Props = { rows: readonly SiteRow[]; opened?: string; around: Around };

const LABELS = { all: 'dash_show_all', guarded: 'dash_show_guarded', warned: 'dash_show_warned' } as const;

/** The catalogue as a table, and what can be repaired in it. */
export function SiteTable({ rows, opened, around }: Props) {
  const toggle = (site: string) => {
    location.hash = site === opened ? addressOf('sites') : addressOf('sites', site);
  };
  const kinds = countedKinds(SHOWN, rows, fits, (kind, count) => t(LABELS[kind], count));
  return (
    <>
      <Repair barred={rows.filter(({ standing }) => standing === 'barred')} around={around} />
      <FilteredTable
        caption={t('dash_sites_table')}
        columns={siteColumns(opened, toggle)}
        rows={rows}
        filter={{ kinds, first: 'all', fits }}
        firstSorting={{ by: 'site', down: false }}
        idOf={({ card }) => card.id}
        opened={opened}
        details={({ card }) => <SiteFacts card={card} />}
      />
    </>
  );
}
