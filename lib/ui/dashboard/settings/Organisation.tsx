import { t } from '../../../i18n.ts';
import type { Managed } from '../../../managed/types.ts';
import { addedPattern } from '../../../sites/added.ts';
import { Notice } from '../../components/Notice.tsx';
import { listOf } from '../../words/lists.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Said } from '../parts/Said.tsx';

type Props = { managed: Managed; around: Around };

/** What the person's organisation has decided, what of it could not be understood, and the sites that it wants guarded. */
export function Organisation({ managed, around }: Props) {
  if (!hasDecided(managed)) return null;
  const { unclear, sites } = managed;
  return (
    <Notice tone="quiet" icon="good" title={t('dash_organisation')}>
      <p>{t('dash_organisation_text')}</p>
      {unclear.length > 0 && <p class="problem">{t('dash_organisation_unclear', listOf(unclear))}</p>}
      {sites.length > 0 && <WantedSites sites={sites} around={around} />}
    </Notice>
  );
}

/** Browsers let only a person give access to a site, in answer to a click. */
function WantedSites({ sites, around }: { sites: readonly string[]; around: Around }) {
  const [deed, start] = useDeed();
  const guard = async () => {
    if (!(await around.requestAccess(sites.map(addedPattern))))
      throw new Error(t('dash_organisation_refused'));
    for (const site of sites) await around.tell({ type: 'add-site', url: `${site}/` });
  };
  return (
    <>
      <p>{t('dash_organisation_sites', listOf(sites))}</p>
      <button
        type="button"
        class="small"
        onClick={() => start(guard, { done: t('dash_organisation_guarded') })}
      >
        {t('dash_organisation_guard')}
      </button>
      <Said deed={deed} />
    </>
  );
}

function hasDecided({ cadence, files, sites, notForClientWork, rules, unclear }: Managed): boolean {
  const lists = [sites, notForClientWork, unclear, rules.off];
  const records = [files, rules.weights, rules.phrases];
  return (
    cadence !== undefined ||
    lists.some((list) => list.length > 0) ||
    records.some((record) => Object.keys(record).length > 0)
  );
}
