import { t } from '../../i18n.ts';
import type { StoredChange } from '../../store/types.ts';
import { dateOf } from '../words/dates.ts';
import { newsOf } from '../words/news.ts';
import { Icon } from './Icon.tsx';

type Props = { changes: readonly StoredChange[]; onRead(change: StoredChange): void };

/** Unread changes of other sites: the number on the toolbar counts them, so the popup must show them wherever it opens. */
export function Elsewhere({ changes, onRead }: Props) {
  if (changes.length === 0) return null;
  return (
    <section class="elsewhere" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('elsewhere_title')}</h2>
      <ul>
        {changes.map((change) => (
          <li key={change.id}>
            <Icon name="bell" />
            <p>
              {newsOf(change)} <span class="soft">{dateOf(change.foundAt)}</span>
            </p>
            <button type="button" class="plain" onClick={() => onRead(change)}>
              {t('elsewhere_seen')}
              <span class="sr">: {newsOf(change)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
