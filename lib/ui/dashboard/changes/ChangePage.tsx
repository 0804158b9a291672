import { t } from '../../../i18n.ts';
import { siteById } from '../../../sites/index.ts';
import { allChanges, type KeptChange, readReview, readSettings } from '../../../store/index.ts';
import type { Settings, SiteReview } from '../../../store/types.ts';
import { documentName } from '../../words/topics.ts';
import type { Around } from '../around.ts';
import { shortDate } from '../dates.ts';
import { Empty } from '../parts/Empty.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { StoredPart } from '../parts/StoredPart.tsx';
import { addressOf } from '../route.ts';
import { useStored } from '../stored.ts';
import { ChangeDeeds } from './ChangeDeeds.tsx';
import { ChangedPassages } from './ChangedPassages.tsx';
import { ChangeTags } from './ChangeTags.tsx';
import { FlagMoves } from './FlagMoves.tsx';
import { newsOf } from './news.ts';
import { ScoreMove } from './ScoreMove.tsx';
import { readVersions, type Versions } from './versions.ts';
import { WholeText } from './WholeText.tsx';

type Read = { change: KeptChange; review?: SiteReview; settings: Settings; versions?: Versions };

/** One change of one document: what it means first, then the words, then the whole of both versions. */
export function ChangePage({ id, around }: { id: number; around: Around }) {
  const stored = useStored(() => readChange(id));
  return (
    <StoredPart stored={stored}>
      {(found) => (found ? <Change {...found} around={around} /> : <NotThere />)}
    </StoredPart>
  );
}

async function readChange(id: number): Promise<Read | undefined> {
  const change = (await allChanges()).find((each) => each.id === id);
  if (!change) return undefined;
  const [review, settings, versions] = await Promise.all([
    readReview(change.site),
    readSettings(),
    readVersions(change),
  ]);
  return { change, review, settings, versions };
}

function Change({ change, review, settings, versions, around }: Read & { around: Around }) {
  const { site, kind, foundAt, change: moved } = change;
  const document = review?.documents.find((each) => each.kind === kind);
  const url = document?.url ?? siteById(site)?.policies.find((each) => each.kind === kind)?.url;
  return (
    <article class="change-page">
      <p>
        <a class="out" href={addressOf('changes')}>
          {t('dash_changes_all')}
        </a>
      </p>
      <PageHead
        title={newsOf(change)}
        lead={`${documentName(kind)} · ${t('dash_seen_on', shortDate(foundAt))}`}
      />
      <ChangeTags change={change} settings={settings} />
      <ChangeDeeds change={change} settings={settings} url={url} around={around} />
      <ScoreMove change={moved} />
      <FlagMoves change={moved} url={url} />
      <ChangedPassages change={moved} versions={versions} foundAt={foundAt} />
      {versions && <WholeText versions={versions} />}
    </article>
  );
}

function NotThere() {
  return (
    <>
      <PageHead title={t('dash_changes')} />
      <Empty title={t('dash_no_such_change')}>
        <p>
          <a class="out" href={addressOf('changes')}>
            {t('dash_changes_all')}
          </a>
        </p>
      </Empty>
    </>
  );
}
