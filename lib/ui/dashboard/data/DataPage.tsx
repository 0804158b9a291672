import { t } from '../../../i18n.ts';
import { addedPattern } from '../../../sites/added.ts';
import { exportBackup, importBackup } from '../../../store/backup/index.ts';
import type { Around } from '../around.ts';
import { useDeed } from '../deed.ts';
import type { PageProps } from '../pages.ts';
import { PageHead } from '../parts/PageHead.tsx';
import { Said } from '../parts/Said.tsx';
import { takenWords } from './taken.ts';

/** Everything that is worth keeping as one file, and back from one. */
export default function DataPage({ around }: PageProps) {
  const [saving, save] = useDeed();
  const [taking, take] = useDeed();
  return (
    <>
      <PageHead title={t('dash_data')} lead={t('dash_data_lead')} />
      <div class="settings">
        <section class="card-box" aria-labelledby="export">
          <h2 id="export">{t('dash_export')}</h2>
          <p class="soft">{t('dash_export_what')}</p>
          <button
            type="button"
            class="main"
            onClick={() => save(() => saveBackup(around), { done: t('dash_export_done') })}
          >
            {t('dash_export_do')}
          </button>
          <Said deed={saving} />
        </section>
        <section class="card-box" aria-labelledby="import">
          <h2 id="import">{t('dash_import')}</h2>
          <p class="soft">{t('dash_import_what')}</p>
          <label class="file-button">
            {t('dash_import_file')}
            <input
              type="file"
              class="sr"
              accept="application/json,.json"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) void take(() => takeBackup(file, around), { doing: t('dash_import_doing') });
                currentTarget.value = '';
              }}
            />
          </label>
          <Said deed={taking} />
        </section>
      </div>
    </>
  );
}

async function saveBackup(around: Around): Promise<void> {
  const now = around.now();
  const name = `meshwarden-${new Date(now).toISOString().slice(0, 10)}.json`;
  around.save(name, new Blob([await exportBackup(now)], { type: 'application/json' }));
}

/** Takes it in, and has the background do what follows from it: due dates, scores by today's rules, guards. Gives back what to say of it. */
async function takeBackup(file: File, around: Around): Promise<string> {
  const { sites, added } = await importBackup(await file.text());
  await around.tell({ type: 'backup-taken' });
  const isIn = await Promise.all(added.map((origin) => around.hasAccess([addedPattern(origin)])));
  return takenWords(
    sites,
    added.filter((_, at) => !isIn[at]),
  );
}
