import { t } from '../../i18n.ts';
import { dashboardAddress } from '../dashboard-address.ts';
import { reviewFile } from '../review-file.ts';
import type { Actions, SiteView } from '../view.ts';
import { Icon, type IconName } from './Icon.tsx';

/** What can be done about this site besides reading it. */
export function SiteTools({ view, actions }: { view: SiteView; actions: Actions }) {
  const { site, added, muted, notForClients, review } = view;
  return (
    <section aria-labelledby="tools">
      <h2 id="tools">{t('tools_title', site.name)}</h2>
      <ul class="tools">
        {!added && (
          <>
            <Switch
              icon="mute"
              on={muted}
              words={t('tools_mute')}
              onChange={(on) => actions.mark(site.id, 'muted', on)}
            />
            {notForClients !== 'managed' && (
              <Switch
                icon="held"
                on={notForClients}
                words={t('tools_not_for_clients')}
                onChange={(on) => actions.mark(site.id, 'notForClients', on)}
              />
            )}
          </>
        )}
        {review && !added && (
          <li>
            <a href={reviewFile(view, review)} download={`meshwarden-${site.id}.ics`}>
              <Icon name="calendar" />
              {t('tools_calendar')}
            </a>
          </li>
        )}
        <li>
          <a href={dashboardAddress('uploads')} target="_blank" rel="noopener noreferrer">
            <Icon name="list" />
            {t('tools_dashboard')}
            <span class="sr">{t('link_new_tab')}</span>
          </a>
        </li>
        {added === true && (
          <li>
            <button type="button" class="tool" onClick={() => actions.letGo(site.id)}>
              <Icon name="against" />
              {t('tools_let_go')}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

type SwitchProps = { icon: IconName; on: boolean; words: string; onChange(on: boolean): void };

function Switch({ icon, on, words, onChange }: SwitchProps) {
  return (
    <li>
      <button type="button" class="tool" role="switch" aria-checked={on} onClick={() => onChange(!on)}>
        <Icon name={icon} />
        {words}
        <span class="tool-state" aria-hidden="true">
          {on ? t('tools_on') : t('tools_off')}
        </span>
      </button>
    </li>
  );
}
