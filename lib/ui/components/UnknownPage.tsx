import { t } from '../../i18n.ts';
import { dashboardAddress } from '../dashboard-address.ts';
import { more } from '../more.ts';
import type { Actions, UnknownView } from '../view.ts';
import { DueReminders } from './DueReminders.tsx';
import { Elsewhere } from './Elsewhere.tsx';
import { Hero } from './Hero.tsx';
import { Notice } from './Notice.tsx';

/** The popup on a page that is in no way guarded. It says so: nothing is worse than a false feeling of safety. */
export function UnknownPage({ view, actions }: { view: UnknownView; actions: Actions }) {
  const { host, origin, found } = view;
  const Parts = more();
  const card = found?.kind === 'scored' ? found.card : undefined;
  return (
    <main>
      <Hero name={host ?? t('unknown_page')} card={card} line={card ? undefined : t('unknown_line')} />
      {origin ? (
        <Notice tone="mixed" icon="mixed" title={t('unknown_title')}>
          <p>{t('unknown_text')}</p>
          <button type="button" class="main" onClick={() => actions.guard(origin)}>
            {t('unknown_guard')}
          </button>
          <p class="soft">{t('unknown_guard_text')}</p>
        </Notice>
      ) : (
        <Notice tone="quiet" icon="silent" title={t('unknown_no_page_title')}>
          <p>{t('unknown_no_page_text')}</p>
        </Notice>
      )}
      {origin && Parts && <Parts.LookAround found={found} onLook={actions.lookAround} />}
      <DueReminders due={view.due} />
      <Elsewhere changes={view.elsewhere} onRead={(change) => actions.markRead([change])} />
      <p class="foot">
        <a href={dashboardAddress('sites')} target="_blank" rel="noopener noreferrer">
          {t('unknown_catalogue')}
          <span class="sr"> {t('link_new_tab')}</span>
        </a>
      </p>
    </main>
  );
}
