import { t } from '../../i18n.ts';
import { Icon, type IconName } from '../components/Icon.tsx';

const PROMISES = [
  { icon: 'file', title: 'welcome_files_title', text: 'welcome_files_text' },
  { icon: 'held', title: 'welcome_uploads_title', text: 'welcome_uploads_text' },
  { icon: 'good', title: 'welcome_policies_title', text: 'welcome_policies_text' },
  { icon: 'bell', title: 'welcome_changes_title', text: 'welcome_changes_text' },
] as const satisfies readonly {
  icon: IconName;
  title: Parameters<typeof t>[0];
  text: Parameters<typeof t>[0];
}[];

/** What Meshwarden does, in four sentences, and what it never does. */
export function PromiseScreen() {
  return (
    <section>
      <h1 tabIndex={-1}>{t('welcome_promise_title')}</h1>
      <ul class="promises">
        {PROMISES.map(({ icon, title, text }) => (
          <li key={title}>
            <Icon name={icon} />
            <h2>{t(title)}</h2>
            <p>{t(text)}</p>
          </li>
        ))}
      </ul>
      <p class="soft">{t('welcome_no_server')}</p>
    </section>
  );
}
