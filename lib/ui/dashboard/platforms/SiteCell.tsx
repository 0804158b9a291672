import { t } from '../../../i18n.ts';
import { Icon } from '../../components/Icon.tsx';
import type { PlatformRow } from './rows.ts';

type Props = { row: PlatformRow; isOpen: boolean; onToggle(): void };

/** A site's name as the button that opens its details, and how far its policies are read. */
export function SiteCell({ row: { site, reading, notForClients }, isOpen, onToggle }: Props) {
  return (
    <button type="button" class="opener" aria-expanded={isOpen} onClick={onToggle}>
      <Icon name="chevron" />
      <span>
        {site.name}
        {site.vendor && site.vendor !== site.name && <span class="vendor">{site.vendor}</span>}
        {notForClients && <span class="tag tag-bad">{t('dash_not_for_clients')}</span>}
        {reading.kind === 'unreadable' && <span class="tag tag-mixed">{t('dash_unreadable')}</span>}
        {reading.kind === 'scored' && reading.stale.length > 0 && (
          <span class="tag tag-mixed">{t('dash_old_reading')}</span>
        )}
      </span>
    </button>
  );
}
