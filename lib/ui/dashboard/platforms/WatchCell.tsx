import { t } from '../../../i18n.ts';
import type { PlatformRow } from './rows.ts';

/** Whether the site is watched, because it is used or because the person asked for it; what is used needs no asking. */
export function WatchCell({ row: { site, used, pinned }, onPin }: { row: PlatformRow; onPin(): void }) {
  if (used) return <span class="tag tag-good">{t('dash_used')}</span>;
  return (
    <span class="deeds">
      {pinned && <span class="tag tag-good">{t('dash_pinned')}</span>}
      <button
        type="button"
        class="small"
        onClick={onPin}
        aria-label={t(pinned ? 'dash_unpin_site' : 'dash_pin_site', site.name)}
      >
        {pinned ? t('dash_unpin') : t('dash_pin')}
      </button>
    </span>
  );
}
