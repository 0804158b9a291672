import { t } from '../../i18n.ts';
import type { LedgerEntry } from '../../store/types.ts';
import { describeUpload } from '../words/ledger.ts';
import { Icon } from './Icon.tsx';

/** One upload: where it went and how, or that it was held and what the person decided. */
export function UploadEntry({ entry }: { entry: Extract<LedgerEntry, { type: 'upload' }> }) {
  const { tone, text } = describeUpload(entry);
  return (
    <li class={`entry entry-${tone}`}>
      <Icon name={tone === 'good' ? 'lock' : 'held'} />
      <div>
        <p class="file-name">{t('ledger_upload_to', entry.host)}</p>
        <p class="soft">{text}</p>
      </div>
    </li>
  );
}
