import { t } from '../../i18n.ts';
import { Notice } from './Notice.tsx';

/** The browser no longer lets us in: files are not cleaned, and the person can change that. */
export function PermissionNotice({ site, onAllow }: { site: string; onAllow(): void }) {
  return (
    <Notice tone="bad" icon="bad" title={t('permission_title', site)}>
      <p>{t('permission_text')}</p>
      <button type="button" class="main" onClick={onAllow}>
        {t('permission_allow', site)}
      </button>
    </Notice>
  );
}
