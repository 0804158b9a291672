import { t } from '../../../i18n.ts';
import { allCards } from '../../../sites/cards.ts';
import type { Around } from '../around.ts';
import type { PageProps } from '../pages.ts';
import { PageHead } from '../parts/PageHead.tsx';
import { StoredPart } from '../parts/StoredPart.tsx';
import { useStored } from '../stored.ts';
import { siteRows } from './rows.ts';
import { SiteTable } from './SiteTable.tsx';

/** Every site Meshwarden knows, with what is known of it and how. The address names the site whose facts are open. */
export default function SitesPage({ path: [opened], around }: PageProps) {
  const stored = useStored(() => readRows(around));
  return (
    <>
      <PageHead title={t('dash_sites')} lead={t('dash_sites_lead')} />
      <StoredPart stored={stored}>
        {(rows) => <SiteTable rows={rows} opened={opened} around={around} />}
      </StoredPart>
    </>
  );
}

async function readRows(around: Around) {
  return siteRows(await allCards(), around);
}
