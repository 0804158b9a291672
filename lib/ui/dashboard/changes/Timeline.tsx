import { useState } from 'preact/hooks';
import { t } from '../../../i18n.ts';
import { siteById } from '../../../sites/index.ts';
import { allChanges, type KeptChange, readSettings } from '../../../store/index.ts';
import type { Settings } from '../../../store/types.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import { Chips } from '../parts/Chips.tsx';
import { Empty } from '../parts/Empty.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { Said } from '../parts/Said.tsx';
import { StoredPart } from '../parts/StoredPart.tsx';
import { addressOf } from '../route.ts';
import { useStored } from '../stored.ts';
import { ChangeEntry } from './ChangeEntry.tsx';
import { byMonth } from './news.ts';

type Props = { around: Around; site?: string };

const SHOWN = ['all', 'unread'] as const;
type Shown = (typeof SHOWN)[number];

/** What changed in the policies of all sites, or of one, newest first. */
export function Timeline({ around, site }: Props) {
  const stored = useStored(() => readAll(site));
  const name = site && siteById(site)?.name;
  return (
    <>
      <PageHead title={name ? t('dash_changes_of', name) : t('dash_changes')} lead={t('dash_changes_lead')}>
        {site && (
          <a class="out" href={addressOf('changes')}>
            {t('dash_changes_all')}
          </a>
        )}
      </PageHead>
      <StoredPart stored={stored}>{(found) => <Found {...found} around={around} />}</StoredPart>
    </>
  );
}

type Read = { changes: KeptChange[]; settings: Settings };

async function readAll(site: string | undefined): Promise<Read> {
  const [changes, settings] = await Promise.all([allChanges(site), readSettings()]);
  return { changes, settings };
}

function Found({ changes, settings, around }: Read & { around: Around }) {
  const [shown, show] = useState<Shown>('all');
  const [deed, start] = useDeed();
  if (changes.length === 0) return <NoneYet />;
  const unread = changes.filter(({ read }) => !read);
  const markRead = (which: readonly KeptChange[]) =>
    start(() => around.tell({ type: 'mark-read', changes: which.map(({ id }) => id) }));
  return (
    <>
      <div class="tools">
        <Chips<Shown>
          name="shown"
          legend={t('dash_show')}
          options={[
            ['all', t('dash_show_all', changes.length)],
            ['unread', t('dash_show_unread', unread.length)],
          ]}
          chosen={shown}
          onChoose={show}
        />
        {unread.length > 0 && (
          <p class="tools-end">
            <button type="button" onClick={() => markRead(unread)}>
              {t('dash_mark_all_read')}
            </button>
          </p>
        )}
      </div>
      <Said deed={deed} />
      {shown === 'unread' && unread.length === 0 && <Empty title={t('dash_all_read')} />}
      {byMonth(shown === 'all' ? changes : unread).map(({ month, changes: found }) => (
        <section key={month} class="month">
          <h2>{month}</h2>
          <ol class="timeline">
            {found.map((change) => (
              <ChangeEntry
                key={change.id}
                change={change}
                settings={settings}
                onRead={() => markRead([change])}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function NoneYet() {
  return (
    <Empty title={t('dash_no_changes')}>
      <p>{t('dash_no_changes_why')}</p>
    </Empty>
  );
}
