import { t } from '../../../i18n.ts';
import { allSites, isGuarded } from '../../../sites/index.ts';
import { allChanges, allReviews, readSettings } from '../../../store/index.ts';
import type { SiteReview } from '../../../store/types.ts';
import { useDeed } from '../deed.ts';
import type { PageProps } from '../pages.ts';
import { PageHead } from '../parts/PageHead.tsx';
import { Said } from '../parts/Said.tsx';
import { StoredPart } from '../parts/StoredPart.tsx';
import { addressOf } from '../route.ts';
import { useStored } from '../stored.ts';
import { pinSite } from './deeds.ts';
import { PlatformTable } from './PlatformTable.tsx';
import { platformRows } from './rows.ts';

/** Every site with what its policies come to, to sort and compare. The address names the site whose details are open. */
export default function PlatformsPage({ path: [opened], around }: PageProps) {
  const stored = useStored(readRows);
  const [deed, start] = useDeed();
  const toggle = (site: string) => {
    location.hash = site === opened ? addressOf('platforms') : addressOf('platforms', site);
  };
  return (
    <>
      <PageHead title={t('dash_platforms')} lead={t('dash_platforms_lead')} />
      <Said deed={deed} />
      <StoredPart stored={stored}>
        {(rows) => (
          <PlatformTable
            rows={rows}
            opened={opened}
            around={around}
            deeds={{
              toggle,
              pin: ({ site, pinned }) =>
                start(() => pinSite(site, !pinned, around), {
                  doing: pinned ? '' : t('dash_pinning', site.name),
                  done: t(pinned ? 'dash_unpinned_now' : 'dash_pinned_now', site.name),
                }),
            }}
          />
        )}
      </StoredPart>
    </>
  );
}

async function readRows() {
  const [reviews, changes, { notForClients }] = await Promise.all([
    allReviews(),
    allChanges(),
    readSettings(),
  ]);
  return platformRows(comparable(reviews), reviews, changes, notForClients);
}

/** Lookalikes, services that have ended and sites without a known policy have nothing to compare, unless something was read. */
function comparable(reviews: readonly SiteReview[]) {
  const read = new Set(reviews.map(({ site }) => site));
  return allSites().filter((site) => read.has(site.id) || (isGuarded(site) && site.policies.length > 0));
}
