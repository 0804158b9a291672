import type { ComponentChildren } from 'preact';
import { t } from '../../../i18n.ts';
import { Notice } from '../../components/Notice.tsx';
import type { Stored } from '../stored.ts';

type Props<T> = { stored: Stored<T>; children(value: T): ComponentChildren };

/** What was read of the store as `children` draw it; the reason when it cannot be read. While it is read: nothing that flashes by. */
export function StoredPart<T>({ stored, children }: Props<T>) {
  switch (stored.state) {
    case 'ready':
      return <>{children(stored.value)}</>;
    case 'failed':
      return (
        <Notice tone="bad" icon="bad" title={t('dash_store_failed')}>
          <p>{stored.reason}</p>
        </Notice>
      );
    case 'reading':
      return <p class="reading">{t('dash_reading')}</p>;
  }
}
