import { t, tn } from '../../i18n.ts';
import type { LedgerEntry } from '../../store/types.ts';
import { FileEntry } from './FileEntry.tsx';
import { UploadEntry } from './UploadEntry.tsx';

/** More than this many entries fold behind the newest ones. */
const SHOWN = 2;

/** What Meshwarden did with files and uploads in this tab. Newest first. */
export function TabActivity({ entries, guarded }: { entries: readonly LedgerEntry[]; guarded: boolean }) {
  const [newest, older] = [entries.slice(0, SHOWN), entries.slice(SHOWN)];
  return (
    <section aria-labelledby="activity">
      <h2 id="activity">{t('activity_title')}</h2>
      {entries.length === 0 ? (
        <p class="soft">{guarded ? t('activity_none') : t('activity_none_seen')}</p>
      ) : (
        <Entries entries={newest} />
      )}
      {older.length > 0 && (
        <details class="fold">
          <summary>{tn('activity_earlier', older.length)}</summary>
          <Entries entries={older} />
        </details>
      )}
    </section>
  );
}

function Entries({ entries }: { entries: readonly LedgerEntry[] }) {
  return (
    <ul class="entries">
      {entries.map((entry) => {
        const key = entry.id ?? `${entry.at}:${entry.type}`;
        if (entry.type === 'download') return null;
        return entry.type === 'file' ? (
          <FileEntry key={key} entry={entry} />
        ) : (
          <UploadEntry key={key} entry={entry} />
        );
      })}
    </ul>
  );
}
