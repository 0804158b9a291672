import type { LedgerEntry } from '../../store/types.ts';
import { describeFile } from '../words/ledger.ts';
import { Icon } from './Icon.tsx';

/** One file: its name and what was taken out of it, in words. Values are not known here. */
export function FileEntry({ entry }: { entry: Extract<LedgerEntry, { type: 'file' }> }) {
  const { tone, text } = describeFile(entry);
  return (
    <li class={`entry entry-${tone}`}>
      <Icon name={tone === 'bad' ? 'held' : 'file'} />
      <div>
        <p class="file-name">{entry.name}</p>
        <p class="soft">{text}</p>
      </div>
    </li>
  );
}
