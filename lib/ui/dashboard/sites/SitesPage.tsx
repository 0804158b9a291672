import { t } from '../../../i18n.ts';
import type { Managed } from '../../../managed/types.ts';
import { type AddedSite, addedPattern } from '../../../sites/added.ts';
import { allCards } from '../../../sites/cards.ts';
import { readAddedSites } from '../../../store/index.ts';
import type { Around } from '../around.ts';
import type { PageProps } from '../pages.ts';
import { PageHead } from '../parts/PageHead.tsx';
import { StoredPart } from '../parts/StoredPart.tsx';
import { useStored } from '../stored.ts';
import { AddedSites, type OwnSite } from './AddedSites.tsx';
import { siteRows } from './rows.ts';
import { SiteTable } from './SiteTable.tsx';

/** Every site Meshwarden knows, with what is known of it and how. The address names the site whose facts are open. */
export default function SitesPage({ path: [opened], around }: PageProps) {
  const stored = useStored(() => readRows(around));
  return (
    <>
      <PageHead title={t('dash_sites')} lead={t('dash_sites_lead')} />
      <StoredPart stored={stored}>
        {({ rows, own }) => (
          <>
            <AddedSites sites={own} around={around} />
            <SiteTable rows={rows} opened={opened} around={around} />
          </>
        )}
      </StoredPart>
    </>
  );
}

async function readRows(around: Around) {
  const [cards, added, managed] = await Promise.all([allCards(), readAddedSites(), around.managed()]);
  const [rows, own] = await Promise.all([siteRows(cards, around), ownSites(added, managed, around)]);
  return { rows, own };
}

/** The sites that the person added, and those that their organisation wants guarded, also where the browser does not let us in yet. */
export function ownSites(
  added: readonly AddedSite[],
  { sites: decided }: Pick<Managed, 'sites'>,
  around: Pick<Around, 'hasAccess'>,
): Promise<OwnSite[]> {
  const here = new Set(added.map(({ origin }) => origin));
  const wanted = decided.filter((origin) => !here.has(origin)).map((origin) => ({ origin, addedAt: 0 }));
  return Promise.all(
    [...wanted, ...added].map(async (site) => ({
      ...site,
      isBarred: !(await around.hasAccess([addedPattern(site.origin)])),
      isDecided: decided.includes(site.origin),
    })),
  );
}
