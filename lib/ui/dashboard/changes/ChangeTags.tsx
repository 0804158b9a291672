import { t } from '../../../i18n.ts';
import type { KeptChange } from '../../../store/index.ts';
import type { Settings } from '../../../store/types.ts';
import { dateOfDay } from '../../words/dates.ts';

/** What else there is to know of a change, each in a word or two. */
export function ChangeTags({ change, settings }: { change: KeptChange; settings: Settings }) {
  const { read, site, backTo, change: moved } = change;
  return (
    <p class="tags">
      {!read && <span class="tag tag-good">{t('dash_new')}</span>}
      {!moved.announced && <span class="tag tag-mixed">{t('dash_silently')}</span>}
      {backTo && <span class="tag">{t('dash_back_to', dateOfDay(backTo))}</span>}
      {settings.notForClients.includes(site) && <span class="tag tag-bad">{t('dash_not_for_clients')}</span>}
      {settings.muted.includes(site) && <span class="tag">{t('dash_muted')}</span>}
    </p>
  );
}
