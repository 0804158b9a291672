import { t } from '../../i18n.ts';
import { sourcesOf } from '../sources.ts';
import type { Actions, SiteView } from '../view.ts';
import { ChangeBanner } from './ChangeBanner.tsx';
import { DueReminders } from './DueReminders.tsx';
import { GuardNotice } from './GuardNotice.tsx';
import { Notice } from './Notice.tsx';
import { PermissionNotice } from './PermissionNotice.tsx';

/** What a person must know before anything else on this site. */
export function SiteNotices({ view, actions }: { view: SiteView; actions: Actions }) {
  const { site, review, permitted, guard, added, privately, changes } = view;
  return (
    <>
      {!permitted && <PermissionNotice site={site.name} onAllow={() => actions.allow(site)} />}
      {permitted && <GuardNotice guard={guard} onReload={actions.reload} />}
      {privately && (
        <Notice tone="quiet" icon="secret" title={t('private_window_title')}>
          <p>{t('private_window_text')}</p>
        </Notice>
      )}
      {view.notForClients && (
        <SetAside forClient={view.work === 'client'} managed={view.notForClients === 'managed'} />
      )}
      {site.policies.length === 0 && permitted && (
        <Notice tone="quiet" icon="silent" title={t('added_title')}>
          <p>{added ? t('added_text') : t('undocumented_text')}</p>
        </Notice>
      )}
      {changes.length > 0 && (
        <div id="changes" class="changes">
          {changes.map((change) => (
            <ChangeBanner
              key={change.id}
              change={change}
              sources={sourcesOf(site, review)}
              onRead={() => actions.markRead([change])}
            />
          ))}
        </div>
      )}
      <DueReminders due={view.due} />
    </>
  );
}

/** This site is not for client work, the person decided or who manages the browser: louder when that is what they are at. */
function SetAside({ forClient, managed }: { forClient: boolean; managed: boolean }) {
  return (
    <Notice
      tone={forClient ? 'bad' : 'quiet'}
      icon="held"
      title={t(managed ? 'aside_managed_title' : 'aside_title')}
    >
      <p>{forClient ? t('aside_text_client') : t('aside_text')}</p>
    </Notice>
  );
}
