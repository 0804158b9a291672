import { t, tn } from '../../i18n.ts';
import { bold } from '../components/bold.tsx';

/** Where it works, how to look at a site, and how to add one of one's own. */
export function WhereScreen({ sites }: { sites: number }) {
  return (
    <section>
      <h1 tabIndex={-1}>{t('welcome_where_title')}</h1>
      <ol class="where">
        <li>{bold(tn('welcome_where_sites', sites))}</li>
        <li>{bold(t('welcome_where_button'))}</li>
        <li>{bold(t('welcome_where_add'))}</li>
        <li>{bold(t('welcome_where_reload'))}</li>
      </ol>
      <p class="welcome-links">
        <a href="dashboard.html#/platforms">{t('welcome_see_sites')}</a>
        <a href="dashboard.html#/settings">{t('welcome_see_settings')}</a>
      </p>
      <p class="soft">{t('welcome_no_advice')}</p>
    </section>
  );
}
